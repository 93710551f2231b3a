/** The code by which others see that a resident's certificate is valid: as a picture, on the screen or on paper. */
@NullMarked
package org.huizhu.gateway.portal.code;

import org.jspecify.annotations.NullMarked;
