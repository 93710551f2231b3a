package org.huizhu.local.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.huizhu.local.api.ApiRefused;
import org.huizhu.local.api.AuditVerification;
import org.huizhu.local.api.AuditVerification.Result;
import org.huizhu.local.api.PlatformApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Recompute the chain of every audit log, hold it against what was told to the broker, and name the first fault.",
            "Ends with 1 if a row was changed, removed or inserted, the tail is cut off, or it could not be proven."
        })
final class VerifyAuditLogs implements Callable<Integer> {

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
        var out = spec.commandLine().getOut();
        try (var api = new PlatformApi(Running.required(home.platform()))) {
            var verification = new AuditVerification(api);
            var sound = true;
            for (var service : wanted) {
                sound &= verified(verification, service, out);
            }
            return sound ? 0 : 1;
        }
    }

    private static boolean verified(AuditVerification verification, String service, PrintWriter out) {
        try {
            var result = verification.of(service);
            out.println(line(result));
            return result.isSound();
        } catch (ApiRefused | UncheckedIOException e) {
            out.println(String.format(Locale.ROOT, "%-11s could not be verified: %s", service, e.getMessage()));
            return false;
        }
    }

    static String line(Result result) {
        var counts = String.format(
                Locale.ROOT,
                "%-11s %,d entries, %,d linked, proven up to link %,d: ",
                result.service(),
                result.entries(),
                result.linked(),
                result.anchoredUpTo());
        if (!result.fault().isEmpty()) {
            return counts + result.fault();
        }
        return counts + (result.topicRead() ? "whole" : "no fault found, but the broker did not answer");
    }
}
