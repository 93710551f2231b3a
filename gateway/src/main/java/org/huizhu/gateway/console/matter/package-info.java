/** One certificate matter, and the forms of each of its steps. */
@NullMarked
package org.huizhu.gateway.console.matter;

import org.jspecify.annotations.NullMarked;
