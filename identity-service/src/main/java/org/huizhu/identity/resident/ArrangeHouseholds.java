package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts residents into households, each in the caller's transaction, and tells every resident whose facts become others
 * by it. Whether the caller may, and whether the people and households exist, has been looked at before.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ArrangeHouseholds {

    private final Files files;

    ArrangeHouseholds(Files files) {
        this.files = files;
    }

    /** Puts each where {@code places} says from that day on, empty for no household; one that is not there is made. */
    public void move(Map<String, Optional<String>> places, LocalDate since) {
        WorkingSet work = files.openOf(
                places.keySet(),
                places.values().stream().flatMap(Optional::stream).toList());
        places.forEach((resident, household) -> work.move(resident, household.orElse(null), since));
        files.close(work);
    }

    /** Takes note whether all members are entered, from which it follows what they live on. */
    public void complete(String household, boolean complete) {
        WorkingSet work = files.openOf(List.of(), List.of(household));
        work.complete(household, complete);
        files.close(work);
    }

    /** Counts anew in the households of these residents. */
    public void recountOf(Collection<String> residents) {
        files.close(files.openOf(residents, List.of()));
    }

    /** Counts anew in these households. */
    public void recount(Collection<String> households) {
        files.close(files.openOf(List.of(), households));
    }
}
