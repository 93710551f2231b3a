/** How a page asks: a record with its rules, what was typed, what is wrong with it and in which field. */
@NullMarked
package org.huizhu.gateway.forms;

import org.jspecify.annotations.NullMarked;
