/** The yearly dynamic update: who is asked, what they say otherwise than the file, and what becomes of it. */
@NullMarked
package org.huizhu.identity.survey;

import org.jspecify.annotations.NullMarked;
