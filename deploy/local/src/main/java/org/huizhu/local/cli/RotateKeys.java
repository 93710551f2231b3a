package org.huizhu.local.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.huizhu.local.api.ApiRefused;
import org.huizhu.local.api.KeyRotation;
import org.huizhu.local.api.PlatformApi;
import org.huizhu.local.platform.PlatformHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "rotate",
        sortOptions = false,
        description = {
            "Give each service a new data key and seal everything anew under it; nothing stops meanwhile.",
            "Broken off, it goes on by itself; the command then only watches again.",
            "With --master: wrap the data keys with a new master key instead. Personal data are not touched by that."
        })
final class RotateKeys implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ServicesOption services = new ServicesOption();

    @Option(
            names = "--master",
            paramLabel = "<file>",
            description = "A file with the new master key: 64 hexadecimal digits, such as of 'openssl rand -hex 32'.")
    private @Nullable Path master;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (master != null && services.isGiven()) {
            throw new Refusal("All services share the master key: leave out --service.");
        }
        var wanted = services.words();
        var change = master == null ? null : MasterKeyChange.to(master);
        var platform = Running.required(home.platform());
        try (var api = new PlatformApi(platform);
                var progress = new ShownProgress(spec.commandLine().getOut())) {
            var rotation = new KeyRotation(api);
            if (change == null) {
                for (var service : wanted) {
                    progress.doing(service, "sealing anew");
                    var keys = rotation.rotate(service, state -> progress.doing(service, words(state)));
                    progress.done(service, words(keys.path("rotation")));
                }
            } else {
                changeMaster(change, platform, rotation, progress);
            }
            return 0;
        } catch (ApiRefused refused) {
            throw new Refusal(refused.getMessage() + " What was begun goes on when the command is given again.");
        }
    }

    private void changeMaster(
            MasterKeyChange change, PlatformHome platform, KeyRotation rotation, ShownProgress progress) {
        change.layReady(platform.servers().secrets());
        for (var service : services.words()) {
            progress.doing(service, "wrapping");
            progress.done(service, rotation.rewrap(service) + " data keys wrapped");
        }
        var previous = change.putInPlace(platform.servers().secrets());
        spec.commandLine()
                .getOut()
                .println("The new master key is in place. The old one is in " + previous
                        + ": backups from before need it, so keep it as long as them, elsewhere, and delete it here.");
    }

    private static String words(JsonNode rotation) {
        var resealed = 0L;
        var done = 0;
        var columns = 0;
        for (var column : rotation.path("columns")) {
            resealed += column.path("resealed").asLong();
            done += column.path("done").asBoolean() ? 1 : 0;
            columns++;
        }
        return String.format(Locale.ROOT, "%,d values, %d of %d columns", resealed, done, columns);
    }
}
