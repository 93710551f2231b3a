/** Who did what, and whether the log is whole. */
@NullMarked
package org.huizhu.gateway.desk.audit;

import org.jspecify.annotations.NullMarked;
