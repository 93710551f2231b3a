package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes registrations into the file: finds or makes the residents and their households, and tells every resident whose
 * facts changed by it, members of the same household too, each once. When others were quicker the caller's transaction
 * fails as a concurrency failure and is to be run again.
 */
@Component
public class RegisterResidents {

    private static final String REGISTRATION = "registration";

    private final Files files;
    private final InstantSource clock;

    RegisterResidents(Files files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * Registers each, in the caller's transaction, and answers in the same order. Residents who live outside {@code
     * area}, or would join a household of which somebody does, are refused; {@code null} is everywhere. Of one person
     * only the first registration that is accepted counts; the others are refused as {@code person-twice}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Registered> register(List<Registration> registrations, @Nullable String area) {
        var voice = Books.Voice.of(REGISTRATION, clock.instant());
        WorkingSet work = files.open(
                registrations.stream()
                        .map(registration -> registration.person().idNumber())
                        .collect(Collectors.toSet()),
                registrations.stream()
                        .map(Registration::householdNumber)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        List<Registered> results = registrations.stream()
                .map(registration -> work.take(registration, area, voice))
                .toList();
        files.close(work);
        return results.stream().map(work::withVersion).toList();
    }
}
