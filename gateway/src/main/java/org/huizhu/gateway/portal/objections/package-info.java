/** This fact is wrong; I disagree; and what came of it. */
@NullMarked
package org.huizhu.gateway.portal.objections;

import org.jspecify.annotations.NullMarked;
