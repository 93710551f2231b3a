/** What the pages of the second half of the staff console share: asking services, their answers, the menu. */
@NullMarked
package org.huizhu.gateway.desk;

import org.jspecify.annotations.NullMarked;
