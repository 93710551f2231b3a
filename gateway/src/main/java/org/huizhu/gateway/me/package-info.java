/** What people ask about their own file, put to all services at the same time. */
@NullMarked
package org.huizhu.gateway.me;

import org.jspecify.annotations.NullMarked;
