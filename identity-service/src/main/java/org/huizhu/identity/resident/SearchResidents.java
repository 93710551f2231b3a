package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhu.identity.number.CertificateNumber;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.ResidentHomes;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a resident by the exact number on a card. Whoever lives outside the caller's area is not found. */
@Component
class SearchResidents {

    private final Residents residents;
    private final ReadResident read;
    private final ResidentHomes homes;
    private final InstantSource clock;

    SearchResidents(Residents residents, ReadResident read, ResidentHomes homes, InstantSource clock) {
        this.residents = residents;
        this.read = read;
        this.homes = homes;
        this.clock = clock;
    }

    /** By exactly one of both; {@code area} is where the caller may look, {@code null} everywhere. */
    public List<ResidentView> search(
            @Nullable String idNumber, @Nullable String certificateNumber, @Nullable String area) {
        LocalDate today = Shanghai.today(clock);
        Optional<String> found;
        if (idNumber != null && certificateNumber == null) {
            found = byIdNumber(idNumber, today);
        } else if (certificateNumber != null && idNumber == null) {
            found = byCertificate(certificateNumber, today);
        } else {
            throw Problem.faults("search-invalid", List.of(Fault.of("idNumber", "one-of-two-numbers")));
        }
        return found
                .filter(id -> area == null
                        || homes.areaOf(id)
                                .filter(home -> home.startsWith(area))
                                .isPresent())
                .flatMap(id -> read.read(id, "resident.search"))
                .stream()
                .toList();
    }

    private Optional<String> byIdNumber(String text, LocalDate today) {
        return switch (IdNumber.read(text, today)) {
            case IdNumber.Reading.Read(IdNumber number) ->
                Optional.ofNullable(residents.find(Set.of(number)).get(number)).map(Residents.Place::id);
            case IdNumber.Reading.Refused refused ->
                throw Problem.faults(
                        "search-invalid",
                        List.of(Fault.of("idNumber", refused.fault().code())));
        };
    }

    private Optional<String> byCertificate(String text, LocalDate today) {
        CertificateNumber number = CertificateNumber.read(text, today)
                .orElseThrow(() -> Problem.faults(
                        "search-invalid", List.of(Fault.of("certificateNumber", "certificate-number-malformed"))));
        return residents.findByCertificate(number);
    }
}
