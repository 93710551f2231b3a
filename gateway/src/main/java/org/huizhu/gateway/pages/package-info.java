/** What every page stands in: frame, menu, language, display settings, words for dates and sums, and the page for errors. */
@NullMarked
package org.huizhu.gateway.pages;

import org.jspecify.annotations.NullMarked;
