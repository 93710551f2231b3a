/** The packs that decide, and how a new version of one is drafted, rehearsed over all residents and published. */
@NullMarked
package org.huizhu.platform.packs;

import org.jspecify.annotations.NullMarked;
