/** Accounts at Keycloak: residents are invited or link their file, operators manage those of staff. */
@NullMarked
package org.huizhu.identity.account;

import org.jspecify.annotations.NullMarked;
