/** Filing for a person who stands at the window. */
@NullMarked
package org.huizhu.gateway.console.counter;

import org.jspecify.annotations.NullMarked;
