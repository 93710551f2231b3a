/** Records that could not be processed, kept so that an operator sees them, has them tried again, or puts them away. */
@NullMarked
package org.huizhu.platform.letters;

import org.jspecify.annotations.NullMarked;
