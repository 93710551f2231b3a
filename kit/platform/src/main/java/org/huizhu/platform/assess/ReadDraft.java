package org.huizhu.platform.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huizhu.eligibility.Draft;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.PackFaults;
import org.huizhu.eligibility.PackName;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.jspecify.annotations.Nullable;

/** Reads a draft if this service is its owner, or if it does not say who is. */
final class ReadDraft {

    private final FactModel residents;
    private final String service;

    ReadDraft(FactModel residents, String service) {
        this.residents = residents;
        this.service = service;
    }

    /** Empty when it is another service's to try, or has faults. */
    Optional<Draft> of(@Nullable String yaml, LocalDate asOf, RulePacks packs, Findings findings) {
        if (yaml == null) {
            return Optional.empty();
        }
        PackSource source = new PackSource("draft", yaml);
        String owner = PackName.of(source).owner();
        if (owner != null && !owner.equals(service)) {
            return Optional.empty();
        }
        try {
            List<Pack> read = RulePacks.load(residents, List.of(source)).packs();
            return read.stream().findFirst().map(pack -> new Draft(pack, packs)).filter(draft -> {
                boolean counts = covers(draft.pack(), asOf);
                if (!counts) {
                    findings.add("asOf", "draft-not-in-force", days(draft.pack()));
                }
                return counts;
            });
        } catch (PackFaults faulty) {
            findings.addDraft(faulty.faults());
            return Optional.empty();
        }
    }

    private static boolean covers(Pack pack, LocalDate day) {
        LocalDate to = pack.to();
        return !day.isBefore(pack.from()) && (to == null || !day.isAfter(to));
    }

    private static String days(Pack pack) {
        LocalDate to = pack.to();
        return pack.from() + " – " + (to == null ? "…" : to);
    }
}
