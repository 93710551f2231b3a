package org.huizhu.platform.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizhu.eligibility.Draft;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.PackFaults;
import org.huizhu.eligibility.PackName;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.eligibility.Subject;

/** Reads a draft if this service is its owner, or if it does not say who is. */
final class ReadDraft {

    private final Map<Subject, FactModel> models;
    private final String service;

    ReadDraft(Map<Subject, FactModel> models, String service) {
        this.models = models;
        this.service = service;
    }

    /** Empty when it is another service's to try, or has faults. */
    Optional<Draft> of(AssessRequest request, RulePacks packs, Findings findings) {
        String yaml = request.draft();
        if (yaml == null) {
            return Optional.empty();
        }
        PackSource source = new PackSource("draft", yaml);
        String owner = PackName.of(source).owner();
        if (owner != null && !owner.equals(service)) {
            return Optional.empty();
        }
        try {
            List<Pack> read = RulePacks.load(models, List.of(source), Set.of()).packs();
            read.forEach(pack -> check(pack, request, findings));
            return read.stream().findFirst().map(pack -> new Draft(pack, packs));
        } catch (PackFaults faulty) {
            findings.addDraft(faulty.faults());
            return Optional.empty();
        }
    }

    /** It counts on that day, and there are facts for it. */
    private static void check(Pack pack, AssessRequest request, Findings findings) {
        if (!covers(pack, request.asOf())) {
            findings.add("asOf", "draft-not-in-force", days(pack));
        }
        if (!request.facts().containsKey(pack.subject())) {
            findings.add(pack.subject() == Subject.EMPLOYER ? "employer" : "facts", "draft-without-facts");
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
