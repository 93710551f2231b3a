/** For operators: records that services could not process, tried again or put away. */
@NullMarked
package org.huizhu.gateway.desk.letters;

import org.jspecify.annotations.NullMarked;
