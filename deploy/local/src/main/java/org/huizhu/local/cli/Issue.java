package org.huizhu.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.huizhu.local.api.ApiRefused;
import org.huizhu.local.api.PlatformApi;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

@Command(
        name = "issue",
        sortOptions = false,
        description = {
            "Issue one certificate and show what each service decides, as it arrives.",
            "Without options: a made-up jobless resident of a dibao household with limb disability, level 2."
        })
final class Issue implements Callable<Integer> {

    private static final ZoneId XIAN = ZoneId.of("Asia/Shanghai");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SERVICES = 4;
    private static final int NOT_FOUND = 404;

    @Mixin
    private final HomeOption home = new HomeOption();

    @ArgGroup(validate = false, heading = "The resident and the certificate:%n")
    private final CertificateOptions certificate = new CertificateOptions();

    @Option(names = "--why", description = "Show every condition of every decision.")
    private boolean why;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            description = "Language of titles and conditions (default: ${DEFAULT-VALUE}).")
    private String language = "zh";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var api = new PlatformApi(Running.required(home.platform()))) {
            api.warmUp();
            var begun = System.nanoTime();
            var issued = api.post("/api/identity/certificates", certificate.asJson(LocalDate.now(XIAN)));
            out.printf(
                    "Issued %s after %d ms; resident %s, facts version %d%n",
                    issued.path("certificateNumber").asString(),
                    since(begun),
                    issued.path("residentId").asString(),
                    issued.path("version").asLong());
            return showDecisions(api, issued, begun, out) ? 0 : 1;
        } catch (ApiRefused refused) {
            throw new Refusal("The platform did not issue it. " + refused.getMessage());
        }
    }

    private boolean showDecisions(PlatformApi api, JsonNode issued, long begun, PrintWriter out) {
        var shown = new HashSet<String>();
        var decisions = new Decisions(out, language, why);
        while (shown.size() < SERVICES && since(begun) < LIMIT.toMillis()) {
            for (var part : parts(api, issued.path("residentId").asString())) {
                if (Decisions.areAbout(part, issued.path("version").asLong())
                        && shown.add(part.path("service").asString())) {
                    decisions.print(part, since(begun));
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(15).toNanos());
        }
        if (shown.size() < SERVICES) {
            out.printf(
                    "After %d s only %d of %d services have decided: ./huizhu status and ./huizhu logs <service> show why.%n",
                    LIMIT.toSeconds(), shown.size(), SERVICES);
        }
        return shown.size() == SERVICES;
    }

    /** Empty as long as no service has heard of the resident. */
    private static JsonNode parts(PlatformApi api, String residentId) {
        try {
            return api.get("/api/residents/" + residentId + "/benefits").path("services");
        } catch (ApiRefused refused) {
            if (refused.status() == NOT_FOUND) {
                return MissingNode.getInstance();
            }
            throw refused;
        }
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
