/** What all pages of the staff console share: how identity is asked, what it answers, and who may do what. */
@NullMarked
package org.huizhu.gateway.console;

import org.jspecify.annotations.NullMarked;
