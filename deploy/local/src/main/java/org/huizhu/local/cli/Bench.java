package org.huizhu.local.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Listed here for {@code help}; the script {@code ./huizhu} does it, since it needs Maven. */
@Command(name = "bench", description = "Measure throughput and latency, for example ./huizhu bench spine.")
final class Bench implements Runnable {

    @Unmatched
    private List<String> arguments = List.of();

    @Override
    public void run() {
        throw new Refusal("Call it through the script: ./huizhu bench " + String.join(" ", arguments));
    }
}
