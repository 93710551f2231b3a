/** What services tell each other: the events and facts, as records that match the JSON Schemas beside them. */
@NullMarked
package org.huizhu.contracts;

import org.jspecify.annotations.NullMarked;
