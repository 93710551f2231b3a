/** Puts decisions of the services into the reader's words, for whichever page shows them. */
@NullMarked
package org.huizhu.gateway.explain;

import org.jspecify.annotations.NullMarked;
