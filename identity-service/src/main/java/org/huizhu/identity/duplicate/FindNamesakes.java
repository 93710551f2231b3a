package org.huizhu.identity.duplicate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.identity.resident.Namesakes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people by the keys that doubles are found by, and makes sure of each by the name that is sealed. */
@Component
class FindNamesakes implements Namesakes {

    private final PersonKeys keys;
    private final HeldFiles files;

    FindNamesakes(PersonKeys keys, HeldFiles files) {
        this.keys = keys;
        this.files = files;
    }

    @Override
    public List<String> find(String name, @Nullable LocalDate birthDate, @Nullable String area, int most) {
        String wanted = Likeness.name(name);
        List<String> alike = keys.named(wanted, birthDate, area);
        Map<String, HeldFile> held = files.of(alike);
        return alike.stream()
                .filter(id -> held.containsKey(id)
                        && Likeness.name(held.get(id).person().name()).equals(wanted))
                .limit(most)
                .toList();
    }
}
