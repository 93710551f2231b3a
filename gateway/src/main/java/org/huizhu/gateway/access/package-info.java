/** Who is calling: sign-in at Keycloak, roles, and the token that speaks for the caller towards the services. */
@NullMarked
package org.huizhu.gateway.access;

import org.jspecify.annotations.NullMarked;
