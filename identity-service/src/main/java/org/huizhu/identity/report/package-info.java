/** What was said of residents and households, by whom and from which day, and what all of it together makes true. */
@NullMarked
package org.huizhu.identity.report;

import org.jspecify.annotations.NullMarked;
