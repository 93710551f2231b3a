/** The numbers printed on cards, and what makes one valid. */
@NullMarked
package org.huizhu.identity.number;

import org.jspecify.annotations.NullMarked;
