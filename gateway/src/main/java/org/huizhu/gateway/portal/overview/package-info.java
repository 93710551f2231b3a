/** What stands on the first page of who signed in, and on the page of one programme. */
@NullMarked
package org.huizhu.gateway.portal.overview;

import org.jspecify.annotations.NullMarked;
