/** Taking whole files of certificates: received sealed, worked off in chunks, restartable at any point. */
@NullMarked
package org.huizhu.identity.imports;

import org.jspecify.annotations.NullMarked;
