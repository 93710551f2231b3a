/** What comes of a form that was sent to a service. */
@NullMarked
package org.huizhu.gateway.portal.sending;

import org.jspecify.annotations.NullMarked;
