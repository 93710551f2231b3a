package org.huizhu.identity.certificate;

import java.math.BigDecimal;
import java.util.List;
import org.huizhu.contracts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A registration as sent, with nothing checked: codes and days are still text, anything may be missing. {@code
 * guardian}, {@code otherBenefits} and {@code imprisonment} that are absent are unknown; {@code null} or an empty list
 * says that there are none.
 */
public record RegistrationRequest(
        @Nullable PersonPart person,
        @Nullable HukouPart hukou,
        @Nullable HomePart home,
        @Nullable String category,
        @Nullable Integer level,
        @Nullable List<@Nullable ComponentPart> components,
        @Nullable String issuedOn,
        @Nullable Boolean reissue,
        @Nullable HouseholdPart household,
        @Nullable EmploymentPart employment,
        @Nullable SchoolingPart schooling,
        @Nullable CareNeedPart careNeed,
        Fact<List<@Nullable OtherBenefitPart>> otherBenefits,
        Fact<GuardianPart> guardian,
        Fact<List<@Nullable PeriodPart>> imprisonment) {

    /** Who. */
    public record PersonPart(
            @Nullable String name,
            @Nullable String idNumber,
            @Nullable String phone,
            @Nullable String addressLine) {

        @Override
        public String toString() {
            return "PersonPart[…]";
        }
    }

    /** Where registered. */
    public record HukouPart(@Nullable String area, @Nullable String since) {}

    /** Where living. */
    public record HomePart(
            @Nullable String street, @Nullable String community) {}

    /** One disability of several. */
    public record ComponentPart(
            @Nullable String category, @Nullable Integer level) {}

    /** The household. */
    public record HouseholdPart(
            @Nullable String number,
            @Nullable String income,
            @Nullable String incomeSince,
            @Nullable Boolean elderCarer,
            @Nullable Integer employedMembers,
            @Nullable Integer workableMembers) {}

    /** Work. */
    public record EmploymentPart(
            @Nullable String status, @Nullable String since) {}

    /** School. */
    public record SchoolingPart(
            @Nullable String stage, @Nullable String placement) {}

    /** Need of care. */
    public record CareNeedPart(
            @Nullable Boolean needed, @Nullable String assessedOn) {}

    /** A benefit of another scheme. */
    public record OtherBenefitPart(
            @Nullable String kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable BigDecimal monthly) {}

    /** Who acts for the resident. */
    public record GuardianPart(@Nullable String kind) {}

    /** A time. */
    public record PeriodPart(
            @Nullable String from, @Nullable String to) {}
}
