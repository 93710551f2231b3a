/** What every request passes: security rules and headers, limits, and the routes to the services. */
@NullMarked
package org.huizhu.gateway.edge;

import org.jspecify.annotations.NullMarked;
