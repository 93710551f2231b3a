package org.huizhu.identity.survey;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huizhu.contracts.ContractJson;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.security.Caller;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Files that came back, and the rows of them that could not be taken. */
@Repository
class SurveyFiles {

    private static final int KEEP_DAYS = 30;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;
    private final InstantSource clock;

    SurveyFiles(JdbcClient database, JdbcTemplate batches, Sealer sealer, InstantSource clock) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A row with what to change in it. */
    record Rejected(int line, List<String> cells, List<Fault> faults) {}

    record File(String id, String area, List<String> headings, int rows, int rejected) {}

    /** Begins a file; rows that nobody corrected in a month are removed with it. */
    void begin(String id, String survey, String area, List<String> headings) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("DELETE FROM survey_rejected_row WHERE file_id IN"
                        + " (SELECT id FROM survey_file WHERE uploaded_at < ?)")
                .param(now.minusDays(KEEP_DAYS))
                .update();
        database.sql("""
            INSERT INTO survey_file (id, survey_id, area, header, row_count, rejected, uploaded_by, uploaded_at)
            VALUES (?, ?, ?, ?, 0, 0, ?, ?)\
            """)
                .params(
                        id,
                        survey,
                        area,
                        sealer.seal(ContractJson.MAPPER.writeValueAsString(headings), "survey_file.header:" + id),
                        Caller.current().subject(),
                        now)
                .update();
    }

    void reject(String file, int rows, List<Rejected> rejected) {
        batches.batchUpdate(
                "INSERT INTO survey_rejected_row (file_id, line, cells, faults) VALUES (?, ?, ?, ?)",
                rejected,
                1_000,
                (statement, row) -> {
                    statement.setString(1, file);
                    statement.setInt(2, row.line());
                    statement.setBytes(
                            3,
                            sealer.seal(ContractJson.MAPPER.writeValueAsString(row.cells()), cells(file, row.line())));
                    statement.setString(4, ContractJson.MAPPER.writeValueAsString(row.faults()));
                });
        database.sql("UPDATE survey_file SET row_count = row_count + ?, rejected = rejected + ? WHERE id = ?")
                .params(rows, rejected.size(), file)
                .update();
    }

    private static String cells(String file, int line) {
        return "survey_rejected_row.cells:" + file + ":" + line;
    }

    Optional<File> find(String survey, String file) {
        return database.sql("SELECT * FROM survey_file WHERE id = ? AND survey_id = ?")
                .params(file, survey)
                .query((row, n) -> new File(
                        file,
                        row.getString("area"),
                        ContractJson.MAPPER.readValue(
                                sealer.open(row.getBytes("header"), "survey_file.header:" + file),
                                new TypeReference<List<String>>() {}),
                        row.getInt("row_count"),
                        row.getInt("rejected")))
                .optional();
    }

    /** The next rejected rows after that line. */
    List<Rejected> rejected(String file, int after, int most) {
        return database.sql("SELECT * FROM survey_rejected_row WHERE file_id = ? AND line > ? ORDER BY line LIMIT ?")
                .params(file, after, most)
                .query((row, n) -> new Rejected(
                        row.getInt("line"),
                        ContractJson.MAPPER.readValue(
                                sealer.open(row.getBytes("cells"), cells(file, row.getInt("line"))),
                                new TypeReference<List<String>>() {}),
                        ContractJson.MAPPER.readValue(row.getString("faults"), new TypeReference<List<Fault>>() {})))
                .list();
    }
}
