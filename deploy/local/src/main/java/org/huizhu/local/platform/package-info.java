/** The platform on one machine: its parts, how each is started, found again and stopped. */
@NullMarked
package org.huizhu.local.platform;

import org.jspecify.annotations.NullMarked;
