package org.huizhu.identity.resident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.platform.crypto.Sealer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of cards. */
@Repository
class CertificateRows {

    private static final String SAVE = """
            INSERT INTO certificate (resident_id, sequence, number_mac, category, level, lost_cards, issued_on,
              expires_on, status, status_since, last_day, ended_by, end_reason, taken_over_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE status = VALUES(status), status_since = VALUES(status_since),
              last_day = VALUES(last_day), ended_by = VALUES(ended_by), end_reason = VALUES(end_reason)""";
    private static final String SAVE_COMPONENT =
            "INSERT IGNORE INTO certificate_component (resident_id, sequence, category, level) VALUES (?, ?, ?, ?)";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;

    CertificateRows(JdbcClient database, JdbcTemplate batches, Sealer sealer) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
    }

    private record Key(String residentId, int sequence) {}

    private record Part(String residentId, int sequence, Component component) {}

    Map<String, Certificates> of(List<String> residents) {
        Map<Key, List<Component>> components = components(residents);
        Map<String, List<Certificate>> cards = new HashMap<>();
        database.sql("SELECT * FROM certificate WHERE resident_id IN (:ids) ORDER BY resident_id, sequence")
                .param("ids", residents)
                .query(row -> {
                    var key = new Key(row.getString("resident_id"), row.getInt("sequence"));
                    cards.computeIfAbsent(key.residentId(), id -> new ArrayList<>())
                            .add(card(row, components.getOrDefault(key, List.of())));
                });
        Map<String, Certificates> certificates = new HashMap<>();
        cards.forEach((resident, list) -> certificates.put(resident, new Certificates(List.copyOf(list))));
        return certificates;
    }

    private Map<Key, List<Component>> components(List<String> residents) {
        Map<Key, List<Component>> components = new HashMap<>();
        database.sql("SELECT * FROM certificate_component WHERE resident_id IN (:ids)")
                .param("ids", residents)
                .query((row, n) -> new Part(
                        row.getString("resident_id"),
                        row.getInt("sequence"),
                        new Component(DisabilityCategory.valueOf(row.getString("category")), row.getInt("level"))))
                .list()
                .forEach(part -> components
                        .computeIfAbsent(new Key(part.residentId(), part.sequence()), key -> new ArrayList<>())
                        .add(part.component()));
        components.values().forEach(list -> list.sort(java.util.Comparator.comparing(Component::category)));
        return components;
    }

    private static Certificate card(ResultSet row, List<Component> components) throws SQLException {
        String endedBy = row.getString("ended_by");
        String endReason = row.getString("end_reason");
        return new Certificate(
                row.getInt("sequence"),
                DisabilityCategory.valueOf(row.getString("category")),
                row.getInt("level"),
                List.copyOf(components),
                row.getInt("lost_cards"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                CertificateStatus.valueOf(row.getString("status")),
                row.getObject("status_since", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                endedBy == null ? null : CertificateChange.valueOf(endedBy),
                endReason == null ? null : CancelReason.valueOf(endReason),
                row.getObject("taken_over_on", LocalDate.class));
    }

    private record Card(Resident holder, Certificate card) {}

    /** Writes the last two cards of each: what a change of certificates touches. */
    void write(List<Resident> holders) {
        List<Card> cards = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Resident holder : holders) {
            List<Certificate> all = holder.certificates().cards();
            for (Certificate card : all.subList(Math.max(0, all.size() - 2), all.size())) {
                cards.add(new Card(holder, card));
                card.components().forEach(component -> parts.add(new Part(holder.id(), card.sequence(), component)));
            }
        }
        batches.batchUpdate(SAVE, cards, 1_000, (statement, card) -> set(new Parameters(statement), card));
        batches.batchUpdate(
                SAVE_COMPONENT,
                parts,
                1_000,
                (statement, part) -> new Parameters(statement)
                        .add(part.residentId())
                        .add(part.sequence())
                        .add(part.component().category().name())
                        .add(part.component().level()));
    }

    private void set(Parameters row, Card entry) throws SQLException {
        Certificate card = entry.card();
        CertificateChange endedBy = card.endedBy();
        CancelReason endReason = card.endReason();
        row.add(entry.holder().id())
                .add(card.sequence())
                .add(sealer.fingerprint(
                        card.numberOf(entry.holder().person().idNumber()).value()))
                .add(card.category().name())
                .add(card.level())
                .add(card.lostCards())
                .add(card.issuedOn())
                .add(card.expiresOn())
                .add(card.status().name())
                .add(card.statusSince())
                .add(card.lastDay())
                .add(endedBy == null ? null : endedBy.name())
                .add(endReason == null ? null : endReason.name())
                .add(card.takenOverOn());
    }
}
