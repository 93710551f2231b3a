/** The commands behind {@code ./huizhu}: what people type and what they are shown. */
@NullMarked
package org.huizhu.local.cli;

import org.jspecify.annotations.NullMarked;
