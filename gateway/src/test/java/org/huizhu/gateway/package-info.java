/** The gateway as a whole, against stand-ins for the systems around it. */
@NullMarked
package org.huizhu.gateway;

import org.jspecify.annotations.NullMarked;
