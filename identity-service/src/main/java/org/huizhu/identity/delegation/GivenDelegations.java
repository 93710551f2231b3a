package org.huizhu.identity.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.contracts.ResidentDelegations.Scope;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.huizhu.identity.delegation.Delegation.Basis;
import org.huizhu.identity.delegation.Delegation.Guardianship;
import org.huizhu.identity.delegation.Delegation.Status;
import org.huizhu.identity.message.CopyReceivers;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.security.Delegations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The delegations in the database; this service asks them itself, others hold copies. */
@Repository
class GivenDelegations implements Delegations, CopyReceivers {

    private static final String IN_FORCE =
            " status = 'ACTIVE' AND from_at <= :now AND (until_at IS NULL OR until_at > :now)";

    private final JdbcClient database;
    private final Sealer sealer;
    private final InstantSource clock;

    GivenDelegations(JdbcClient database, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public boolean allow(String account, String residentId, Scope scope, Instant at) {
        return database.sql("SELECT id FROM delegation WHERE resident_id = :resident AND account = :account"
                        + " AND FIND_IN_SET(:scope, scopes) > 0 AND" + IN_FORCE + " LIMIT 1")
                .param("resident", residentId)
                .param("account", account)
                .param("scope", scope.name())
                .param("now", utc(at))
                .query(String.class)
                .optional()
                .isPresent();
    }

    @Override
    public List<String> accountsOf(String residentId) {
        return database.sql("SELECT DISTINCT account FROM delegation WHERE resident_id = :resident"
                        + " AND account IS NOT NULL AND FIND_IN_SET('MESSAGES', scopes) > 0 AND" + IN_FORCE)
                .param("resident", residentId)
                .param("now", utc(clock.instant()))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Makes whoever changes this resident's delegations wait for each other, until the transaction ends. */
    void lock(String residentId) {
        database.sql("INSERT INTO delegation_list (resident_id, version) VALUES (?, 0)"
                        + " ON DUPLICATE KEY UPDATE version = version")
                .param(residentId)
                .update();
        database.sql("SELECT version FROM delegation_list WHERE resident_id = ? FOR UPDATE")
                .param(residentId)
                .query(Long.class)
                .single();
    }

    /** The version of the next list to tell. */
    long nextVersion(String residentId) {
        database.sql("UPDATE delegation_list SET version = version + 1 WHERE resident_id = ?")
                .param(residentId)
                .update();
        return database.sql("SELECT version FROM delegation_list WHERE resident_id = ?")
                .param(residentId)
                .query(Long.class)
                .single();
    }

    /** A one-time code by which it can be accepted, and until when. */
    record Code(String value, Instant until) {

        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    void insert(Delegation given, @Nullable Code code, String actor) {
        Guardianship guardian = given.guardian();
        String document = guardian == null ? null : guardian.document();
        database.sql("""
                        INSERT INTO delegation (id, resident_id, guardian_kind, basis, document, scopes, from_at, until_at,
                          status, delegate_resident_id, code_mac, code_until, account, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(given.id())
                .param(given.residentId())
                .param(guardian == null ? null : guardian.kind().name())
                .param(guardian == null ? null : guardian.basis().name())
                .param(document == null ? null : sealer.seal(document, "delegation.document:" + given.id()))
                .param(given.scopes().stream().map(Scope::name).collect(Collectors.joining(",")))
                .param(utc(given.from()))
                .param(utcOrNull(given.until()))
                .param(given.status().name())
                .param(given.delegateResidentId())
                .param(code == null ? null : codeMac(code.value()))
                .param(code == null ? null : utc(code.until()))
                .param(given.account())
                .param(utc(given.createdAt()))
                .update();
        step(given.id(), given.status(), actor);
    }

    void accept(String id, String account) {
        database.sql("UPDATE delegation SET status = 'ACTIVE', account = ?, code_mac = NULL WHERE id = ?")
                .param(account)
                .param(id)
                .update();
        step(id, Status.ACTIVE, account);
    }

    /** A {@code null} actor is the calendar. */
    void end(String id, Status status, @Nullable String actor) {
        database.sql("UPDATE delegation SET status = ?, code_mac = NULL WHERE id = ?")
                .param(status.name())
                .param(id)
                .update();
        step(id, status, actor);
    }

    private void step(String id, Status status, @Nullable String actor) {
        int next = database.sql("SELECT COALESCE(MAX(sequence), 0) + 1 FROM delegation_step WHERE delegation_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        database.sql("INSERT INTO delegation_step (delegation_id, sequence, at, status, actor) VALUES (?, ?, ?, ?, ?)")
                .param(id)
                .param(next)
                .param(utc(clock.instant()))
                .param(status.name())
                .param(actor)
                .update();
    }

    /** What became of one, and when. */
    record Step(Instant at, Status status) {}

    List<Step> steps(String id) {
        return database.sql("SELECT at, status FROM delegation_step WHERE delegation_id = ? ORDER BY sequence")
                .param(id)
                .query((row, n) -> new Step(instant(row, "at"), Status.valueOf(row.getString("status"))))
                .list();
    }

    Optional<Delegation> find(String id) {
        return database.sql("SELECT * FROM delegation WHERE id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    Optional<Delegation> findByCode(String code) {
        return database.sql("SELECT * FROM delegation WHERE code_mac = ? AND code_until > ?")
                .param(codeMac(code))
                .param(utc(clock.instant()))
                .query(this::read)
                .optional();
    }

    /** All of a resident's that are requested or active. */
    List<Delegation> open(String residentId) {
        return database.sql("SELECT * FROM delegation WHERE resident_id = ? AND status IN ('REQUESTED', 'ACTIVE')"
                        + " ORDER BY created_at, id")
                .param(residentId)
                .query(this::read)
                .list();
    }

    /** The newest first, history included. */
    List<Delegation> ofResident(String residentId, int page, int size) {
        return database.sql("SELECT * FROM delegation WHERE resident_id = ? ORDER BY created_at DESC, id DESC"
                        + " LIMIT ? OFFSET ?")
                .param(residentId)
                .param(size)
                .param((long) page * size)
                .query(this::read)
                .list();
    }

    List<Delegation> guardianships(String residentId) {
        return database.sql("SELECT * FROM delegation WHERE resident_id = ? AND guardian_kind IS NOT NULL"
                        + " ORDER BY created_at DESC, id DESC LIMIT 100")
                .param(residentId)
                .query(this::read)
                .list();
    }

    /** What an account may do, and what it is asked to. */
    List<Delegation> ofDelegate(String account, @Nullable String residentId) {
        return database.sql("SELECT * FROM delegation WHERE (account = :account AND status = 'ACTIVE')"
                        + " OR (delegate_resident_id = :resident AND status = 'REQUESTED')"
                        + " ORDER BY created_at DESC, id DESC LIMIT 200")
                .param("account", account)
                .param("resident", residentId)
                .query(this::read)
                .list();
    }

    /** Residents with something that ran out and is not written down as such. */
    List<String> residentsWithExpired(int most) {
        return database.sql("SELECT DISTINCT resident_id FROM delegation WHERE status IN ('REQUESTED', 'ACTIVE')"
                        + " AND until_at <= ? LIMIT ?")
                .param(utc(clock.instant()))
                .param(most)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Those in one of these states that one of these people gave, holds with an account of their own, or is asked for. */
    List<Delegation> of(Collection<String> people, Set<Status> states) {
        return database.sql("""
                        SELECT * FROM delegation WHERE resident_id IN (:people) AND status IN (:states)
                        UNION SELECT * FROM delegation WHERE delegate_resident_id IN (:people) AND status IN (:states)
                        UNION SELECT d.* FROM account a JOIN delegation d ON d.account = a.subject
                          WHERE a.resident_id IN (:people) AND d.status IN (:states)""")
                .param("people", people)
                .param("states", states.stream().map(Enum::name).toList())
                .query(this::read)
                .list();
    }

    /** Whether there are any in that state. */
    boolean hasAny(Status state) {
        return database.sql("SELECT id FROM delegation WHERE status = ? LIMIT 1")
                .param(state.name())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Whether a resident died, who gave it or who acts by it. */
    boolean isOfTheDead(Delegation given) {
        return database.sql("""
                        SELECT COUNT(*) FROM resident WHERE deceased_on IS NOT NULL AND (id IN (:resident, :delegate)
                          OR id IN (SELECT resident_id FROM account WHERE subject = :account))""")
                        .param("resident", given.residentId())
                        .param("delegate", given.delegateResidentId())
                        .param("account", given.account())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Lets one that had ended go on; a {@code null} actor is nobody. */
    void reopen(String id, Status status, @Nullable String actor) {
        database.sql("UPDATE delegation SET status = ? WHERE id = ?")
                .param(status.name())
                .param(id)
                .update();
        step(id, status, actor);
    }

    /**
     * Moves what is open from a closed file to the one that goes on, and what the closed one was asked for; those that the
     * closed file gave are the answer.
     */
    List<Delegation> moveTo(String survivor, String closed) {
        database.sql("""
                        UPDATE delegation SET resident_id = :survivor, moved_from = :closed
                        WHERE resident_id = :closed AND status IN ('REQUESTED', 'ACTIVE')
                          AND (delegate_resident_id IS NULL OR delegate_resident_id <> :survivor)
                          AND (account IS NULL OR account NOT IN (
                            SELECT subject FROM account WHERE resident_id = :survivor AND subject IS NOT NULL))""").param("survivor", survivor).param("closed", closed).update();
        database.sql("UPDATE delegation SET delegate_resident_id = :survivor, delegate_moved_from = :closed"
                        + " WHERE delegate_resident_id = :closed AND status = 'REQUESTED' AND resident_id <> :survivor")
                .param("survivor", survivor)
                .param("closed", closed)
                .update();
        return moved(survivor, closed);
    }

    /** Gives back what was moved, as it is now; those that the closed file gave are the answer. */
    List<Delegation> moveBack(String survivor, String closed) {
        List<Delegation> moved = moved(survivor, closed);
        database.sql("UPDATE delegation SET resident_id = :closed, moved_from = NULL"
                        + " WHERE resident_id = :survivor AND moved_from = :closed")
                .param("survivor", survivor)
                .param("closed", closed)
                .update();
        database.sql("UPDATE delegation SET delegate_resident_id = :closed, delegate_moved_from = NULL"
                        + " WHERE delegate_resident_id = :survivor AND delegate_moved_from = :closed")
                .param("survivor", survivor)
                .param("closed", closed)
                .update();
        return moved;
    }

    private List<Delegation> moved(String survivor, String closed) {
        return database.sql("SELECT * FROM delegation WHERE resident_id = ? AND moved_from = ? ORDER BY created_at, id")
                .params(survivor, closed)
                .query(this::read)
                .list();
    }

    private Delegation read(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        LocalDateTime until = row.getObject("until_at", LocalDateTime.class);
        return new Delegation(
                id,
                row.getString("resident_id"),
                guardian(row, id),
                scopes(row.getString("scopes")),
                instant(row, "from_at"),
                until == null ? null : until.toInstant(ZoneOffset.UTC),
                Status.valueOf(row.getString("status")),
                row.getString("delegate_resident_id"),
                row.getString("account"),
                instant(row, "created_at"));
    }

    private @Nullable Guardianship guardian(ResultSet row, String id) throws SQLException {
        String kind = row.getString("guardian_kind");
        if (kind == null) {
            return null;
        }
        byte[] document = row.getBytes("document");
        return new Guardianship(
                GuardianKind.valueOf(kind),
                Basis.valueOf(row.getString("basis")),
                document == null ? null : sealer.open(document, "delegation.document:" + id));
    }

    private static Set<Scope> scopes(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(text.split(",", -1)).map(Scope::valueOf).forEach(scopes::add);
        return scopes;
    }

    private byte[] codeMac(String code) {
        return sealer.fingerprint("delegation.code:" + code);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
