/** A page that shows every component in every state, for whoever builds pages. */
@NullMarked
package org.huizhu.gateway.preview;

import org.jspecify.annotations.NullMarked;
