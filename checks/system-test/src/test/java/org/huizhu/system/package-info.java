/** The whole platform as people run it: real processes, seen from outside and in the traces that they leave. */
@NullMarked
package org.huizhu.system;

import org.jspecify.annotations.NullMarked;
