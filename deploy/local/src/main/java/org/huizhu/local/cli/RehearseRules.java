package org.huizhu.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.huizhu.eligibility.PackFaults;
import org.huizhu.eligibility.PackName;
import org.huizhu.eligibility.PackSource;
import org.huizhu.local.api.ApiRefused;
import org.huizhu.local.api.DemoSignIn;
import org.huizhu.local.api.PackRehearsal;
import org.huizhu.local.api.PlatformApi;
import org.huizhu.local.demo.DemoAccounts;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.rules.RuleFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rehearse",
        sortOptions = false,
        description = {
            "Send a pack to the running platform as a draft, rehearse it over all residents, and show who gains and who loses.",
            "Done as the demo account 'policy'. Nothing is decided by it: a draft counts only when two officers publish it."
        })
final class RehearseRules implements Callable<Integer> {

    private static final String OFFICER = "policy";

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "<pack.yaml>")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--on",
            paramLabel = "<day>",
            description = "Rehearse as of this day, such as 2027-01-01 (left out: the draft's first day).")
    private @Nullable LocalDate on;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var source = PackFiles.read(List.of(file)).getFirst();
        try {
            RuleFiles.load(List.of(source));
        } catch (PackFaults refused) {
            return PackFiles.show(refused, out);
        }
        return rehearse(Running.required(home.platform()), source, out);
    }

    private int rehearse(PlatformHome platform, PackSource source, PrintWriter out) {
        var owner = String.valueOf(PackName.of(source).owner());
        try (var api = new PlatformApi(platform, new DemoSignIn(platform).tokensOf(OFFICER, DemoAccounts.PASSWORD));
                var progress = new ShownProgress(out)) {
            progress.doing("rehearsal", "sending the draft");
            var result = new PackRehearsal(api)
                    .run(owner, source.text(), on, state -> progress.doing("rehearsal", "over all residents"));
            progress.done("rehearsal", new RehearsalReport(result).headline());
            new RehearsalReport(result).print(out);
            return result.path("status").asString("").equals("DONE") ? 0 : 1;
        } catch (ApiRefused refused) {
            throw new Refusal(PackRehearsal.sentences(refused, source.file()));
        } catch (UncheckedIOException e) {
            throw new Refusal("The demo account '" + OFFICER + "' could not sign in, or the platform went away: "
                    + e.getMessage());
        }
    }
}
