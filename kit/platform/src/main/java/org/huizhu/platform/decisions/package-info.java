/** What this service's packs say of each resident it holds, why, and what has changed. */
@NullMarked
package org.huizhu.platform.decisions;

import org.jspecify.annotations.NullMarked;
