/** Whether a certificate is valid, for whoever was given its code. */
@NullMarked
package org.huizhu.gateway.verify;

import org.jspecify.annotations.NullMarked;
