package org.huizhu.bench;

import java.io.PrintWriter;
import java.time.Duration;

/** Prints figures, one a line. */
final class Shown {

    private final PrintWriter out;

    Shown(PrintWriter out) {
        this.out = out;
    }

    void line(String what, String value) {
        out.printf("%-14s %s%n", what, value);
        out.flush();
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
