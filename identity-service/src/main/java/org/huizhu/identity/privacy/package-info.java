/** Who sees what of a person in clear, what residents have of their own file, and how long things are kept. */
@NullMarked
package org.huizhu.identity.privacy;

import org.jspecify.annotations.NullMarked;
