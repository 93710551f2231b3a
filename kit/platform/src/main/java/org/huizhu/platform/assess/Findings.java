package org.huizhu.platform.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.huizhu.eligibility.FactFault;
import org.huizhu.eligibility.PackFault;
import org.huizhu.platform.problem.Fault;

/** What is wrong with one request, collected while it is read. */
final class Findings {

    private final List<Fault> faults = new ArrayList<>();
    private final List<PackFault> draftFaults = new ArrayList<>();

    void add(String field, String code, Object... arguments) {
        faults.add(Fault.of(field, code, arguments));
    }

    void addFacts(String prefix, Collection<FactFault> found) {
        for (FactFault fault : found) {
            add(prefix + fault.path(), code(fault), String.join(", ", fault.options()));
        }
    }

    private static String code(FactFault fault) {
        return fault.kind() == FactFault.Kind.UNKNOWN && fault.options().isEmpty()
                ? "nothing-asked"
                : "fact-" + fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void addDraft(Collection<PackFault> found) {
        draftFaults.addAll(found);
    }

    void throwIfAny() {
        if (!faults.isEmpty() || !draftFaults.isEmpty()) {
            throw new CannotAssess(faults, draftFaults);
        }
    }
}
