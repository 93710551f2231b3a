/** Counts of certificate holders as table, chart and file. */
@NullMarked
package org.huizhu.gateway.desk.statistics;

import org.jspecify.annotations.NullMarked;
