package org.huizhu.identity.resident;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds residents as certificate work needs to see them; whoever asks has to record that they looked. */
@Component
public class KnownHolders {

    private final Residents residents;

    KnownHolders(Residents residents) {
        this.residents = residents;
    }

    /** Empty if there is no such resident. */
    public Optional<Holder> find(String residentId) {
        return residents.read(residentId).map(Holder::of);
    }

    /** By id; those that there are not are not in it. */
    public Map<String, Holder> find(Collection<String> residentIds) {
        return residents.readAll(residentIds).stream()
                .map(Holder::of)
                .collect(Collectors.toMap(Holder::residentId, Function.identity()));
    }
}
