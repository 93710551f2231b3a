/** Registrations brought in as a file: upload, progress, rows to correct. */
@NullMarked
package org.huizhu.gateway.desk.imports;

import org.jspecify.annotations.NullMarked;
