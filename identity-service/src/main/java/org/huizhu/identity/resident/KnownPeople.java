package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.huizhu.identity.number.IdNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The little that accounts and delegations have to know of people on file. */
@Component
public class KnownPeople {

    private static final String CHINA = "86";
    private static final int MOBILE_DIGITS = 11;

    private final Residents residents;

    KnownPeople(Residents residents) {
        this.residents = residents;
    }

    /** {@code maskedName} is fit to be shown; {@code phone} is not. */
    public record Known(
            String residentId,
            String maskedName,
            LocalDate birthDate,
            @Nullable LocalDate deceasedOn,
            @Nullable String phone) {

        @Override
        public String toString() {
            return "Known[" + residentId + "]";
        }
    }

    /** Whose identity number this is, provided that this is their phone on file too. */
    public Optional<Known> find(IdNumber number, String phone) {
        return Optional.ofNullable(residents.find(Set.of(number)).get(number))
                .flatMap(place -> read(place.id()))
                .filter(known -> known.phone() != null && digits(known.phone()).equals(digits(phone)));
    }

    public Optional<Known> read(String residentId) {
        return residents.read(residentId).map(resident -> {
            Person person = resident.person();
            return new Known(
                    resident.id(),
                    ResidentView.MaskedPerson.of(person).name(),
                    person.idNumber().birthDate(),
                    resident.deceasedOn(),
                    person.phone());
        });
    }

    /** A number as it is dialled here: however it was spaced, and with or without the country's code. */
    private static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        boolean withCountry = digits.startsWith(CHINA) && digits.length() == CHINA.length() + MOBILE_DIGITS;
        return withCountry ? digits.substring(CHINA.length()) : digits;
    }
}
