package org.huizhu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import org.huizhu.local.api.PlatformApi;
import org.huizhu.local.servers.Distribution;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A draft that lowers the level limit of the living subsidy, rehearsed as an officer does. */
final class RehearsalRun {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String PACKS = "/api/subsidy/packs";
    private static final String LIMIT = "certificate.level <= 3";

    private final PlatformApi api;
    private final String draft;

    RehearsalRun(PlatformApi api) throws IOException {
        this.api = api;
        this.draft = api.postYaml(PACKS + "/drafts", lowered()).required("id").asString();
    }

    private static String lowered() throws IOException {
        Path pack =
                Distribution.project().resolve("subsidy-service/src/main/resources/rules/living-subsidy-XA-2024.yaml");
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        String yaml = Files.readString(pack);
        if (!yaml.contains(LIMIT)) {
            throw new IllegalStateException("the pack no longer has the limit " + LIMIT);
        }
        return yaml.replace("pack: XA-2024", "pack: BENCH")
                .replace("from: 2024-01-01", "from: " + tomorrow)
                .replace(LIMIT, "certificate.level <= 2");
    }

    /** Begins one and waits for its end. */
    JsonNode run() {
        String id = api.post(
                        PACKS + "/drafts/" + draft + "/rehearsals",
                        JsonMapper.shared().createObjectNode())
                .required("id")
                .asString();
        JsonNode rehearsal = api.get(PACKS + "/rehearsals/" + id);
        while (rehearsal.required("status").asString().equals("RUNNING")) {
            LockSupport.parkNanos(PAUSE.toNanos());
            rehearsal = api.get(PACKS + "/rehearsals/" + id);
        }
        if (!rehearsal.required("status").asString().equals("DONE")) {
            throw new IllegalStateException("the rehearsal failed: " + rehearsal.required("reason"));
        }
        return rehearsal;
    }
}
