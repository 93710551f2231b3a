package org.huizhu.identity.resident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.OtherBenefitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists that belong to residents: former registrations, other benefits, imprisonment. */
@Repository
class ResidentParts {

    private static final List<String> TABLES = List.of("former_hukou", "other_benefit", "imprisonment");

    private final JdbcClient database;
    private final JdbcTemplate batches;

    ResidentParts(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    private record Part<T>(String residentId, int sequence, T value) {}

    Map<String, List<FormerHukou>> formerHukou(List<String> residents) {
        return read(
                "former_hukou",
                residents,
                (row, n) -> new FormerHukou(row.getString("area"), day(row, "since"), lastDay(row)));
    }

    Map<String, List<OtherBenefit>> otherBenefits(List<String> residents) {
        return read(
                "other_benefit",
                residents,
                (row, n) -> new OtherBenefit(
                        OtherBenefitKind.valueOf(row.getString("kind")),
                        row.getObject("from_day", LocalDate.class),
                        day(row, "last_day"),
                        Fen.toYuan(row.getObject("monthly_fen", Long.class))));
    }

    Map<String, List<Imprisonment>> imprisonment(List<String> residents) {
        return read(
                "imprisonment",
                residents,
                (row, n) -> new Imprisonment(row.getObject("from_day", LocalDate.class), day(row, "last_day")));
    }

    private <T> Map<String, List<T>> read(String table, List<String> residents, RowMapper<T> mapper) {
        Map<String, List<T>> byResident = new HashMap<>();
        database.sql("SELECT * FROM " + table + " WHERE resident_id IN (:ids) ORDER BY resident_id, sequence")
                .param("ids", residents)
                .query((row, n) -> new Part<>(row.getString("resident_id"), n, mapper.mapRow(row, n)))
                .list()
                .forEach(part -> byResident
                        .computeIfAbsent(part.residentId(), id -> new ArrayList<>())
                        .add(part.value()));
        return byResident;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static LocalDate lastDay(ResultSet row) throws SQLException {
        return row.getObject("last_day", LocalDate.class);
    }

    void replace(List<Resident> residents) {
        for (String table : TABLES) {
            database.sql("DELETE FROM " + table + " WHERE resident_id IN (:ids)")
                    .param("ids", residents.stream().map(Resident::id).toList())
                    .update();
        }
        insert(residents);
    }

    void insert(List<Resident> residents) {
        write(
                "INSERT INTO former_hukou (resident_id, sequence, area, since, last_day) VALUES (?, ?, ?, ?, ?)",
                parts(
                        residents,
                        situation -> situation
                                .hukou()
                                .asOptional()
                                .map(hukou -> hukou.previous())
                                .orElse(List.of())),
                (row, was) -> row.add(was.area()).add(was.since()).add(was.to()));
        write(
                "INSERT INTO other_benefit (resident_id, sequence, kind, from_day, last_day, monthly_fen) VALUES (?, ?, ?, ?, ?, ?)",
                parts(
                        residents,
                        situation -> situation.otherBenefits().asOptional().orElse(List.of())),
                (row, benefit) -> row.add(benefit.kind().name())
                        .add(benefit.from())
                        .add(benefit.to())
                        .add(Fen.ofYuan(benefit.monthly())));
        write(
                "INSERT INTO imprisonment (resident_id, sequence, from_day, last_day) VALUES (?, ?, ?, ?)",
                parts(
                        residents,
                        situation -> situation.imprisonment().asOptional().orElse(List.of())),
                (row, sentence) -> row.add(sentence.from()).add(sentence.to()));
    }

    private static <T> List<Part<T>> parts(List<Resident> residents, Function<Situation, List<T>> list) {
        List<Part<T>> parts = new ArrayList<>();
        for (Resident resident : residents) {
            for (T value : list.apply(resident.situation())) {
                parts.add(new Part<>(resident.id(), parts.size(), value));
            }
        }
        return parts;
    }

    private interface Columns<T> {
        void set(Parameters row, T value) throws SQLException;
    }

    private <T> void write(String sql, List<Part<T>> parts, Columns<T> columns) {
        if (parts.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                sql,
                parts,
                1_000,
                (statement, part) -> columns.set(
                        new Parameters(statement).add(part.residentId()).add(part.sequence()), part.value()));
    }
}
