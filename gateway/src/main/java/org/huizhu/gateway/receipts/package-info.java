/** Receipts of events that bureaus sent, traced through the services to the decisions that changed. */
@NullMarked
package org.huizhu.gateway.receipts;

import org.jspecify.annotations.NullMarked;
