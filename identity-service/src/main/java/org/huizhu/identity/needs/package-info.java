/** How residents want to be spoken with: asked once, and used by every hall, hotline and message. */
@NullMarked
package org.huizhu.identity.needs;

import org.jspecify.annotations.NullMarked;
