/** What must be true of the machine before the platform starts, each said in one sentence with its remedy. */
@NullMarked
package org.huizhu.local.checks;

import org.jspecify.annotations.NullMarked;
