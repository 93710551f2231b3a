/** Accounts of staff, for operators. */
@NullMarked
package org.huizhu.gateway.desk.accounts;

import org.jspecify.annotations.NullMarked;
