/** What residents object to, and the answers of staff. */
@NullMarked
package org.huizhu.gateway.console.objections;

import org.jspecify.annotations.NullMarked;
