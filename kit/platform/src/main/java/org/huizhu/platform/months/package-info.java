/** What was owed for past months by the facts as they are known now, and what came of an event. */
@NullMarked
package org.huizhu.platform.months;

import org.jspecify.annotations.NullMarked;
