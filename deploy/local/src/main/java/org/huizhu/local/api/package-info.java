/** The platform's own HTTP API, as the command line calls it. */
@NullMarked
package org.huizhu.local.api;

import org.jspecify.annotations.NullMarked;
