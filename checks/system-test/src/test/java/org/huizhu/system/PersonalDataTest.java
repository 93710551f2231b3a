package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huizhu.local.platform.Part;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all that the other tests did, no name, number or address of anybody is left where it does not belong. */
@OnPlatform
@Order(10)
class PersonalDataTest {

    private static final List<Part> WITH_DATABASE =
            List.of(Part.IDENTITY, Part.SUBSIDY, Part.REHAB, Part.EMPLOYMENT, Part.EDUCATION);

    private final Platform platform;

    PersonalDataTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void no_log_holds_personal_data() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> logs = Files.list(platform.home().directory().resolve("logs"))) {
            for (Path log : logs.toList()) {
                look(log.getFileName().toString(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8), found);
            }
        }

        assertLookedFor(found);
    }

    @Test
    void no_event_holds_personal_data() throws Exception {
        List<String> found = new ArrayList<>();
        for (String topic : platform.topics().names()) {
            platform.topics().all(topic).forEach(record -> {
                look(topic, record.key(), found);
                look(topic, Topics.headers(record).toString(), found);
                look(topic, record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8), found);
            });
        }

        assertLookedFor(found);
    }

    @Test
    void no_table_holds_personal_data_in_clear() throws SQLException {
        List<String> found = new ArrayList<>();
        for (Part service : WITH_DATABASE) {
            Database database = platform.database(service);
            for (String table : database.tables()) {
                // Its words are the packs', the same for all; two of them in a row may well be somebody's name.
                if (!table.equals("decision_wording")) {
                    database.each(
                            "SELECT * FROM `" + table + "`", row -> look(service.word() + "." + table, row, found));
                }
            }
        }

        assertLookedFor(found);
    }

    private void look(String place, ResultSet row, List<String> found) throws SQLException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            byte[] bytes = row.getBytes(i);
            if (bytes != null) {
                String column = place + "." + row.getMetaData().getColumnName(i);
                look(column, new String(bytes, StandardCharsets.UTF_8), found);
            }
        }
    }

    /** The word itself is not repeated: this report is a log, too. */
    private void look(String place, String text, List<String> found) {
        platform.privateWords().foundIn(text).ifPresent(word -> found.add(place + ": " + word.charAt(0) + "…"));
    }

    private void assertLookedFor(List<String> found) {
        assertThat(platform.privateWords().count()).isPositive();
        assertThat(found.stream().distinct()).isEmpty();
    }
}
