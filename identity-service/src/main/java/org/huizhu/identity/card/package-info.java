/** Third-generation smart cards: wanted, made in batches, handed over. */
@NullMarked
package org.huizhu.identity.card;

import org.jspecify.annotations.NullMarked;
