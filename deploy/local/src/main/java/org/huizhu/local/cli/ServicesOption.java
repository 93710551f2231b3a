package org.huizhu.local.cli;

import java.util.List;
import java.util.stream.Stream;
import org.huizhu.local.platform.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which services a command is for. */
final class ServicesOption {

    @Option(
            names = "--service",
            paramLabel = "<service>",
            split = ",",
            description = "Only this service, such as identity; may be given more than once (default: all).")
    private @Nullable List<String> wanted;

    boolean isGiven() {
        return wanted != null;
    }

    /** Their words, in the order in which people read of them. */
    List<String> words() {
        var all =
                Stream.of(Part.values()).filter(Part::isService).map(Part::word).toList();
        if (wanted == null) {
            return all;
        }
        for (var word : wanted) {
            if (!all.contains(word)) {
                throw new Refusal("There is no service '" + word + "'. There are: " + String.join(", ", all) + ".");
            }
        }
        return wanted;
    }
}
