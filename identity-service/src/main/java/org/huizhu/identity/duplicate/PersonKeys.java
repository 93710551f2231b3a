package org.huizhu.identity.duplicate;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.identity.resident.Mac;
import org.huizhu.identity.resident.Person;
import org.huizhu.identity.resident.PersonFollower.Written;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys by which doubles are found. A key that more than a few share tells nothing (a day on which many files were
 * made up, a phone of an institution) and is passed over.
 */
@Repository
class PersonKeys {

    private static final int BYTES = 8;
    private static final int NAME_BYTES = 3;
    private static final int MOST_ALIKE = 12;
    private static final List<String> COLUMNS = List.of(
            "name_birth", "phone_birth", "number_1", "number_2", "number_3", "number_4", "number_5", "number_6");
    private static final String SAVE = "REPLACE INTO person_key (resident_id, " + String.join(", ", COLUMNS)
            + ") VALUES (?" + ", ?".repeat(COLUMNS.size()) + ")";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;

    PersonKeys(JdbcClient database, JdbcTemplate batches, Sealer sealer) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
    }

    /** Two files that share a key. */
    record Pair(String one, String other) {

        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** Keeps the keys of these people, and finds with whom each shares one. */
    Set<Pair> keep(List<Written> people) {
        Map<String, List<byte @Nullable []>> keys = new HashMap<>();
        people.forEach(written -> keys.put(written.residentId(), keys(written.person())));
        batches.batchUpdate(SAVE, List.copyOf(keys.entrySet()), 1_000, (statement, entry) -> {
            statement.setString(1, entry.getKey());
            for (int i = 0; i < COLUMNS.size(); i++) {
                statement.setBytes(i + 2, entry.getValue().get(i));
            }
        });
        return shared(keys);
    }

    private Set<Pair> shared(Map<String, List<byte @Nullable []>> keys) {
        Map<String, List<byte[]>> alike = alike(keys);
        Set<Pair> pairs = new HashSet<>();
        alike.forEach((column, macs) -> {
            Map<Mac, List<String>> holders = new HashMap<>();
            database.sql("SELECT " + column + " AS mac, resident_id FROM " + byKey(column) + " WHERE " + column
                            + " IN (:macs)")
                    .param("macs", macs)
                    .query(row -> {
                        holders.computeIfAbsent(new Mac(row.getBytes("mac")), mac -> new ArrayList<>())
                                .add(row.getString("resident_id"));
                    });
            holders.values().forEach(same -> pairs(same, keys.keySet(), pairs));
        });
        return pairs;
    }

    private static void pairs(List<String> same, Set<String> written, Set<Pair> pairs) {
        for (String one : same) {
            for (String other : same) {
                if (!one.equals(other) && written.contains(one)) {
                    pairs.add(Pair.of(one, other));
                }
            }
        }
    }

    /** Those of the keys that a few share, by column; one question for all of them. */
    private Map<String, List<byte[]>> alike(Map<String, List<byte @Nullable []>> keys) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            Set<Mac> wanted = new HashSet<>();
            for (List<byte @Nullable []> person : keys.values()) {
                byte[] key = person.get(i);
                if (key != null) {
                    wanted.add(new Mac(key));
                }
            }
            if (!wanted.isEmpty()) {
                String column = COLUMNS.get(i);
                parameters.put(column, wanted.stream().map(Mac::bytes).toList());
                questions.add(
                        "SELECT '%s' AS kind, %s AS mac FROM %s WHERE %s IN (:%s) GROUP BY %s HAVING COUNT(*) BETWEEN 2 AND %d"
                                .formatted(column, column, byKey(column), column, column, column, MOST_ALIKE));
            }
        }
        Map<String, List<byte[]>> alike = new HashMap<>();
        database.sql(String.join(" UNION ALL ", questions)).params(parameters).query(row -> {
            alike.computeIfAbsent(row.getString("kind"), kind -> new ArrayList<>())
                    .add(row.getBytes("mac"));
        });
        return alike;
    }

    /** The statistics lag behind an import, and with them the server would rather read the whole table for each chunk. */
    private static String byKey(String column) {
        return byKey("", column);
    }

    private static String byKey(String alias, String column) {
        return "person_key " + alias + " FORCE INDEX (person_key_" + column + ")";
    }

    private List<byte @Nullable []> keys(Person person) {
        String number = person.idNumber().value();
        String region = number.substring(0, 6);
        String year = number.substring(6, 10);
        String day = number.substring(10, 14);
        String sequence = number.substring(14, 17);
        String phone = Likeness.phone(person);
        List<byte @Nullable []> keys = new ArrayList<>();
        keys.add(nameAndBirth(Likeness.name(person.name()), year + day));
        keys.add(phone == null ? null : key("phone", phone, year + day));
        keys.add(key("1", region + year + day, sequence.substring(2)));
        keys.add(key("2", region + year + day, sequence.substring(0, 1)));
        keys.add(key("3", day, sequence));
        keys.add(key("4", region + year, sequence));
        keys.add(key("5", region + year.substring(0, 3), day.substring(1) + sequence));
        keys.add(key("6", region + year + day.substring(0, 3), sequence.substring(1)));
        return keys;
    }

    /** The name alone comes first, so that the same index finds whoever has it. */
    private byte[] nameAndBirth(String name, String birth) {
        byte[] key = Arrays.copyOf(name(name), BYTES);
        System.arraycopy(key("name", name, birth), 0, key, NAME_BYTES, BYTES - NAME_BYTES);
        return key;
    }

    private byte[] name(String name) {
        return Arrays.copyOf(sealer.fingerprint("person_key.name-alone:" + name), NAME_BYTES);
    }

    /** Who may have that name, within that area, if their files are open: few others share so short a key. */
    List<String> named(String name, @Nullable LocalDate birthDate, @Nullable String area) {
        byte[] first = birthDate == null
                ? Arrays.copyOf(name(name), BYTES)
                : nameAndBirth(name, BASIC_ISO_DATE.format(birthDate));
        byte[] last = first.clone();
        if (birthDate == null) {
            Arrays.fill(last, NAME_BYTES, BYTES, (byte) 0xff);
        }
        return database.sql("SELECT r.id FROM " + byKey("k", "name_birth") + """
                         STRAIGHT_JOIN resident r ON r.id = k.resident_id
                        WHERE k.name_birth BETWEEN :first AND :last AND r.merged_into IS NULL
                          AND (:area IS NULL OR COALESCE(r.home_community, r.home_street) LIKE CONCAT(:area, '%'))
                        ORDER BY r.id""")
                .param("first", first)
                .param("last", last)
                .param("area", area)
                .query((row, n) -> row.getString("id"))
                .list();
    }

    private byte[] key(String kind, String one, String other) {
        return Arrays.copyOf(sealer.fingerprint("person_key." + kind + ":" + one + ":" + other), BYTES);
    }

    /** Some whose keys were never kept. */
    List<String> missing(int most) {
        return database.sql("SELECT r.id FROM resident r LEFT JOIN person_key k ON k.resident_id = r.id"
                        + " WHERE k.resident_id IS NULL ORDER BY r.id LIMIT ?")
                .param(most)
                .query((row, n) -> row.getString("id"))
                .list();
    }
}
