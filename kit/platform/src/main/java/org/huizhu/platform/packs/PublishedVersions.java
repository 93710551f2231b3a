package org.huizhu.platform.packs;

import java.util.List;
import java.util.Objects;
import org.huizhu.eligibility.PackSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The versions that were published and not withdrawn, as every instance loads them. */
final class PublishedVersions {

    private static final String FILE = "published/";

    private final JdbcTemplate database;

    PublishedVersions(JdbcTemplate database) {
        this.database = database;
    }

    /** Rises with each publication and withdrawal. */
    long lastChange() {
        return Objects.requireNonNull(
                database.queryForObject("SELECT change_no FROM pack_publication WHERE id = 1", Long.class));
    }

    /**
     * Says that something is published or withdrawn in this transaction. Others who want to do so wait until it ends, so
     * call it before reading what it depends on.
     */
    void change() {
        database.update("UPDATE pack_publication SET change_no = change_no + 1 WHERE id = 1");
    }

    List<PackSource> sources() {
        return database.query(
                "SELECT id, yaml FROM pack_version WHERE status = 'APPROVED' ORDER BY valid_from, id",
                (row, n) -> new PackSource(FILE + row.getString(1), row.getString(2)));
    }

    /** Under which id a version was published; null for a pack that the service ships. */
    static @Nullable String idOf(String file) {
        return file.startsWith(FILE) ? file.substring(FILE.length()) : null;
    }
}
