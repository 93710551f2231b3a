package org.huizhu.platform.test.servers;

import java.util.concurrent.atomic.AtomicInteger;

/** The database server of this test JVM, whichever kind it is. */
public sealed interface DatabaseServer permits EmbeddedDatabase, ContainerDatabase, MySqlDatabase {

    AtomicInteger COUNTER = new AtomicInteger();

    /** A database that nobody has used before; its name begins with the given word. */
    default TestDatabase createDatabase(String word) {
        return create(word + "_" + COUNTER.incrementAndGet());
    }

    /** A database of exactly this name, with an account of the same name. */
    TestDatabase create(String name);

    /** SIGKILL; committed rows stay on disk. */
    void kill();

    /** Starts it again after a kill, at the same address. */
    void restart();
}
