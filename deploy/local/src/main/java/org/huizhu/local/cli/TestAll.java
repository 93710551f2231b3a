package org.huizhu.local.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Listed here for {@code help}; the script {@code ./huizhu} does it, since it needs Maven. */
@Command(name = "test", description = "Run every check and test of the project, as CI does; arguments go to Maven.")
final class TestAll implements Runnable {

    @Unmatched
    private List<String> arguments = List.of();

    @Override
    public void run() {
        throw new Refusal("Call it through the script: ./huizhu test " + String.join(" ", arguments));
    }
}
