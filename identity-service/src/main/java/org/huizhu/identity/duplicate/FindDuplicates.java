package org.huizhu.identity.duplicate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.identity.resident.Person;
import org.huizhu.identity.resident.PersonFollower;
import org.springframework.stereotype.Component;

/** Puts on the worklist whoever is written and may be known already, in the transaction that writes them. */
@Component
class FindDuplicates implements PersonFollower {

    private final PersonKeys keys;
    private final HeldFiles files;
    private final Duplicates duplicates;

    FindDuplicates(PersonKeys keys, HeldFiles files, Duplicates duplicates) {
        this.keys = keys;
        this.files = files;
        this.duplicates = duplicates;
    }

    @Override
    public void written(List<Written> people) {
        Set<PersonKeys.Pair> pairs = keys.keep(people);
        if (pairs.isEmpty()) {
            return;
        }
        Map<String, Person> persons = persons(people, pairs);
        Map<PersonKeys.Pair, Set<Likeness>> found = new LinkedHashMap<>();
        for (PersonKeys.Pair pair : pairs) {
            Person one = persons.get(pair.one());
            Person other = persons.get(pair.other());
            if (one != null && other != null) {
                Set<Likeness> reasons = Likeness.between(one, other);
                if (!reasons.isEmpty()) {
                    found.put(pair, reasons);
                }
            }
        }
        duplicates.ask(found);
    }

    /** Whoever is closed is nobody's double any more. */
    private Map<String, Person> persons(List<Written> people, Set<PersonKeys.Pair> pairs) {
        Map<String, Person> persons = new HashMap<>();
        people.forEach(written -> persons.put(written.residentId(), written.person()));
        Set<String> others = new HashSet<>();
        pairs.forEach(pair -> {
            others.add(pair.one());
            others.add(pair.other());
        });
        others.removeAll(persons.keySet());
        for (HeldFile file : files.of(others).values()) {
            if (file.mergedInto() == null) {
                persons.put(file.residentId(), file.person());
            }
        }
        return persons;
    }
}
