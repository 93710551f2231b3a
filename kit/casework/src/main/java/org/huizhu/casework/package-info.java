/** Cases: one resident in one programme, from the decision that opened it to what people decided. */
@NullMarked
package org.huizhu.casework;

import org.jspecify.annotations.NullMarked;
