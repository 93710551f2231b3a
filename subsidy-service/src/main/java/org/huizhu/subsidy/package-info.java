/** Living and care subsidies: who is entitled to them and why. */
@NullMarked
package org.huizhu.subsidy;

import org.jspecify.annotations.NullMarked;
