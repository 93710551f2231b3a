/** What residents may have of their own data, and how long data are kept. */
@NullMarked
package org.huizhu.platform.privacy;

import org.jspecify.annotations.NullMarked;
