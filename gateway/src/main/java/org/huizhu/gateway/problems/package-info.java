/** Answers to what goes wrong, as problem details with a stable code in both languages. */
@NullMarked
package org.huizhu.gateway.problems;

import org.jspecify.annotations.NullMarked;
