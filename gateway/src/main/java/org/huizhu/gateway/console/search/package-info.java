/** Finding people by an exact number or their whole name, which stand in no address. */
@NullMarked
package org.huizhu.gateway.console.search;

import org.jspecify.annotations.NullMarked;
