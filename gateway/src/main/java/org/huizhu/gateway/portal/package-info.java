/** Pages for residents, in Chinese and English, usable without JavaScript. */
@NullMarked
package org.huizhu.gateway.portal;

import org.jspecify.annotations.NullMarked;
