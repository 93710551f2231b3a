/** What this service has already taken in, and how far it has read: kept in the transaction of what came of it. */
@NullMarked
package org.huizhu.platform.inbox;

import org.jspecify.annotations.NullMarked;
