/** Who is calling and what they may touch. */
@NullMarked
package org.huizhu.platform.security;

import org.jspecify.annotations.NullMarked;
