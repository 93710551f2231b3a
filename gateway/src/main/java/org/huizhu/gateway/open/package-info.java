/** Pages for everybody, without signing in; nothing that is typed on them is stored. */
@NullMarked
package org.huizhu.gateway.open;

import org.jspecify.annotations.NullMarked;
