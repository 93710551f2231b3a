/** One-time codes, and the bound on guessing. */
@NullMarked
package org.huizhu.identity.code;

import org.jspecify.annotations.NullMarked;
