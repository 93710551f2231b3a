/** What this service's rules would say of facts that anybody sends, and what its programmes are; nothing is kept. */
@NullMarked
package org.huizhu.platform.assess;

import org.jspecify.annotations.NullMarked;
