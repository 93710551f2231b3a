/** The rules kernel: packs of dated rules and one person's facts in, an explained assessment out. */
@NullMarked
package org.huizhu.eligibility;

import org.jspecify.annotations.NullMarked;
