/** What a transaction tells others: written with it, sent after it, in order per key, at least once. */
@NullMarked
package org.huizhu.platform.outbox;

import org.jspecify.annotations.NullMarked;
