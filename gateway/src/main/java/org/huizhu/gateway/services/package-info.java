/** Where the services are, and what keeps a slow or broken one from hurting the others. */
@NullMarked
package org.huizhu.gateway.services;

import org.jspecify.annotations.NullMarked;
