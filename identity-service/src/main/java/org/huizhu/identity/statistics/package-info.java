/** How many, of whom, where: counts that tell of no one. */
@NullMarked
package org.huizhu.identity.statistics;

import org.jspecify.annotations.NullMarked;
