package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.identity.number.CertificateNumber;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The residents in the database, each with all of their rows. */
@Repository
class Residents {

    private static final String INSERT = """
            INSERT INTO resident (version, id_number, name, phone, address_line, deceased_on, hukou_area, hukou_since,
              home_street, home_community, household_id, employment_status, employment_since, school_stage,
              school_placement, care_needed, care_assessed_on, guardian, other_benefits_known, imprisonment_known,
              permit_area, permit_to, screened_on, next_change_on, changed_at, id, id_number_mac, birth_date, sex,
              created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE resident SET version = ?, id_number = ?, name = ?, phone = ?, address_line = ?, deceased_on = ?,
              hukou_area = ?, hukou_since = ?, home_street = ?, home_community = ?, household_id = ?,
              employment_status = ?, employment_since = ?, school_stage = ?, school_placement = ?, care_needed = ?,
              care_assessed_on = ?, guardian = ?, other_benefits_known = ?, imprisonment_known = ?,
              permit_area = ?, permit_to = ?, screened_on = ?, next_change_on = ?, changed_at = ?
            WHERE id = ?""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ResidentRows rows;
    private final ResidentParts parts;
    private final CertificateRows certificates;
    private final Sealer sealer;
    private final InstantSource clock;

    Residents(
            JdbcClient database,
            JdbcTemplate batches,
            ResidentParts parts,
            CertificateRows certificates,
            Sealer sealer,
            InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.rows = new ResidentRows(sealer);
        this.parts = parts;
        this.certificates = certificates;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Where somebody is found: their id, and the household they are in now. */
    record Place(String id, Optional<String> householdId) {}

    /** Who of these is known, by number; nothing is locked. */
    Map<IdNumber, Place> find(Collection<IdNumber> numbers) {
        Map<Mac, IdNumber> wanted = new HashMap<>();
        numbers.forEach(number -> wanted.put(Mac.of(sealer, number.value()), number));
        Map<IdNumber, Place> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        database.sql("SELECT id, household_id, id_number_mac FROM resident WHERE id_number_mac IN (:macs)")
                .param("macs", wanted.keySet().stream().map(Mac::bytes).toList())
                .query(row -> {
                    IdNumber number = wanted.get(new Mac(row.getBytes("id_number_mac")));
                    if (number != null) {
                        found.put(
                                number,
                                new Place(row.getString("id"), Optional.ofNullable(row.getString("household_id"))));
                    }
                });
        return found;
    }

    /** Where these are found now, as far as they are known; nothing is locked. */
    List<Place> places(Collection<String> ids) {
        return database.sql("SELECT id, household_id FROM resident WHERE id IN (:ids)")
                .param("ids", ids)
                .query((row, n) -> new Place(row.getString("id"), Optional.ofNullable(row.getString("household_id"))))
                .list();
    }

    /** Whose card has that number, now or formerly. */
    Optional<String> findByCertificate(CertificateNumber number) {
        return database.sql("SELECT resident_id FROM certificate WHERE number_mac = ? LIMIT 1")
                .param(sealer.fingerprint(number.value()))
                .query(String.class)
                .optional();
    }

    Optional<Resident> read(String id) {
        return load("SELECT * FROM resident WHERE id IN (:ids)", List.of(id)).stream()
                .findFirst();
    }

    /** These, as far as they are there; nothing is locked. */
    List<Resident> readAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : load("SELECT * FROM resident WHERE id IN (:ids) ORDER BY id", List.copyOf(ids));
    }

    /** Locks these and all members of those households, in the order of their ids, and reads them. */
    List<Resident> lock(Collection<String> ids, Collection<String> households) {
        var all = new java.util.TreeSet<>(ids);
        if (!households.isEmpty()) {
            all.addAll(database.sql("SELECT id FROM resident WHERE household_id IN (:households)")
                    .param("households", households)
                    .query(String.class)
                    .list());
        }
        return all.isEmpty()
                ? List.of()
                : load("SELECT * FROM resident WHERE id IN (:ids) ORDER BY id FOR UPDATE", List.copyOf(all));
    }

    private List<Resident> load(String sql, List<String> ids) {
        List<ResidentRows.Row> found =
                database.sql(sql).param("ids", ids).query(rows::read).list();
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, List<FormerHukou>> hukou = parts.formerHukou(ids);
        Map<String, List<OtherBenefit>> benefits = parts.otherBenefits(ids);
        Map<String, List<Imprisonment>> imprisonment = parts.imprisonment(ids);
        Map<String, Certificates> cards = certificates.of(ids);
        return found.stream()
                .map(row -> row.complete(
                        hukou.getOrDefault(row.id(), List.of()),
                        benefits.getOrDefault(row.id(), List.of()),
                        imprisonment.getOrDefault(row.id(), List.of()),
                        cards.getOrDefault(row.id(), Certificates.NONE)))
                .toList();
    }

    void insert(List<Resident> residents) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        batches.batchUpdate(INSERT, residents, 1_000, (statement, resident) -> {
            int next = rows.write(statement, resident, now);
            LocalDate birthDate = resident.person().idNumber().birthDate();
            statement.setBytes(
                    next, sealer.fingerprint(resident.person().idNumber().value()));
            statement.setObject(next + 1, birthDate);
            statement.setString(next + 2, resident.person().idNumber().sex().name());
            statement.setObject(next + 3, now);
        });
        parts.insert(residents);
    }

    /** Writes residents that are locked. */
    void update(List<Resident> residents) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        batches.batchUpdate(UPDATE, residents, 1_000, (statement, resident) -> rows.write(statement, resident, now));
        parts.replace(residents);
    }

    /** Closes a file, or opens it again. */
    void merge(String id, Resident.@Nullable Merged merged) {
        database.sql("UPDATE resident SET merged_into = ?, merged_on = ? WHERE id = ?")
                .param(merged == null ? null : merged.into())
                .param(merged == null ? null : merged.on())
                .param(id)
                .update();
    }

    /** Writes the cards that are not written yet, and ends those that another one replaced. */
    void issue(List<Resident> residents) {
        certificates.write(residents);
    }
}
