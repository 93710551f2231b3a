/** What residents object to: a fact that is wrong, a decision they disagree with; and what staff answer. */
@NullMarked
package org.huizhu.identity.objection;

import org.jspecify.annotations.NullMarked;
