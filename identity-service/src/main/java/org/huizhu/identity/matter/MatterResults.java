package org.huizhu.identity.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.identity.matter.Result.Disability;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every result of every matter, also those that another one took the place of. */
@Repository
class MatterResults {

    private final JdbcClient database;
    private final Sealer sealer;

    MatterResults(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    Optional<Result> last(String matterId) {
        List<Result> all = of(matterId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    List<Result> of(String matterId) {
        return database.sql("SELECT * FROM matter_result WHERE matter_id = ? ORDER BY sequence")
                .param(matterId)
                .query((row, n) -> result(row, matterId))
                .list();
    }

    private Result result(ResultSet row, String matterId) throws SQLException {
        byte[] note = row.getBytes("note");
        return new Result(
                Result.Source.valueOf(row.getString("source")),
                row.getString("hospital"),
                row.getObject("assessed_on", LocalDate.class),
                row.getObject("told_on", LocalDate.class),
                row.getString("entered_by"),
                disability(row),
                note == null ? null : sealer.open(note, context(matterId, row.getInt("sequence"))));
    }

    private static @Nullable Disability disability(ResultSet row) throws SQLException {
        String category = row.getString("category");
        if (category == null) {
            return null;
        }
        return new Disability(
                DisabilityCategory.valueOf(category),
                row.getInt("level"),
                List.of(ContractJson.MAPPER.readValue(row.getString("components"), Component[].class)),
                Cause.valueOf(row.getString("cause")));
    }

    void add(String matterId, Result result) {
        int sequence = of(matterId).size() + 1;
        Disability found = result.disability();
        String note = result.note();
        database.sql("""
                        INSERT INTO matter_result (matter_id, sequence, source, hospital, assessed_on, told_on,
                          entered_by, category, level, components, cause, note)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(matterId)
                .param(sequence)
                .param(result.source().name())
                .param(result.hospital())
                .param(result.assessedOn())
                .param(result.toldOn())
                .param(result.enteredBy())
                .param(found == null ? null : found.category().name())
                .param(found == null ? null : found.level())
                .param(ContractJson.MAPPER.writeValueAsString(found == null ? List.of() : found.components()))
                .param(found == null ? null : found.cause().name())
                .param(note == null ? null : sealer.seal(note, context(matterId, sequence)))
                .update();
    }

    private static String context(String matterId, int sequence) {
        return "matter_result.note:" + matterId + "/" + sequence;
    }
}
