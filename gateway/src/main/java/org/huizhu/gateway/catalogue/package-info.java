/** Every programme there is, to be found and read by everybody. */
@NullMarked
package org.huizhu.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
