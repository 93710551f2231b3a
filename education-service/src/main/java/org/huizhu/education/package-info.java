/** School: whose plan and aid are due and why. */
@NullMarked
package org.huizhu.education;

import org.jspecify.annotations.NullMarked;
