/** Sensitive columns: SM4-GCM to keep, HMAC-SM3 to find. */
@NullMarked
package org.huizhu.platform.crypto;

import org.jspecify.annotations.NullMarked;
