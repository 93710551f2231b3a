/** Work: who is to be helped to find it and why. */
@NullMarked
package org.huizhu.employment;

import org.jspecify.annotations.NullMarked;
