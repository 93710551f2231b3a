/** Working days, with the public holidays and make-up days that the State Council publishes. */
@NullMarked
package org.huizhu.identity.calendar;

import org.jspecify.annotations.NullMarked;
