/** What could I get? Six questions, answered by the rules of all services; nothing is kept of them. */
@NullMarked
package org.huizhu.gateway.check;

import org.jspecify.annotations.NullMarked;
