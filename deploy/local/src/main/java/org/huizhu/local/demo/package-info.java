/** A made-up district: residents as its disabled persons' federation would list them, the same on every machine. */
@NullMarked
package org.huizhu.local.demo;

import org.jspecify.annotations.NullMarked;
