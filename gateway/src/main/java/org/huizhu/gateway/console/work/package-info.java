/** What lies with somebody who works on certificates: overdue first. */
@NullMarked
package org.huizhu.gateway.console.work;

import org.jspecify.annotations.NullMarked;
