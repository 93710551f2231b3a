package org.huizhu.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import org.huizhu.local.demo.DemoDistrict;
import org.huizhu.local.platform.Part;

/** One file of made-up residents, from its upload until the last service has stored its last decision. */
final class ImportRun {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final MeasuredPlatform platform;
    private final int rows;

    ImportRun(MeasuredPlatform platform, int rows) {
        this.platform = platform;
        this.rows = rows;
    }

    Duration run() throws IOException, SQLException {
        Path file = Files.createTempFile("huizhu-bench", ".csv");
        try (var rest = new Rest(platform)) {
            write(file);
            long start = System.nanoTime();
            String id = platform.api()
                    .upload("/api/identity/imports", file)
                    .required("id")
                    .asString();
            while (!isDone(id) || !rest.isReached()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            Files.delete(file);
        }
    }

    /** Another seed each time, so that every row is a new person. */
    private void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            new DemoDistrict(LocalDate.now(ZoneId.of("Asia/Shanghai"))).writeRows(rows, System.nanoTime(), out);
        }
    }

    private boolean isDone(String id) throws SQLException {
        if (platform.number(Part.IDENTITY, count(id, "FAILED")) > 0) {
            throw new IllegalStateException("the import failed");
        }
        return platform.number(Part.IDENTITY, count(id, "DONE")) > 0;
    }

    private static String count(String id, String status) {
        return "SELECT COUNT(*) FROM import_run WHERE id = '" + id + "' AND status = '" + status + "'";
    }
}
