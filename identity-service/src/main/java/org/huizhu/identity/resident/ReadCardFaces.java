package org.huizhu.identity.resident;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives what is to be printed on cards. Whoever asks records that it left the house. */
@Component
public class ReadCardFaces {

    private final Residents residents;

    ReadCardFaces(Residents residents) {
        this.residents = residents;
    }

    /** By resident; who holds no card is not in it. */
    public Map<String, CardFace> of(Collection<String> residentIds) {
        return residents.readAll(residentIds).stream()
                .flatMap(resident -> resident.certificates()
                        .current()
                        .filter(Certificate::isHeld)
                        .map(card -> Stream.of(CardFace.of(resident, card)))
                        .orElseGet(Stream::empty))
                .collect(Collectors.toMap(CardFace::residentId, Function.identity()));
    }
}
