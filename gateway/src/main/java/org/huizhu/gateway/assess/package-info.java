/** What all services' rules say of facts that anybody sends, and which programmes there are. */
@NullMarked
package org.huizhu.gateway.assess;

import org.jspecify.annotations.NullMarked;
