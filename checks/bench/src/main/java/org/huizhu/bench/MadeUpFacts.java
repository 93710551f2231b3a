package org.huizhu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Residents as a benefit service holds them, the same ones each time. */
final class MadeUpFacts {

    private static final int BATCH = 1_000;
    private static final List<String> CATEGORIES =
            List.of("VISION", "HEARING", "SPEECH", "LIMB", "INTELLECTUAL", "MENTAL", "MULTIPLE");
    private static final List<String> INCOMES =
            List.of("DIBAO", "DIBAO", "EDGE", "EDGE", "EDGE", "ABOVE", "ABOVE", "TEKUN");

    private final Random random = new Random(20261124);

    void insert(Connection connection, int residents) throws SQLException {
        connection.setAutoCommit(false);
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO resident_facts (resident_id, version,"
                + " home_area, facts, received_at) VALUES (?, 1, ?, ?, ?)")) {
            for (int i = 1; i <= residents; i++) {
                fill(row, i, now);
                row.addBatch();
                if (i % BATCH == 0 || i == residents) {
                    row.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private void fill(PreparedStatement row, int number, LocalDateTime now) throws SQLException {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        String street = "6101040%02d".formatted(random.nextInt(1, 10));
        String community = street + "%03d".formatted(random.nextInt(1, 12));
        row.setString(1, id);
        row.setString(2, community);
        row.setString(3, facts(id, number, street, community));
        row.setObject(4, now);
    }

    private String facts(String id, int number, String street, String community) {
        LocalDate born = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(365 * 85));
        return """
            {"residentId":"%s","version":1,"birthDate":"%s","sex":"%s","deceasedOn":null,\
            "hukou":{"area":"610104","since":"%s","previous":[]},\
            "home":{"street":"%s","community":"%s"},\
            "certificate":{"status":"ACTIVE","statusSince":"2024-05-08","category":"%s","level":%d,"components":[],\
            "issuedOn":"2024-05-08","expiresOn":"2034-05-08","previous":[]},\
            "household":{"id":"h-%d","income":"%s","incomeSince":"2024-01-01","disabledMembers":1,"severeMembers":0,\
            "elderCarer":false,"employedMembers":1,"workableMembers":1},\
            "otherBenefits":[],"employment":{"status":"JOBLESS","since":"2024-01-01"},"imprisonment":[]}""".formatted(
                        id,
                        born,
                        random.nextBoolean() ? "M" : "F",
                        born,
                        street,
                        community,
                        CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                        random.nextInt(1, 5),
                        number,
                        INCOMES.get(random.nextInt(INCOMES.size())));
    }
}
