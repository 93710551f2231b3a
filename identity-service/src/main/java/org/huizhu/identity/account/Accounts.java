package org.huizhu.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts as they are to be. */
@Repository
class Accounts {

    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource clock;

    Accounts(JdbcClient database, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    void insert(Account account) {
        String name = account.name();
        database.sql("""
                        INSERT INTO account (id, subject, username, resident_id, name, area, roles, enabled, deceased,
                          created_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(account.id())
                .param(account.subject())
                .param(account.username())
                .param(account.residentId())
                .param(name == null ? null : sealer.seal(name, "account.name:" + account.id()))
                .param(account.area())
                .param(String.join(",", new TreeSet<>(account.roles())))
                .param(account.enabled())
                .param(account.deceased())
                .param(now())
                .param(now())
                .update();
    }

    void update(Account account) {
        database.sql("""
                        UPDATE account SET resident_id = ?, area = ?, roles = ?, enabled = ?, deceased = ?,
                          version = version + 1, changed_at = ? WHERE id = ?""")
                .param(account.residentId())
                .param(account.area())
                .param(String.join(",", new TreeSet<>(account.roles())))
                .param(account.enabled())
                .param(account.deceased())
                .param(now())
                .param(account.id())
                .update();
    }

    /** Writes down Keycloak's id of it, and nothing else. */
    void known(String id, String subject) {
        database.sql("UPDATE account SET subject = ? WHERE id = ? AND subject IS NULL")
                .param(subject)
                .param(id)
                .update();
    }

    Optional<Account> find(String id) {
        return one("SELECT * FROM account WHERE id = ?", id);
    }

    Optional<Account> lock(String id) {
        return one("SELECT * FROM account WHERE id = ? FOR UPDATE", id);
    }

    Optional<Account> ofResident(String residentId) {
        return one("SELECT * FROM account WHERE resident_id = ?", residentId);
    }

    Optional<Account> ofSubject(String subject) {
        return one("SELECT * FROM account WHERE subject = ?", subject);
    }

    Optional<Account> ofUsername(String username) {
        return one("SELECT * FROM account WHERE username = ?", username);
    }

    List<Account> ofResidents(Collection<String> residentIds) {
        return residentIds.isEmpty()
                ? List.of()
                : database.sql("SELECT * FROM account WHERE resident_id IN (:ids) ORDER BY id")
                        .param("ids", residentIds)
                        .query(this::read)
                        .list();
    }

    /** Those of staff in that area and below, or everywhere, by Keycloak's ids. */
    List<Account> staffOf(Collection<String> subjects, @Nullable String area) {
        return subjects.isEmpty()
                ? List.of()
                : database.sql("SELECT * FROM account WHERE staff AND subject IN (:subjects)"
                                + " AND (:area IS NULL OR area LIKE CONCAT(:area, '%')) ORDER BY username")
                        .param("subjects", subjects)
                        .param("area", area)
                        .query(this::read)
                        .list();
    }

    /** Locks every operator's account that may sign in, and says which; so that two cannot shut each other out. */
    List<String> lockOperators() {
        return database.sql(
                        "SELECT id FROM account WHERE FIND_IN_SET('operator', roles) > 0 AND enabled AND NOT deceased"
                                + " ORDER BY id FOR UPDATE")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What to list: {@code area} and below; {@code username}: what it contains. */
    record Wanted(
            @Nullable String area,
            @Nullable String role,
            @Nullable Boolean enabled,
            @Nullable String username) {}

    List<Account> staff(Wanted wanted, int page, int size) {
        List<Object> parameters = new ArrayList<>();
        String where = where(wanted, parameters);
        parameters.add(size);
        parameters.add((long) page * size);
        return database.sql("SELECT * FROM account" + where + " ORDER BY username, id LIMIT ? OFFSET ?")
                .params(parameters)
                .query(this::read)
                .list();
    }

    long countStaff(Wanted wanted) {
        List<Object> parameters = new ArrayList<>();
        String where = where(wanted, parameters);
        return database.sql("SELECT COUNT(*) FROM account" + where)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private static String where(Wanted wanted, List<Object> parameters) {
        var where = new StringBuilder(" WHERE staff");
        if (wanted.area() != null) {
            where.append(" AND area LIKE ?");
            parameters.add(wanted.area() + "%");
        }
        if (wanted.role() != null) {
            where.append(" AND FIND_IN_SET(?, roles) > 0");
            parameters.add(wanted.role());
        }
        if (wanted.enabled() != null) {
            where.append(" AND enabled = ?");
            parameters.add(wanted.enabled());
        }
        if (wanted.username() != null) {
            where.append(" AND LOCATE(?, username) > 0");
            parameters.add(wanted.username());
        }
        return where.toString();
    }

    private Optional<Account> one(String sql, String value) {
        return database.sql(sql).param(value).query(this::read).optional();
    }

    private Account read(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        byte[] name = row.getBytes("name");
        return new Account(
                id,
                row.getString("subject"),
                row.getString("username"),
                row.getString("resident_id"),
                name == null ? null : sealer.open(name, "account.name:" + id),
                row.getString("area"),
                new TreeSet<>(Arrays.asList(row.getString("roles").split(",", -1))),
                row.getBoolean("enabled"),
                row.getBoolean("deceased"),
                row.getInt("version"));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
