package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huizhu.identity.number.CertificateNumber;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.ResidentHomes;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds residents by what is exactly on a card. Whoever lives outside the caller's area is not found. */
@Component
class SearchResidents {

    private static final int MOST = 50;

    private final Residents residents;
    private final Namesakes namesakes;
    private final ReadResident read;
    private final ResidentHomes homes;
    private final InstantSource clock;

    SearchResidents(
            Residents residents, Namesakes namesakes, ReadResident read, ResidentHomes homes, InstantSource clock) {
        this.residents = residents;
        this.namesakes = namesakes;
        this.read = read;
        this.homes = homes;
        this.clock = clock;
    }

    /** What is looked for: exactly one of a number of either kind and a name, which a birth date may narrow. */
    record Wanted(
            @Nullable String idNumber,
            @Nullable String certificateNumber,
            @Nullable String name,
            @Nullable LocalDate birthDate) {

        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /** @param more whether others have that name too, beyond the first fifty */
    record Found(List<ResidentView> residents, boolean more) {}

    /** {@code area} is where the caller may look, {@code null} everywhere. */
    Found search(Wanted wanted, @Nullable String area) {
        if (Stream.of(wanted.idNumber(), wanted.certificateNumber(), wanted.name())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw refused("idNumber", "one-of-three-to-search");
        }
        if (wanted.birthDate() != null && wanted.name() == null) {
            throw refused("birthDate", "birth-date-without-name");
        }
        List<String> found = wanted.name() == null
                ? byNumber(wanted).filter(id -> isWithin(id, area)).stream().toList()
                : byName(wanted.name(), wanted.birthDate(), area);
        return new Found(
                found.stream()
                        .limit(MOST)
                        .flatMap(id -> read.read(id, "resident.search").stream())
                        .toList(),
                found.size() > MOST);
    }

    private boolean isWithin(String id, @Nullable String area) {
        return area == null
                || homes.areaOf(id).filter(home -> home.startsWith(area)).isPresent();
    }

    private List<String> byName(String name, @Nullable LocalDate birthDate, @Nullable String area) {
        if (name.isBlank()) {
            throw refused("name", "name-to-search-missing");
        }
        return namesakes.find(name, birthDate, area, MOST + 1);
    }

    private Optional<String> byNumber(Wanted wanted) {
        LocalDate today = Shanghai.today(clock);
        return wanted.idNumber() != null
                ? byIdNumber(wanted.idNumber(), today)
                : byCertificate(Objects.requireNonNull(wanted.certificateNumber()), today);
    }

    private Optional<String> byIdNumber(String text, LocalDate today) {
        return switch (IdNumber.read(text, today)) {
            case IdNumber.Reading.Read(IdNumber number) ->
                Optional.ofNullable(residents.find(Set.of(number)).get(number)).map(Residents.Place::id);
            case IdNumber.Reading.Refused refused ->
                throw refused("idNumber", refused.fault().code());
        };
    }

    private Optional<String> byCertificate(String text, LocalDate today) {
        CertificateNumber number = CertificateNumber.read(text, today)
                .orElseThrow(() -> refused("certificateNumber", "certificate-number-malformed"));
        return residents.findByCertificate(number);
    }

    private static RuntimeException refused(String field, String fault) {
        return Problem.faults("search-invalid", List.of(Fault.of(field, fault)));
    }
}
