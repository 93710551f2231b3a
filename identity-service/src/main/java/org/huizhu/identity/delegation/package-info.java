/** Who may act for a resident: whom the resident lets, and legal guardians. */
@NullMarked
package org.huizhu.identity.delegation;

import org.jspecify.annotations.NullMarked;
