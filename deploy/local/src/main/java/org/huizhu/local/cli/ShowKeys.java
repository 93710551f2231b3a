package org.huizhu.local.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.huizhu.local.api.KeyRotation;
import org.huizhu.local.api.PlatformApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Which keys there are, how old, and which master key wraps them; never the keys.")
final class ShowKeys implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ServicesOption services = new ServicesOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var wanted = services.words();
        try (var api = new PlatformApi(Running.required(home.platform()))) {
            for (var service : wanted) {
                for (var key : new KeyRotation(api).keys(service).path("keys")) {
                    spec.commandLine()
                            .getOut()
                            .println(String.format(
                                    Locale.ROOT,
                                    "%-11s key %-4s %-12s %-8s %5d days  master key %s",
                                    service,
                                    key.path("id").asString(),
                                    key.path("purpose").asString(),
                                    key.path("state").asString(),
                                    key.path("ageDays").asLong(),
                                    key.path("masterKey").asString("from before ids")));
                }
            }
            return 0;
        }
    }
}
