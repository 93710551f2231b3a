/** Who may act for whom, as identity tells it and this service holds it. */
@NullMarked
package org.huizhu.platform.delegation;

import org.jspecify.annotations.NullMarked;
