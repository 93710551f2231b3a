/** Files that may be one person's: found when somebody is entered, judged by a person, and never lost by a judgement. */
@NullMarked
package org.huizhu.identity.duplicate;

import org.jspecify.annotations.NullMarked;
