/** Measures the whole platform from outside: how many certificates, how soon, with how much memory. */
@NullMarked
package org.huizhu.bench;

import org.jspecify.annotations.NullMarked;
