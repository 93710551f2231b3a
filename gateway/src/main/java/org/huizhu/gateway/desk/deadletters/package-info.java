/** Records that could not be taken in, and sending them once more. */
@NullMarked
package org.huizhu.gateway.desk.deadletters;

import org.jspecify.annotations.NullMarked;
