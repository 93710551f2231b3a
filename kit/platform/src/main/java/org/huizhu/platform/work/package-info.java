/** Work that goes on in the background, in rounds, whatever fails on the way. */
@NullMarked
package org.huizhu.platform.work;

import org.jspecify.annotations.NullMarked;
