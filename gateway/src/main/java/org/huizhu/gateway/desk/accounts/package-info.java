/** Accounts of staff: who there is, with which roles and for which area; made, changed, shut and opened again. */
@NullMarked
package org.huizhu.gateway.desk.accounts;

import org.jspecify.annotations.NullMarked;
