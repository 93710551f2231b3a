/** Residents' facts as this service holds them, and how they arrive. */
@NullMarked
package org.huizhu.platform.facts;

import org.jspecify.annotations.NullMarked;
