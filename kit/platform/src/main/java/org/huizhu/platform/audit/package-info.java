/** The record of who read or changed a person's file. */
@NullMarked
package org.huizhu.platform.audit;

import org.jspecify.annotations.NullMarked;
