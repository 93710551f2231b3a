package org.huizhu.identity.resident;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Employment;
import org.huizhu.contracts.ResidentFacts.EmploymentStatus;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.contracts.ResidentFacts.Guardian;
import org.huizhu.contracts.ResidentFacts.GuardianKind;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.Imprisonment;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.ResidencePermit;
import org.huizhu.contracts.ResidentFacts.SchoolPlacement;
import org.huizhu.contracts.ResidentFacts.SchoolStage;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.platform.crypto.Sealer;
import org.jspecify.annotations.Nullable;

/** How a resident stands in one row: what is personal is sealed for that row alone. */
final class ResidentRows {

    private static final String NO_GUARDIAN = "NONE";

    private final Sealer sealer;

    ResidentRows(Sealer sealer) {
        this.sealer = sealer;
    }

    /** A row, before the rows that belong to it are there. */
    record Row(
            String id,
            long version,
            Person person,
            @Nullable LocalDate deceasedOn,
            Situation situation,
            @Nullable String householdId,
            @Nullable LocalDate nextChangeOn,
            Resident.@Nullable Merged merged) {

        Resident complete(
                List<FormerHukou> former,
                List<OtherBenefit> benefits,
                List<Imprisonment> imprisonment,
                Certificates certificates) {
            Situation whole = new Situation(
                    situation
                            .hukou()
                            .asOptional()
                            .<Fact<Hukou>>map(now -> Fact.of(new Hukou(now.area(), now.since(), former)))
                            .orElseGet(Fact::unknown),
                    situation.home(),
                    situation.otherBenefits() instanceof Fact.Unknown ? Fact.unknown() : Fact.of(benefits),
                    situation.careNeed(),
                    situation.employment(),
                    situation.schooling(),
                    situation.guardian(),
                    situation.imprisonment() instanceof Fact.Unknown ? Fact.unknown() : Fact.of(imprisonment),
                    situation.residencePermit(),
                    situation.screening());
            return new Resident(
                    id, version, person, deceasedOn, whole, certificates, householdId, merged, List.of(), nextChangeOn);
        }
    }

    Row read(ResultSet row, int index) throws SQLException {
        String id = row.getString("id");
        return new Row(
                id,
                row.getLong("version"),
                person(row, id),
                day(row, "deceased_on"),
                situation(row),
                row.getString("household_id"),
                day(row, "next_change_on"),
                merged(row));
    }

    private static Resident.@Nullable Merged merged(ResultSet row) throws SQLException {
        String into = row.getString("merged_into");
        return into == null ? null : new Resident.Merged(into, row.getObject("merged_on", LocalDate.class));
    }

    private Person person(ResultSet row, String id) throws SQLException {
        return new Person(
                sealer.open(row.getBytes("name"), "resident.name:" + id),
                new IdNumber(sealer.open(row.getBytes("id_number"), "resident.id_number:" + id)),
                open(row.getBytes("phone"), "resident.phone:" + id),
                open(row.getBytes("address_line"), "resident.address_line:" + id));
    }

    private @Nullable String open(byte @Nullable [] sealed, String context) {
        return sealed == null ? null : sealer.open(sealed, context);
    }

    private static Situation situation(ResultSet row) throws SQLException {
        String hukou = row.getString("hukou_area");
        String street = row.getString("home_street");
        String employment = row.getString("employment_status");
        String stage = row.getString("school_stage");
        String placement = row.getString("school_placement");
        Boolean care = row.getObject("care_needed", Boolean.class);
        String permit = row.getString("permit_area");
        return new Situation(
                Fact.ofNullable(hukou == null ? null : new Hukou(hukou, day(row, "hukou_since"), List.of())),
                Fact.ofNullable(street == null ? null : new Home(street, row.getString("home_community"))),
                row.getBoolean("other_benefits_known") ? Fact.of(List.of()) : Fact.unknown(),
                Fact.ofNullable(care == null ? null : new CareNeed(care, day(row, "care_assessed_on"))),
                Fact.ofNullable(
                        employment == null
                                ? null
                                : new Employment(EmploymentStatus.valueOf(employment), day(row, "employment_since"))),
                Fact.ofNullable(
                        stage == null
                                ? null
                                : new Schooling(
                                        SchoolStage.valueOf(stage),
                                        placement == null ? null : SchoolPlacement.valueOf(placement))),
                guardian(row.getString("guardian")),
                row.getBoolean("imprisonment_known") ? Fact.of(List.of()) : Fact.unknown(),
                Fact.ofNullable(permit == null ? null : new ResidencePermit(permit, lastDay(row))),
                Fact.ofNullable(day(row, "screened_on")));
    }

    private static LocalDate lastDay(ResultSet row) throws SQLException {
        return row.getObject("permit_to", LocalDate.class);
    }

    private static Fact<Guardian> guardian(@Nullable String code) {
        if (code == null) {
            return Fact.unknown();
        }
        return code.equals(NO_GUARDIAN) ? Fact.none() : Fact.of(new Guardian(GuardianKind.valueOf(code)));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** Sets the parameters that insert and update begin with, up to the id, and says which is next. */
    int write(PreparedStatement statement, Resident resident, LocalDateTime now) throws SQLException {
        var row = new Parameters(statement);
        Person person = resident.person();
        String id = resident.id();
        row.add(resident.version())
                .add(sealer.seal(person.idNumber().value(), "resident.id_number:" + id))
                .add(sealer.seal(person.name(), "resident.name:" + id))
                .add(seal(person.phone(), "resident.phone:" + id))
                .add(seal(person.addressLine(), "resident.address_line:" + id))
                .add(resident.deceasedOn());
        write(row, resident.situation(), resident.householdId());
        return row.add(resident.nextChangeOn()).add(now).add(id).next();
    }

    private byte @Nullable [] seal(@Nullable String value, String context) {
        return value == null ? null : sealer.seal(value, context);
    }

    private static void write(Parameters row, Situation situation, @Nullable String household) throws SQLException {
        Hukou hukou = situation.hukou().asOptional().orElse(null);
        Home home = situation.home().asOptional().orElse(null);
        Employment employment = situation.employment().asOptional().orElse(null);
        Schooling schooling = situation.schooling().asOptional().orElse(null);
        CareNeed care = situation.careNeed().asOptional().orElse(null);
        Guardian guardian = situation.guardian().asOptional().orElse(null);
        boolean noGuardian = situation.guardian() instanceof Fact.None;
        row.add(hukou == null ? null : hukou.area())
                .add(hukou == null ? null : hukou.since())
                .add(home == null ? null : home.street())
                .add(home == null ? null : home.community())
                .add(household)
                .add(employment == null ? null : employment.status().name())
                .add(employment == null ? null : employment.since())
                .add(schooling == null ? null : schooling.stage().name())
                .add(
                        schooling == null || schooling.placement() == null
                                ? null
                                : schooling.placement().name())
                .add(care == null ? null : care.needed())
                .add(care == null ? null : care.assessedOn())
                .add(
                        guardian == null
                                ? (noGuardian ? NO_GUARDIAN : null)
                                : guardian.kind().name())
                .add(!(situation.otherBenefits() instanceof Fact.Unknown))
                .add(!(situation.imprisonment() instanceof Fact.Unknown));
        ResidencePermit permit = situation.residencePermit().asOptional().orElse(null);
        row.add(permit == null ? null : permit.area())
                .add(permit == null ? null : permit.validTo())
                .add(situation.screening().asOptional().orElse(null));
    }
}
