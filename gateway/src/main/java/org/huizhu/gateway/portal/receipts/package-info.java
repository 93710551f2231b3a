/** What others reported of a resident, each report with its way to the decisions that it changed. */
@NullMarked
package org.huizhu.gateway.portal.receipts;

import org.jspecify.annotations.NullMarked;
