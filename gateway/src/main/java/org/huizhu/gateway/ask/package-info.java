/** Questions that pages put to services in the caller's name, and the answers in a form that a page can show. */
@NullMarked
package org.huizhu.gateway.ask;

import org.jspecify.annotations.NullMarked;
