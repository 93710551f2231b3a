/** Identity: the owner of residents, their certificates and households, and of the facts that are told about them. */
@NullMarked
package org.huizhu.identity;

import org.jspecify.annotations.NullMarked;
