/** What a person has to judge: events that contradict, and files that may be of one person. */
@NullMarked
package org.huizhu.gateway.desk.worklist;

import org.jspecify.annotations.NullMarked;
