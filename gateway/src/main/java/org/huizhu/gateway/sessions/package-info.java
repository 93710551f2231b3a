/** Sessions of people, kept sealed in the gateway's own database, so that any number of gateways serve the same people. */
@NullMarked
package org.huizhu.gateway.sessions;

import org.jspecify.annotations.NullMarked;
