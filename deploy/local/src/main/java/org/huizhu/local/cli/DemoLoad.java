package org.huizhu.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.huizhu.local.api.DemoSignIn;
import org.huizhu.local.api.FileImport;
import org.huizhu.local.api.KeycloakAccounts;
import org.huizhu.local.api.PlatformApi;
import org.huizhu.local.demo.DemoAccounts;
import org.huizhu.local.demo.DemoDistrict;
import org.huizhu.local.demo.DemoPerson;
import org.huizhu.local.demo.DemoPersons;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.platform.Progress;
import tools.jackson.databind.json.JsonMapper;

/** Loads the demonstration district through the real import, once for each platform. */
final class DemoLoad {

    private static final String NAME = "district";
    private static final ZoneId XIAN = ZoneId.of("Asia/Shanghai");

    private final PlatformHome home;
    private final Progress progress;

    DemoLoad(PlatformHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** When this is cut short, the next call does it again; the import finds what is there already. */
    void loadOnce() {
        var directory = home.directory().resolve("demo");
        var mark = directory.resolve("loaded");
        if (Files.exists(mark)) {
            return;
        }
        try (var api = new PlatformApi(home)) {
            Files.createDirectories(directory);
            load(api, directory.resolve("beilin.csv"));
            linkAccounts(api);
            Files.createFile(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.done(NAME, "loaded");
    }

    private void load(PlatformApi api, Path file) throws IOException {
        progress.doing(NAME, "making up " + DemoDistrict.RESIDENTS + " residents");
        new DemoDistrict(LocalDate.now(XIAN)).writeCsv(file);
        progress.doing(NAME, "importing " + DemoDistrict.RESIDENTS + " residents");
        var ended = new FileImport(api)
                .run(file, state -> progress.doing(NAME, ImportState.of(state).words()));
        var result = ImportState.of(ended);
        if (result.failed() || result.rejected() > 0) {
            throw new Refusal("The demonstration district did not go in whole (" + result.words()
                    + "): ./huizhu logs identity shows why; ./huizhu up tries again.");
        }
    }

    private void linkAccounts(PlatformApi api) {
        progress.doing(NAME, "linking the demo accounts");
        var accounts = new KeycloakAccounts(home);
        accounts.isOf("resident", residentId(api, DemoPersons.RESIDENT));
        giveGuardian(api, residentId(api, DemoPersons.CHILD));
    }

    /** As a clerk would enter the mother and she would accept with her code; once is enough. */
    private void giveGuardian(PlatformApi api, String child) {
        var path = "/api/identity/residents/" + child + "/guardians";
        for (var guardian : api.get(path).path("guardians")) {
            if (guardian.path("status").asString().equals("ACTIVE")) {
                return;
            }
        }
        var json = new JsonMapper();
        var entered =
                api.post(path, json.createObjectNode().put("kind", "PARENT").put("basis", "BIRTH_CERTIFICATE"));
        var code = json.createObjectNode().put("code", entered.path("code").asString());
        try (var guardian = new PlatformApi(home, new DemoSignIn(home).tokensOf("guardian", DemoAccounts.PASSWORD))) {
            guardian.post("/api/identity/me/acts-for/accept-code", code);
        }
    }

    private static String residentId(PlatformApi api, DemoPerson person) {
        var search = new JsonMapper().createObjectNode().put("idNumber", person.idNumber());
        return api.post("/api/identity/residents/search", search)
                .findPath("residentId")
                .asString();
    }
}
