/** Where time and ids come from, so that tests own both. */
@NullMarked
package org.huizhu.platform.time;

import org.jspecify.annotations.NullMarked;
