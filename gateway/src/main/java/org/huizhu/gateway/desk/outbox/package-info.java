/** The local outbox, for operators: what leaves the platform by short message and e-mail. */
@NullMarked
package org.huizhu.gateway.desk.outbox;

import org.jspecify.annotations.NullMarked;
