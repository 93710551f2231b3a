/** Residents with their certificates and households: what is held, how it changes, what of it is told and shown. */
@NullMarked
package org.huizhu.identity.resident;

import org.jspecify.annotations.NullMarked;
