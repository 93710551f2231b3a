package org.huizhu.identity.imports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huizhu.contracts.Fact;
import org.huizhu.contracts.ResidentFacts.CareNeed;
import org.huizhu.contracts.ResidentFacts.Home;
import org.huizhu.contracts.ResidentFacts.Household;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.huizhu.contracts.ResidentFacts.OtherBenefit;
import org.huizhu.contracts.ResidentFacts.Schooling;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.Situation;
import org.jspecify.annotations.Nullable;

/** What is held of somebody as a row of a file that can be read again. */
public final class HeldRow {

    private HeldRow() {}

    public static List<String> headings() {
        return Arrays.stream(ImportColumn.values()).map(ImportColumn::heading).toList();
    }

    /** In the order of the headings. Unless {@code full}, what identifies somebody is masked, and the address left out. */
    public static List<String> cells(HeldFile file, boolean full) {
        HeldFile.Brief masked = file.brief();
        return Arrays.stream(ImportColumn.values())
                .map(column -> switch (column) {
                    case NAME -> full ? file.person().name() : masked.name();
                    case ID_NUMBER -> full ? file.person().idNumber().value() : masked.idNumber();
                    case PHONE -> full ? file.person().phone() : masked.phone();
                    case ADDRESS_LINE -> full ? file.person().addressLine() : null;
                    default -> cell(column, file);
                })
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    private static @Nullable String cell(ImportColumn column, HeldFile file) {
        HeldFile.Card card = file.card();
        Situation now = file.situation();
        Household household = file.household();
        Optional<Schooling> schooling = now.schooling().asOptional();
        return switch (column) {
            case CATEGORY ->
                card == null ? null : word(Words.CATEGORY, card.category().name());
            case LEVEL -> card == null ? null : word(Words.LEVEL, Integer.toString(card.level()));
            case COMPONENTS -> card == null ? null : components(card);
            case ISSUED_ON -> card == null ? null : card.issuedOn().toString();
            case HUKOU_AREA -> now.hukou().asOptional().map(Hukou::area).orElse(null);
            case HUKOU_SINCE ->
                now.hukou()
                        .asOptional()
                        .map(Hukou::since)
                        .map(LocalDate::toString)
                        .orElse(null);
            case STREET -> now.home().asOptional().map(Home::street).orElse(null);
            case COMMUNITY -> now.home().asOptional().map(Home::community).orElse(null);
            case INCOME ->
                household == null || household.income() == null
                        ? null
                        : word(Words.INCOME, household.income().name());
            case INCOME_SINCE ->
                household == null || household.incomeSince() == null
                        ? null
                        : household.incomeSince().toString();
            case EMPLOYED_MEMBERS -> household == null ? null : text(household.employedMembers());
            case WORKABLE_MEMBERS -> household == null ? null : text(household.workableMembers());
            case ELDER_CARER -> household == null ? null : yes(household.elderCarer());
            case EMPLOYMENT ->
                now.employment()
                        .asOptional()
                        .map(work -> word(Words.EMPLOYMENT, work.status().name()))
                        .orElse(null);
            case SCHOOLING ->
                schooling
                        .map(school -> word(Words.SCHOOLING, school.stage().name()))
                        .orElse(null);
            case PLACEMENT ->
                schooling
                        .map(Schooling::placement)
                        .map(placement -> word(Words.PLACEMENT, placement.name()))
                        .orElse(null);
            case CARE_NEED ->
                now.careNeed()
                        .asOptional()
                        .map(CareNeed::needed)
                        .map(HeldRow::yes)
                        .orElse(null);
            case CARE_ASSESSED_ON ->
                now.careNeed()
                        .asOptional()
                        .map(CareNeed::assessedOn)
                        .map(LocalDate::toString)
                        .orElse(null);
            case GUARDIAN ->
                switch (now.guardian()) {
                    case Fact.Unknown<?> unknown -> null;
                    case Fact.None<?> none -> Words.NONE;
                    case Fact.Known<org.huizhu.contracts.ResidentFacts.Guardian>(var guardian) ->
                        word(Words.GUARDIAN, guardian.kind().name());
                };
            case OTHER_BENEFITS ->
                now.otherBenefits().asOptional().map(HeldRow::benefits).orElse(null);
            case NAME, ID_NUMBER, PHONE, ADDRESS_LINE, HOUSEHOLD_NUMBER -> null;
        };
    }

    private static @Nullable String components(HeldFile.Card card) {
        return card.components().isEmpty()
                ? null
                : card.components().stream()
                        .map(part -> word(Words.CATEGORY, part.category().name()) + part.level())
                        .collect(Collectors.joining(";"));
    }

    private static String benefits(List<OtherBenefit> benefits) {
        return benefits.isEmpty()
                ? Words.NONE
                : benefits.stream()
                        .map(benefit -> word(Words.BENEFIT, benefit.kind().name()) + ":" + benefit.from() + "~"
                                + (benefit.to() == null ? "" : benefit.to()))
                        .collect(Collectors.joining(";"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String yes(@Nullable Boolean value) {
        return value == null ? null : value ? "是" : "否";
    }

    private static String word(Map<String, String> words, String code) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().equals(code))
                .map(Map.Entry::getKey)
                .max(Comparator.comparingInt(String::length))
                .orElse(code);
    }
}
