/** Second credentials, whose holders come first (LS-25). */
@NullMarked
package org.huizhu.identity.credential;

import org.jspecify.annotations.NullMarked;
