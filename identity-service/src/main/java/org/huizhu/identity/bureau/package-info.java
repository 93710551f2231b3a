/** What other bureaus report: events as they come, what becomes of each, and what a person must look at. */
@NullMarked
package org.huizhu.identity.bureau;

import org.jspecify.annotations.NullMarked;
