/** Who acts for the reader, and for whom the reader acts. */
@NullMarked
package org.huizhu.gateway.portal.people;

import org.jspecify.annotations.NullMarked;
