package org.huizhu.identity.resident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.platform.crypto.Sealer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The households in the database. */
@Repository
class Households {

    private static final String INSERT = """
        INSERT INTO household (income, income_since, elder_carer, employed_members, workable_members,
          disabled_members, severe_members, members_complete, derived_elder_carer, derived_employed,
          derived_workable, recount_on, next_change_on, id, number, number_mac)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
        UPDATE household SET income = ?, income_since = ?, elder_carer = ?, employed_members = ?,
          workable_members = ?, disabled_members = ?, severe_members = ?, members_complete = ?,
          derived_elder_carer = ?, derived_employed = ?, derived_workable = ?, recount_on = ?,
          next_change_on = ?
        WHERE id = ?""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealer sealer;

    Households(JdbcClient database, JdbcTemplate batches, Sealer sealer) {
        this.database = database;
        this.batches = batches;
        this.sealer = sealer;
    }

    /** The ids of the households with these numbers, as far as they exist. */
    Map<String, String> find(Collection<String> numbers) {
        Map<Mac, String> wanted = new HashMap<>();
        numbers.forEach(number -> wanted.put(Mac.of(sealer, number), number));
        Map<String, String> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        database.sql("SELECT id, number_mac FROM household WHERE number_mac IN (:macs)")
                .param("macs", wanted.keySet().stream().map(Mac::bytes).toList())
                .query(row -> {
                    String number = wanted.get(new Mac(row.getBytes("number_mac")));
                    if (number != null) {
                        found.put(number, row.getString("id"));
                    }
                });
        return found;
    }

    void insert(List<Household> households) {
        batches.batchUpdate(INSERT, households, 1_000, (statement, household) -> {
            String number = household.number();
            set(new Parameters(statement), household)
                    .add(number == null ? null : sealer.seal(number, "household.number:" + household.id()))
                    .add(number == null ? null : sealer.fingerprint(number));
        });
    }

    void update(List<Household> households) {
        batches.batchUpdate(
                UPDATE, households, 1_000, (statement, household) -> set(new Parameters(statement), household));
    }

    private static Parameters set(Parameters row, Household household) throws SQLException {
        HouseholdIncome income = household.income();
        return row.add(income == null ? null : income.name())
                .add(household.incomeSince())
                .add(household.elderCarer())
                .add(household.employedMembers())
                .add(household.workableMembers())
                .add(household.disabledMembers())
                .add(household.severeMembers())
                .add(household.membersComplete())
                .add(household.derived().elderCarer())
                .add(household.derived().employedMembers())
                .add(household.derived().workableMembers())
                .add(household.derived().nextChange())
                .add(household.nextChangeOn())
                .add(household.id());
    }

    /** Locks them in the order of their ids, and reads them. */
    List<Household> lock(Collection<String> households) {
        if (households.isEmpty()) {
            return List.of();
        }
        return database.sql("SELECT * FROM household WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", new TreeSet<>(households))
                .query(this::household)
                .list();
    }

    List<Household> readAll(Collection<String> households) {
        if (households.isEmpty()) {
            return List.of();
        }
        return database.sql("SELECT * FROM household WHERE id IN (:ids)")
                .param("ids", households)
                .query(this::household)
                .list();
    }

    Optional<Household> read(String id) {
        return database.sql("SELECT * FROM household WHERE id = ?")
                .param(id)
                .query(this::household)
                .optional();
    }

    private Household household(ResultSet row, int n) throws SQLException {
        String id = row.getString("id");
        String income = row.getString("income");
        byte[] number = row.getBytes("number");
        return new Household(
                id,
                number == null ? null : sealer.open(number, "household.number:" + id),
                income == null ? null : HouseholdIncome.valueOf(income),
                row.getObject("income_since", LocalDate.class),
                row.getObject("elder_carer", Boolean.class),
                row.getObject("employed_members", Integer.class),
                row.getObject("workable_members", Integer.class),
                row.getInt("disabled_members"),
                row.getInt("severe_members"),
                row.getBoolean("members_complete"),
                new Derived(
                        row.getObject("derived_elder_carer", Boolean.class),
                        row.getObject("derived_employed", Integer.class),
                        row.getObject("derived_workable", Integer.class),
                        row.getObject("recount_on", LocalDate.class)),
                List.of(),
                row.getObject("next_change_on", LocalDate.class));
    }
}
