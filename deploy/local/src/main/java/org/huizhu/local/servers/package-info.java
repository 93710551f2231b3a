/** Real servers as processes of their own, started and found again by pid file: the database, the broker and Keycloak; used by the runner and by tests alike. */
@NullMarked
package org.huizhu.local.servers;

import org.jspecify.annotations.NullMarked;
