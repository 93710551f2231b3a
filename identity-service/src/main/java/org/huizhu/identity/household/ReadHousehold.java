package org.huizhu.identity.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huizhu.contracts.ResidentFacts.HouseholdIncome;
import org.huizhu.identity.household.HouseholdView.FactView;
import org.huizhu.identity.household.HouseholdView.MemberView;
import org.huizhu.identity.household.HouseholdView.Source;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a household of which every member lives within the reader's area; the read of each file is recorded. */
@Component
class ReadHousehold {

    private final JdbcClient database;
    private final Members members;
    private final HeldFiles files;
    private final AuditLog audit;

    ReadHousehold(JdbcClient database, Members members, HeldFiles files, AuditLog audit) {
        this.database = database;
        this.members = members;
        this.files = files;
        this.audit = audit;
    }

    /**
     * The household with its members of today and of before.
     *
     * @throws Problem 404 if there is none within that area
     */
    @Transactional
    public HouseholdView read(String id, @Nullable String area) {
        if (!members.isWithin(id, area)) {
            throw Problem.notFound("no-such-household");
        }
        List<Member> all = members.of(id);
        List<String> people = all.stream().map(Member::residentId).distinct().toList();
        Map<String, String> homes = files.areasOf(people);
        Map<String, HeldFile> shown = files.of(people.stream()
                .filter(person -> HeldFiles.isWithin(homes.get(person), area))
                .toList());
        shown.keySet().forEach(person -> audit.record("household.read", person));
        List<MemberView> present = views(all, shown, true);
        List<MemberView> former = views(all, shown, false);
        return database.sql("SELECT * FROM household WHERE id = ?")
                .param(id)
                .query((row, n) -> view(id, row, present, former))
                .single();
    }

    private static List<MemberView> views(List<Member> members, Map<String, HeldFile> files, boolean present) {
        List<MemberView> views = new ArrayList<>();
        for (Member member : members) {
            HeldFile file = files.get(member.residentId());
            if (file != null && file.mergedInto() == null && member.isPresent() == present) {
                views.add(new MemberView(
                        file.brief(), member.relation(), member.toldBy(), member.since(), member.lastDay()));
            }
        }
        return views;
    }

    private static HouseholdView view(String id, ResultSet row, List<MemberView> present, List<MemberView> former)
            throws SQLException {
        String income = row.getString("income");
        List<FactView> facts = new ArrayList<>();
        facts.add(new FactView("disabledMembers", row.getInt("disabled_members"), Source.MEMBERS));
        facts.add(new FactView("severeMembers", row.getInt("severe_members"), Source.MEMBERS));
        add(
                facts,
                "elderCarer",
                row.getObject("derived_elder_carer", Boolean.class),
                row.getObject("elder_carer", Boolean.class));
        add(
                facts,
                "employedMembers",
                row.getObject("derived_employed", Integer.class),
                row.getObject("employed_members", Integer.class));
        add(
                facts,
                "workableMembers",
                row.getObject("derived_workable", Integer.class),
                row.getObject("workable_members", Integer.class));
        return new HouseholdView(
                id,
                income == null ? null : HouseholdIncome.valueOf(income),
                row.getObject("income_since", LocalDate.class),
                row.getBoolean("members_complete"),
                facts,
                present,
                former);
    }

    private static void add(List<FactView> facts, String name, @Nullable Object derived, @Nullable Object told) {
        if (derived != null) {
            facts.add(new FactView(name, derived, Source.MEMBERS));
        } else if (told != null) {
            facts.add(new FactView(name, told, Source.TOLD));
        }
    }
}
