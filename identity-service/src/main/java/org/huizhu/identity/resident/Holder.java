package org.huizhu.identity.resident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.contracts.ResidentFacts.FormerHukou;
import org.huizhu.contracts.ResidentFacts.Hukou;
import org.jspecify.annotations.Nullable;

/** A resident as certificate work needs to see them; name and identity number are masked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Holder(
        String residentId,
        String name,
        String idNumber,
        LocalDate birthDate,
        @Nullable LocalDate deceasedOn,
        @Nullable String homeArea,
        @Nullable String hukouArea,
        @Nullable LocalDate leftOn,
        @Nullable Card card) {

    private static final int DISTRICT_DIGITS = 6;

    /** The last card; {@code number} is masked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
            int sequence,
            String number,
            DisabilityCategory category,
            int level,
            List<Component> components,
            LocalDate issuedOn,
            LocalDate expiresOn,
            CertificateStatus status,
            LocalDate statusSince,
            @Nullable CancelReason endReason) {

        /** Whether it was neither cancelled nor passed to another district. */
        @JsonIgnore
        public boolean isHeld() {
            return status != CertificateStatus.CANCELLED && status != CertificateStatus.MOVED_OUT;
        }
    }

    static Holder of(Resident resident) {
        var masked = ResidentView.MaskedPerson.of(resident.person());
        return new Holder(
                resident.id(),
                masked.name(),
                masked.idNumber(),
                resident.person().idNumber().birthDate(),
                resident.deceasedOn(),
                resident.homeArea(),
                resident.situation().hukou().asOptional().map(Hukou::area).orElse(null),
                leftOn(resident),
                resident.certificates()
                        .current()
                        .map(card -> card(resident, card))
                        .orElse(null));
    }

    private static Card card(Resident resident, Certificate card) {
        return new Card(
                card.sequence(),
                card.numberOf(resident.person().idNumber()).masked(),
                card.category(),
                card.level(),
                card.components(),
                card.issuedOn(),
                card.expiresOn(),
                card.status(),
                card.statusSince(),
                card.endReason());
    }

    /**
     * The day since which the hukou is no longer in the district in which it was when the certificate was issued or
     * taken over; {@code null} if it is there, or nobody has told that it ever left.
     */
    private static @Nullable LocalDate leftOn(Resident resident) {
        Hukou hukou = resident.situation().hukou().asOptional().orElse(null);
        Certificate card = resident.certificates().current().orElse(null);
        if (hukou == null || card == null) {
            return null;
        }
        LocalDate since = Objects.requireNonNullElse(card.takenOverOn(), card.issuedOn());
        LocalDate left = null;
        String home = null;
        for (FormerHukou former : hukou.previous()) {
            if (!former.to().isBefore(since)) {
                String district = district(former.area());
                home = home == null ? district : home;
                left = district.equals(home) ? former.to().plusDays(1) : left;
            }
        }
        return home == null || home.equals(district(hukou.area())) ? null : left;
    }

    private static String district(String area) {
        return area.substring(0, DISTRICT_DIGITS);
    }
}
