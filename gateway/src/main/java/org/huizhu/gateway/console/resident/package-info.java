/** One resident as staff of the area see them. */
@NullMarked
package org.huizhu.gateway.console.resident;

import org.jspecify.annotations.NullMarked;
