package org.huizhu.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.huizhu.local.demo.DemoDistrict;
import org.huizhu.local.platform.Part;

/** A file of made-up residents on its way through the real import, watched in the database, since the API may be away. */
final class ImportedFile {

    private static final Set<String> NAMED = new HashSet<>();

    private final Platform platform;
    private final String id;

    private ImportedFile(Platform platform, String id) {
        this.platform = platform;
        this.id = id;
    }

    /** So many people whom no earlier file has named. */
    static ImportedFile upload(Platform platform, int rows, long seed) throws IOException {
        var text = new StringBuilder();
        new DemoDistrict(LocalDate.now(ZoneId.of("Asia/Shanghai"))).writeRows(rows + rows / 10, seed, text);
        List<String> lines = text.toString().lines().toList();
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<String> strangers = lines.stream()
                .skip(1)
                .filter(line -> NAMED.add(line.split(",", -1)[header.indexOf("身份证号")]))
                .limit(rows)
                .toList();
        strangers.forEach(line -> remember(platform, header, line.split(",", -1)));
        Path file = Files.createDirectories(Path.of("target", "imports")).resolve("residents-" + seed + ".csv");
        Files.write(
                file,
                Stream.concat(Stream.of(lines.getFirst()), strangers.stream()).toList());
        var answer = platform.api().upload("/api/identity/imports", file);
        return new ImportedFile(platform, answer.required("id").asString());
    }

    private static void remember(Platform platform, List<String> header, String[] cells) {
        platform.privateWords()
                .add(
                        cells[header.indexOf("姓名")],
                        cells[header.indexOf("身份证号")],
                        cells[header.indexOf("联系电话")],
                        cells[header.indexOf("住址")]);
    }

    /** Returns when at least this share of the rows is in. */
    void awaitProgress(double share) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions()
                .until(() -> progress() >= share);
    }

    /** From 0 to 1. */
    double progress() throws SQLException {
        Map<String, Object> run = run();
        return run.get("row_count") == null
                ? 0
                : ((Number) run.get("next_row")).doubleValue() / ((Number) run.get("row_count")).doubleValue();
    }

    /** Returns how it ended. */
    Map<String, Object> awaitEnd(Duration atMost) {
        return Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(this::run, run -> List.of("DONE", "FAILED").contains(run.get("status")));
    }

    private Map<String, Object> run() throws SQLException {
        return platform.database(Part.IDENTITY)
                .rows("SELECT status, row_count, next_row, imported, changed, unchanged, rejected,"
                        + " (SELECT GROUP_CONCAT(column_name, ' ', code) FROM import_fault WHERE import_id = import_run.id) faults"
                        + " FROM import_run WHERE id = '" + id + "'")
                .getFirst();
    }
}
