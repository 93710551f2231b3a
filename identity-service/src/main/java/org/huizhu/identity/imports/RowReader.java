package org.huizhu.identity.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhu.contracts.Fact;
import org.huizhu.identity.certificate.RegistrationRequest;
import org.huizhu.identity.certificate.RegistrationRequest.CareNeedPart;
import org.huizhu.identity.certificate.RegistrationRequest.ComponentPart;
import org.huizhu.identity.certificate.RegistrationRequest.EmploymentPart;
import org.huizhu.identity.certificate.RegistrationRequest.GuardianPart;
import org.huizhu.identity.certificate.RegistrationRequest.HomePart;
import org.huizhu.identity.certificate.RegistrationRequest.HouseholdPart;
import org.huizhu.identity.certificate.RegistrationRequest.HukouPart;
import org.huizhu.identity.certificate.RegistrationRequest.OtherBenefitPart;
import org.huizhu.identity.certificate.RegistrationRequest.PersonPart;
import org.huizhu.identity.certificate.RegistrationRequest.SchoolingPart;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Reads one row: what its cells say as a registration request, and what of them cannot be read at all. */
final class RowReader {

    private static final Pattern COMPONENT = Pattern.compile("(\\D+?)\\s*([1-4]|[一二三四]级?)级?");

    private final Header<ImportColumn> header;
    private final Table.Row row;
    private final boolean from1904;
    private final List<Fault> faults = new ArrayList<>();

    private RowReader(Header<ImportColumn> header, Table.Row row, boolean from1904) {
        this.header = header;
        this.row = row;
        this.from1904 = from1904;
    }

    /** {@code faults} are about cells, with the path of the place that the cell would fill. */
    record Reading(RegistrationRequest request, List<Fault> faults) {}

    static Reading read(Header<ImportColumn> header, Table.Row row, boolean from1904) {
        var reader = new RowReader(header, row, from1904);
        return new Reading(reader.request(), reader.faults);
    }

    private RegistrationRequest request() {
        return new RegistrationRequest(
                new PersonPart(
                        text(ImportColumn.NAME),
                        text(ImportColumn.ID_NUMBER),
                        text(ImportColumn.PHONE),
                        text(ImportColumn.ADDRESS_LINE)),
                new HukouPart(text(ImportColumn.HUKOU_AREA), text(ImportColumn.HUKOU_SINCE)),
                new HomePart(text(ImportColumn.STREET), text(ImportColumn.COMMUNITY)),
                word(ImportColumn.CATEGORY, Words.CATEGORY),
                number(ImportColumn.LEVEL, Words.LEVEL, "level-range"),
                components(),
                required(ImportColumn.ISSUED_ON),
                null,
                household(),
                text(ImportColumn.EMPLOYMENT) == null
                        ? null
                        : new EmploymentPart(word(ImportColumn.EMPLOYMENT, Words.EMPLOYMENT), null),
                schooling(),
                careNeed(),
                otherBenefits(),
                guardian(),
                Fact.unknown());
    }

    private @Nullable String text(ImportColumn column) {
        return CellText.of(header.cell(row, column), column.kind(), from1904);
    }

    private @Nullable String required(ImportColumn column) {
        String text = text(column);
        if (text == null) {
            faults.add(Fault.of(column.path(), "required"));
        }
        return text;
    }

    private @Nullable String word(ImportColumn column, Map<String, String> words) {
        String text = text(column);
        if (text == null || words.containsValue(text.toUpperCase(java.util.Locale.ROOT))) {
            return text;
        }
        String code = words.get(text);
        if (code == null) {
            faults.add(Fault.of(column.path(), "word-unknown", allowed(words)));
        }
        return code;
    }

    private static String allowed(Map<String, String> words) {
        return String.join("、", words.keySet().stream().sorted().toList());
    }

