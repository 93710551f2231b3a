/** Everything a resident may have, asked of all benefit services at the same time. */
@NullMarked
package org.huizhu.gateway.benefits;

import org.jspecify.annotations.NullMarked;
