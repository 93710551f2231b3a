/** Messages to residents about their file, and copies of them to those who act for them. */
@NullMarked
package org.huizhu.identity.message;

import org.jspecify.annotations.NullMarked;
