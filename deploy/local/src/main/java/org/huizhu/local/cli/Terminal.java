package org.huizhu.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/** Whether a person sits there; only the script can tell, and it says so. */
final class Terminal {

    private Terminal() {}

    static boolean isThere() {
        return Boolean.getBoolean("huizhu.terminal");
    }

    static String ask(PrintWriter out, String question) {
        out.print(question);
        out.flush();
        // Not closed, for it would close the input of the whole program.
        var in = new Scanner(System.in, StandardCharsets.UTF_8);
        return in.hasNextLine() ? in.nextLine().strip() : "";
    }
}
