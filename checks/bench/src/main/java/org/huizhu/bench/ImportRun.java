package org.huizhu.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.huizhu.local.platform.Part;
import org.jspecify.annotations.Nullable;

/** One file of made-up residents, from its upload until the last service has stored its last decision. */
final class ImportRun {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final MeasuredPlatform platform;

    ImportRun(MeasuredPlatform platform) {
        this.platform = platform;
    }

    /** Both from the upload: until identity had taken the last row in, and until the last decision was stored. */
    record Times(Duration imported, Duration decided) {}

    Times run(ResidentsFile file) throws IOException, SQLException {
        try (var rest = new Rest(platform)) {
            long start = System.nanoTime();
            String id = platform.api()
                    .upload("/api/identity/imports", file.path())
                    .required("id")
                    .asString();
            Duration imported = null;
            while (imported == null || !rest.isReached()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                imported = imported(imported, id, start);
            }
            return new Times(imported, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private @Nullable Duration imported(@Nullable Duration before, String id, long start) throws SQLException {
        return before == null && isDone(id) ? Duration.ofNanos(System.nanoTime() - start) : before;
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
