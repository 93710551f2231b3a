/** For whom the reader acts: their own file, or that of somebody who lets them. */
@NullMarked
package org.huizhu.gateway.portal.acting;

import org.jspecify.annotations.NullMarked;
