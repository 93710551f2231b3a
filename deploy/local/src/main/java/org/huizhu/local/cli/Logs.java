package org.huizhu.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huizhu.local.platform.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show the end of a part's log.")
final class Logs implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(
            paramLabel = "<part>",
            description = "mariadb, kafka, keycloak, identity, subsidy, rehab, employment, education or gateway")
    private String word = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "100",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var part = Part.of(word)
                .orElseThrow(() -> new Refusal("There is no part '" + word + "': choose one of " + words() + "."));
        var log = home.home().servers().log(part.word());
        if (!Files.exists(log)) {
            throw new Refusal("There is no log of " + word + " yet: ./huizhu up starts it.");
        }
        var command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        command.add(log.toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String words() {
        return Arrays.stream(Part.values()).map(Part::word).collect(Collectors.joining(", "));
    }
}
