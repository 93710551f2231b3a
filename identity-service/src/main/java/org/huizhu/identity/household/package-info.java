/** Who lives with whom and how people belong together: members, relations, and the lists that follow from them. */
@NullMarked
package org.huizhu.identity.household;

import org.jspecify.annotations.NullMarked;
