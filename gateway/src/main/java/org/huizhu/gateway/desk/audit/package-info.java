/** The audit logs of all services for auditors, and whether each of them is whole. */
@NullMarked
package org.huizhu.gateway.desk.audit;

import org.jspecify.annotations.NullMarked;
