/** Finding one person by an exact number that stands in no address. */
@NullMarked
package org.huizhu.gateway.console.search;

import org.jspecify.annotations.NullMarked;
