/** Changing the keys that sensitive columns are sealed under, while everything goes on. */
@NullMarked
package org.huizhu.platform.keys;

import org.jspecify.annotations.NullMarked;
