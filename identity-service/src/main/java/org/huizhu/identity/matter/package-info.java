/** Certificate work: what is filed, the steps it goes through, their clocks, and what comes of it. */
@NullMarked
package org.huizhu.identity.matter;

import org.jspecify.annotations.NullMarked;
