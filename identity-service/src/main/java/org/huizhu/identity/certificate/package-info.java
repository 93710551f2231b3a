/** Issuing certificates: what a registration must hold, and the endpoint that takes one. */
@NullMarked
package org.huizhu.identity.certificate;

import org.jspecify.annotations.NullMarked;
