package org.huizhu.identity.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.contracts.DisabilityCategory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Designated hospitals and the accounts of those who enter results there. */
@Repository
class Hospitals {

    private final JdbcClient database;

    Hospitals(JdbcClient database) {
        this.database = database;
    }

    /** One that may assess these categories on the days from and to, both included. */
    record Hospital(
            String code,
            String name,
            String area,
            Set<DisabilityCategory> categories,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean isDesignated(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    Optional<Hospital> find(String code) {
        return database.sql("SELECT * FROM designated_hospital WHERE code = ?")
                .param(code)
                .query(Hospitals::hospital)
                .optional();
    }

    List<Hospital> within(String area) {
        return database.sql("SELECT * FROM designated_hospital WHERE area LIKE CONCAT(?, '%')"
                        + " OR ? LIKE CONCAT(area, '%') ORDER BY code LIMIT 500")
                .params(area, area)
                .query(Hospitals::hospital)
                .list();
    }

    private static Hospital hospital(ResultSet row, int n) throws SQLException {
        return new Hospital(
                row.getString("code"),
                row.getString("name"),
                row.getString("area"),
                Arrays.stream(row.getString("categories").split(","))
                        .map(DisabilityCategory::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DisabilityCategory.class))),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    void put(Hospital hospital) {
        database.sql("""
                        INSERT INTO designated_hospital (code, name, area, categories, valid_from, valid_to)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE name = VALUES(name), area = VALUES(area),
                          categories = VALUES(categories), valid_from = VALUES(valid_from),
                          valid_to = VALUES(valid_to)""")
                .param(hospital.code())
                .param(hospital.name())
                .param(hospital.area())
                .param(hospital.categories().stream()
                        .map(DisabilityCategory::name)
                        .collect(Collectors.joining(",")))
                .param(hospital.validFrom())
                .param(hospital.validTo())
                .update();
    }

    Optional<String> ofAccount(String subject) {
        return database.sql("SELECT hospital FROM hospital_account WHERE subject = ?")
                .param(subject)
                .query(String.class)
                .optional();
    }

    void putAccount(String subject, String hospital) {
        database.sql("INSERT INTO hospital_account (subject, hospital) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE hospital = VALUES(hospital)")
                .params(subject, hospital)
                .update();
    }

    void removeAccount(String subject, String hospital) {
        database.sql("DELETE FROM hospital_account WHERE subject = ? AND hospital = ?")
                .params(subject, hospital)
                .update();
    }
}
