package org.huizhu.identity.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each time that staff saw somebody in clear, with what they wrote to say why, sealed. */
@Repository
class FullViews {

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;

    FullViews(JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    void add(String residentId, String viewer, Purpose purpose, @Nullable String note) {
        String id = ids.next();
        database.sql("INSERT INTO full_view (id, resident_id, viewed_by, purpose, note, viewed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(residentId)
                .param(viewer)
                .param(purpose.name())
                .param(note == null ? null : sealer.seal(note, "full_view.note:" + id))
                .param(utc(clock.instant()))
                .update();
    }

    int removeBefore(Instant limit, int most) {
        return database.sql("DELETE FROM full_view WHERE viewed_at < ? LIMIT " + most)
                .param(utc(limit))
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