    private @Nullable Integer number(ImportColumn column, Map<String, String> words, String fault) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        String digits = words.getOrDefault(text, text);
        if (!digits.matches("[0-9]{1,4}")) {
            faults.add(Fault.of(column.path(), fault));
            return null;
        }
        return Integer.valueOf(digits);
    }

    private @Nullable Boolean yes(ImportColumn column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Optional<Boolean> answer = CellText.yes(text);
        if (answer.isEmpty()) {
            faults.add(Fault.of(column.path(), "yes-or-no"));
        }
        return answer.orElse(null);
    }

    private @Nullable List<@Nullable ComponentPart> components() {
        String text = text(ImportColumn.COMPONENTS);
        if (text == null) {
            return null;
        }
        List<@Nullable ComponentPart> components = new ArrayList<>();
        for (String part : text.split("[;；、]", 0)) {
            Matcher parts = COMPONENT.matcher(part.strip());
            if (!parts.matches()) {
                faults.add(Fault.of(ImportColumn.COMPONENTS.path(), "components-malformed"));
                return null;
            }
            String level = parts.group(2);
            components.add(new ComponentPart(
                    Words.CATEGORY.getOrDefault(parts.group(1), parts.group(1)),
                    Integer.valueOf(Words.LEVEL.getOrDefault(level, level))));
        }
        return components;
    }

    private @Nullable HouseholdPart household() {
        var household = new HouseholdPart(
                text(ImportColumn.HOUSEHOLD_NUMBER),
                word(ImportColumn.INCOME, Words.INCOME),
                text(ImportColumn.INCOME_SINCE),
                yes(ImportColumn.ELDER_CARER),
                number(ImportColumn.EMPLOYED_MEMBERS, Map.of(), "whole-number"),
                number(ImportColumn.WORKABLE_MEMBERS, Map.of(), "whole-number"));
        return household.equals(new HouseholdPart(null, null, null, null, null, null)) ? null : household;
    }

    private @Nullable SchoolingPart schooling() {
        String stage = word(ImportColumn.SCHOOLING, Words.SCHOOLING);
        String placement = word(ImportColumn.PLACEMENT, Words.PLACEMENT);
        return stage == null && placement == null ? null : new SchoolingPart(stage, placement);
    }

    private @Nullable CareNeedPart careNeed() {
        Boolean needed = yes(ImportColumn.CARE_NEED);
        String assessedOn = text(ImportColumn.CARE_ASSESSED_ON);
        return needed == null && assessedOn == null ? null : new CareNeedPart(needed, assessedOn);
    }

    private Fact<GuardianPart> guardian() {
        String text = text(ImportColumn.GUARDIAN);
        if (text == null) {
            return Fact.unknown();
        }
        return text.equals(Words.NONE)
                ? Fact.none()
                : Fact.of(new GuardianPart(word(ImportColumn.GUARDIAN, Words.GUARDIAN)));
    }

    private Fact<List<@Nullable OtherBenefitPart>> otherBenefits() {
        String text = text(ImportColumn.OTHER_BENEFITS);
        if (text == null) {
            return Fact.unknown();
        }
        if (text.equals(Words.NONE)) {
            return Fact.none();
        }
        List<@Nullable OtherBenefitPart> benefits = new ArrayList<>();
        for (String part : text.split("[;；]", 0)) {
            String[] kindAndTime = part.strip().split("[:：]", 2);
            String[] time = kindAndTime.length < 2 ? new String[0] : kindAndTime[1].split("[~～至]", 2);
            if (time.length < 2) {
                faults.add(Fault.of(ImportColumn.OTHER_BENEFITS.path(), "benefits-malformed"));
                return Fact.unknown();
            }
            String kind = kindAndTime[0].strip();
            benefits.add(new OtherBenefitPart(
                    Words.BENEFIT.getOrDefault(kind, kind),
                    CellText.dayOf(time[0].strip()),
                    time[1].isBlank() ? null : CellText.dayOf(time[1].strip()),
                    null));
        }
        return Fact.of(benefits);
    }
}
