package org.huizhu.identity.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huizhu.identity.resident.MergeFollower;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The choices in the database; what was chosen under a file that was closed goes on where nothing else was chosen. */
@Repository
class NoticeChoices implements MergeFollower {

    private static final String SELECT = "SELECT * FROM notice_choice WHERE ";

    private final JdbcClient database;
    private final Sealer sealer;
    private final IdSource ids;
    private final InstantSource clock;

    NoticeChoices(JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whose choice it is: a resident's or, for who has no file, an account's. */
    record Owner(@Nullable String residentId, @Nullable String account) {

        private String column() {
            return residentId != null ? "resident_id = ?" : "account = ?";
        }

        private @Nullable String key() {
            return residentId != null ? residentId : account;
        }
    }

    /** Whom an account belongs to: the resident whose own it is, else nobody but itself. */
    Owner ofAccount(String account) {
        return database.sql("SELECT resident_id FROM account WHERE subject = ? AND resident_id IS NOT NULL")
                .param(account)
                .query(String.class)
                .optional()
                .map(resident -> new Owner(resident, null))
                .orElseGet(() -> new Owner(null, account));
    }

    Optional<NoticeChoice> of(Owner owner) {
        return database.sql(SELECT + owner.column())
                .param(owner.key())
                .query(this::choice)
                .optional();
    }

    /** Whether nobody was quicker: the held version is still the one before. */
    boolean put(Owner owner, NoticeChoice choice, String by) {
        if (choice.version() == 1) {
            String id = ids.next();
            return database.sql("""
                            INSERT IGNORE INTO notice_choice (id, resident_id, account, sms, email, phone, mail, language,
                              version, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)""")
                            .param(id)
                            .param(owner.residentId())
                            .param(owner.residentId() == null ? owner.account() : null)
                            .param(choice.sms())
                            .param(choice.email())
                            .param(sealed(choice.phone(), "phone", id))
                            .param(sealed(choice.mail(), "mail", id))
                            .param(choice.language().name())
                            .param(now())
                            .param(by)
                            .update()
                    == 1;
        }
        String id = database.sql("SELECT id FROM notice_choice WHERE " + owner.column())
                .param(owner.key())
                .query(String.class)
                .single();
        return database.sql("UPDATE notice_choice SET sms = ?, email = ?, phone = ?, mail = ?, language = ?,"
                                + " version = ?, changed_at = ?, changed_by = ? WHERE id = ? AND version = ?")
                        .param(choice.sms())
                        .param(choice.email())
                        .param(sealed(choice.phone(), "phone", id))
                        .param(sealed(choice.mail(), "mail", id))
                        .param(choice.language().name())
                        .param(choice.version())
                        .param(now())
                        .param(by)
                        .param(id)
                        .param(choice.version() - 1)
                        .update()
                == 1;
    }

    @Override
    public void merged(String survivor, String closed) {
        if (of(new Owner(survivor, null)).isEmpty()) {
            database.sql("UPDATE notice_choice SET resident_id = ?, moved_from = ? WHERE resident_id = ?")
                    .params(survivor, closed, closed)
                    .update();
        }
    }

    @Override
    public void parted(String survivor, String closed) {
        database.sql("UPDATE notice_choice SET resident_id = ?, moved_from = NULL WHERE resident_id = ?"
                        + " AND moved_from = ?")
                .params(closed, survivor, closed)
                .update();
    }

    private NoticeChoice choice(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        return new NoticeChoice(
                row.getInt("version"),
                row.getBoolean("sms"),
                row.getBoolean("email"),
                opened(row.getBytes("phone"), "phone", id),
                opened(row.getBytes("mail"), "mail", id),
                NoticeChoice.Language.valueOf(row.getString("language")));
    }

    private byte @Nullable [] sealed(@Nullable String text, String column, String id) {
        return text == null ? null : sealer.seal(text, "notice_choice." + column + ":" + id);
    }

    private @Nullable String opened(byte @Nullable [] sealed, String column, String id) {
        return sealed == null ? null : sealer.open(sealed, "notice_choice." + column + ":" + id);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
