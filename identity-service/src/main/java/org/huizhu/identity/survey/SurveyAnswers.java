package org.huizhu.identity.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What surveys found, and what they say otherwise than the file. */
@Repository
class SurveyAnswers {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;
    private final InstantSource clock;

    SurveyAnswers(JdbcClient database, JdbcTemplate batches, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** What was found of one person, and what of it differs. */
    record Answer(
            String residentId,
            Outcome outcome,
            LocalDate surveyedOn,
            String surveyor,
            Map<SurveyField, Compare.Difference> differences) {}

    /** A difference as it is kept. */
    record Kept(
            String residentId,
            SurveyField field,
            @Nullable String held,
            String surveyed,
            Proposal proposal,
            @Nullable Proposal decision) {}

    private record Row(String residentId, SurveyField field, Compare.Difference difference) {}

    /** Keeps the answers of a file; an earlier one about the same person, and what was decided of it, is gone. */
    void keep(String survey, String file, List<Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        database.sql("DELETE FROM survey_difference WHERE survey_id = :survey AND resident_id IN (:ids)")
                .param("survey", survey)
                .param("ids", answers.stream().map(Answer::residentId).toList())
                .update();
        batches.batchUpdate("""
            REPLACE INTO survey_answer (survey_id, resident_id, outcome, surveyed_on, surveyor, file_id)
            VALUES (?, ?, ?, ?, ?, ?)\
            """, answers, 1_000, (row, answer) -> {
            row.setString(1, survey);
            row.setString(2, answer.residentId());
            row.setString(3, answer.outcome().name());
            row.setObject(4, answer.surveyedOn());
            row.setBytes(5, sealer.seal(answer.surveyor(), "survey_answer.surveyor:" + survey + answer.residentId()));
            row.setString(6, file);
        });
        List<Row> rows = new ArrayList<>();
        answers.forEach(answer -> answer.differences()
                .forEach((field, difference) -> rows.add(new Row(answer.residentId(), field, difference))));
        batches.batchUpdate("""
            INSERT INTO survey_difference (survey_id, resident_id, field, held, surveyed, proposal)
            VALUES (?, ?, ?, ?, ?, ?)\
            """, rows, 1_000, (row, entry) -> {
            String held = entry.difference().held();
            row.setString(1, survey);
            row.setString(2, entry.residentId());
            row.setString(3, entry.field().name());
            row.setBytes(4, held == null ? null : sealer.seal(held, held(survey, entry.residentId(), entry.field())));
            row.setBytes(
                    5, sealer.seal(entry.difference().surveyed(), surveyed(survey, entry.residentId(), entry.field())));
            row.setString(6, entry.field().proposal(held != null).name());
        });
    }

    private static String held(String survey, String resident, SurveyField field) {
        return "survey_difference.held:" + survey + resident + field;
    }

    private static String surveyed(String survey, String resident, SurveyField field) {
        return "survey_difference.surveyed:" + survey + resident + field;
    }

    /** The residents, after that one, who have open differences of these fields within that area. */
    List<String> withOpen(
            String survey,
            String area,
            Collection<SurveyField> fields,
            @Nullable Proposal proposed,
            String after,
            int most) {
        return database.sql("""
            SELECT DISTINCT d.resident_id FROM survey_difference d JOIN resident r ON r.id = d.resident_id
            WHERE d.survey_id = :survey AND d.decision IS NULL AND d.field IN (:fields)
              AND (:proposed IS NULL OR d.proposal = :proposed) AND d.resident_id > :after
              AND COALESCE(r.home_community, r.home_street) LIKE :within
            ORDER BY d.resident_id LIMIT :most\
            """)
                .param("survey", survey)
                .param("fields", fields.stream().map(Enum::name).toList())
                .param("proposed", proposed == null ? null : proposed.name())
                .param("after", after)
                .param("within", area + "%")
                .param("most", most)
                .query((row, n) -> row.getString("resident_id"))
                .list();
    }

    /** All differences of these residents, decided or not, by resident. */
    Map<String, List<Kept>> of(String survey, Collection<String> residents) {
        Map<String, List<Kept>> kept = new HashMap<>();
        if (!residents.isEmpty()) {
            database.sql("SELECT * FROM survey_difference WHERE survey_id = :survey AND resident_id IN (:ids)"
                            + " ORDER BY resident_id, field")
                    .param("survey", survey)
                    .param("ids", residents)
                    .query((row, n) -> kept(survey, row))
                    .list()
                    .forEach(difference -> kept.computeIfAbsent(difference.residentId(), id -> new ArrayList<>())
                            .add(difference));
        }
        return kept;
    }

    private Kept kept(String survey, ResultSet row) throws SQLException {
        String resident = row.getString("resident_id");
        SurveyField field = SurveyField.valueOf(row.getString("field"));
        byte[] held = row.getBytes("held");
        String decision = row.getString("decision");
        return new Kept(
                resident,
                field,
                held == null ? null : sealer.open(held, held(survey, resident, field)),
                sealer.open(row.getBytes("surveyed"), surveyed(survey, resident, field)),
                Proposal.valueOf(row.getString("proposal")),
                decision == null ? null : Proposal.valueOf(decision));
    }

    void decide(String survey, Proposal decision, List<Kept> differences, String by) {
        batches.batchUpdate(
                "UPDATE survey_difference SET decision = ?, decided_by = ?, decided_at = ?"
                        + " WHERE survey_id = ? AND resident_id = ? AND field = ?",
                differences,
                1_000,
                (row, difference) -> {
                    row.setString(1, decision.name());
                    row.setString(2, by);
                    row.setObject(3, now());
                    row.setString(4, survey);
                    row.setString(5, difference.residentId());
                    row.setString(6, difference.field().name());
                });
    }

    /** Says of these fields that their values come from the survey. */
    void prove(String survey, List<Kept> differences, String by) {
        Map<String, Visit> visits = visits(
                survey, differences.stream().map(Kept::residentId).distinct().toList());
        batches.batchUpdate("""
            REPLACE INTO field_provenance (resident_id, field, source, source_id, teller, told_on, recorded_by,
              recorded_at) VALUES (?, ?, 'SURVEY', ?, ?, ?, ?, ?)\
            """, differences, 1_000, (row, difference) -> {
            Visit visit = visits.get(difference.residentId());
            if (visit == null) {
                throw new IllegalStateException("a difference comes from an answer");
            }
            row.setString(1, difference.residentId());
            row.setString(2, difference.field().name());
            row.setString(3, survey);
            row.setBytes(
                    4,
                    sealer.seal(
                            visit.surveyor(),
                            teller(difference.residentId(), difference.field().name(), survey)));
            row.setObject(5, visit.day());
            row.setString(6, by);
            row.setObject(7, now());
        });
    }

    private static String teller(String resident, String field, String source) {
        return "field_provenance.teller:" + resident + ":" + field + ":" + source;
    }

    private record Visit(String surveyor, LocalDate day) {}

    private Map<String, Visit> visits(String survey, Collection<String> residents) {
        Map<String, Visit> visits = new HashMap<>();
        if (!residents.isEmpty()) {
            database.sql("SELECT * FROM survey_answer WHERE survey_id = :survey AND resident_id IN (:ids)")
                    .param("survey", survey)
                    .param("ids", residents)
                    .query(row -> {
                        String id = row.getString("resident_id");
                        visits.put(
                                id,
                                new Visit(
                                        sealer.open(row.getBytes("surveyor"), "survey_answer.surveyor:" + survey + id),
                                        row.getObject("surveyed_on", LocalDate.class)));
                    });
        }
        return visits;
    }

    /** Where a field's value came from. */
    record Provenance(
            String field,
            String source,
            String sourceId,
            @Nullable String teller,
            LocalDate toldOn) {}

    List<Provenance> provenance(String resident) {
        return database.sql(
                        "SELECT * FROM field_provenance WHERE resident_id = ? ORDER BY recorded_at DESC, field LIMIT"
                                + " 500")
                .param(resident)
                .query((row, n) -> {
                    byte[] teller = row.getBytes("teller");
                    return new Provenance(
                            row.getString("field"),
                            row.getString("source"),
                            row.getString("source_id"),
                            teller == null
                                    ? null
                                    : sealer.open(
                                            teller,
                                            teller(resident, row.getString("field"), row.getString("source_id"))),
                            row.getObject("told_on", LocalDate.class));
                })
                .list();
    }

    /** The outcome and the day of the visit of these, as far as there was one. */
    Map<String, Visited> visited(String survey, Collection<String> residents) {
        Map<String, Visited> visited = new HashMap<>();
        if (!residents.isEmpty()) {
            database.sql("""
                SELECT a.resident_id, a.outcome, a.surveyed_on, (SELECT COUNT(*) FROM survey_difference d
                  WHERE d.survey_id = a.survey_id AND d.resident_id = a.resident_id AND d.held IS NOT NULL
                  AND (d.decision IS NULL OR d.field = 'CERTIFICATE')) AS contradictions
                FROM survey_answer a WHERE a.survey_id = :survey AND a.resident_id IN (:ids)\
                """).param("survey", survey).param("ids", residents).query(row -> {
                visited.put(
                        row.getString("resident_id"),
                        new Visited(
                                Outcome.valueOf(row.getString("outcome")),
                                row.getObject("surveyed_on", LocalDate.class),
                                row.getInt("contradictions")));
            });
        }
        return visited;
    }

    record Visited(Outcome outcome, LocalDate day, int contradictions) {}

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
