/** What came in from bureaus, and each receipt traced to the decisions that it caused. */
@NullMarked
package org.huizhu.gateway.desk.events;

import org.jspecify.annotations.NullMarked;
