/** Real servers for tests: one database and one broker for a test JVM, a fresh database for each test class. */
@NullMarked
package org.huizhu.platform.test.servers;

import org.jspecify.annotations.NullMarked;
