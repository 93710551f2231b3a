package org.huizhu.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "reset", description = "Stop everything and delete all data, accounts and secrets of this platform.")
final class Reset implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var platform = home.platform();
        var directory = platform.home().directory();
        if (!yes && !confirmed(out, directory)) {
            throw new Refusal("Nothing was deleted.");
        }
        try (var progress = new ShownProgress(out)) {
            platform.down(progress);
        }
        for (var part : List.of("data", "run", "logs", "secrets", "demo")) {
            delete(directory.resolve(part));
        }
        out.println("Deleted: data, accounts, secrets and logs in " + directory + ".");
        return 0;
    }

    private static boolean confirmed(PrintWriter out, Path directory) {
        if (!Terminal.isThere()) {
            throw new Refusal(
                    "Nobody can be asked here: call ./huizhu reset --yes to delete everything in " + directory + ".");
        }
        return Terminal.ask(out, "This deletes all data in " + directory + ". Type yes to go on: ")
                .equals("yes");
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
