/** How readers want to be told that there is a message: in the portal always, outside of it as they choose. */
@NullMarked
package org.huizhu.gateway.portal.notifications;

import org.jspecify.annotations.NullMarked;
