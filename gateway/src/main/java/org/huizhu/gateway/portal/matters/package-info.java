/** Certificate matters of residents: what is under way, and what can be filed. */
@NullMarked
package org.huizhu.gateway.portal.matters;

import org.jspecify.annotations.NullMarked;
