package org.huizhu.identity.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is and was in which household. */
@Repository
class Members {

    private final JdbcClient database;

    Members(JdbcClient database) {
        this.database = database;
    }

    /** The present ones first, the head before the others. */
    List<Member> of(String household) {
        return database.sql("SELECT * FROM household_member WHERE household_id = ?"
                        + " ORDER BY last_day IS NOT NULL, relation = 'HEAD' DESC, id")
                .param(household)
                .query(Members::member)
                .list();
    }

    /** Whether there is such a household, and all who are in it now live within that area. */
    boolean isWithin(String household, @Nullable String area) {
        return database.sql("""
            SELECT COUNT(*) FROM household h WHERE h.id = :id AND NOT EXISTS (
              SELECT 1 FROM resident r WHERE r.household_id = h.id AND r.merged_into IS NULL AND :area IS NOT NULL
                AND COALESCE(r.home_community, r.home_street, '') NOT LIKE :within)
              AND EXISTS (SELECT 1 FROM resident r WHERE r.household_id = h.id AND r.merged_into IS NULL)\
            """)
                        .param("id", household)
                        .param("area", area)
                        .param("within", area + "%")
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** What they are to the head, who is one of them. */
    void relate(String resident, MemberRelation relation, ToldBy toldBy) {
        database.sql("UPDATE household_member SET relation = ?, told_by = ? WHERE resident_id = ? AND last_day IS NULL")
                .params(relation.name(), toldBy.name(), resident)
                .update();
    }

    /** Nobody's relation to the head is known any more: it is another. */
    void forgetRelations(String household) {
        database.sql("UPDATE household_member SET relation = NULL WHERE household_id = ? AND last_day IS NULL")
                .param(household)
                .update();
    }

    private static Member member(ResultSet row, int n) throws SQLException {
        String relation = row.getString("relation");
        String toldBy = row.getString("told_by");
        return new Member(
                row.getString("resident_id"),
                row.getString("household_id"),
                relation == null ? null : MemberRelation.valueOf(relation),
                toldBy == null ? null : ToldBy.valueOf(toldBy),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
