/** Forms that somebody began to fill in for a resident and will send another day. */
@NullMarked
package org.huizhu.identity.draft;

import org.jspecify.annotations.NullMarked;
