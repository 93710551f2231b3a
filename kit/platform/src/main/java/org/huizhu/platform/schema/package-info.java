/** Tables of the kit, migrated apart from the tables of the service. */
@NullMarked
package org.huizhu.platform.schema;

import org.jspecify.annotations.NullMarked;
