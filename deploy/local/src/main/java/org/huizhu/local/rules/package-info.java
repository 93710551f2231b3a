/** Rule packs and their tests as files, for people who keep them in git. */
@NullMarked
package org.huizhu.local.rules;

import org.jspecify.annotations.NullMarked;
