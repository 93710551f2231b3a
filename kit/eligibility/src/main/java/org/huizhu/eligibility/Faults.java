package org.huizhu.eligibility;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects what is wrong in the packs being loaded. */
final class Faults {
    private final List<PackFault> found = new ArrayList<>();

    void add(YamlNode at, String problem, String remedy) {
        found.add(new PackFault(at.file(), at.line(), problem, remedy));
    }

    void add(String file, int line, String problem, String remedy) {
        found.add(new PackFault(file, line, problem, remedy));
    }

    void add(PackFault fault) {
        found.add(fault);
    }

    int count() {
        return found.size();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            Collections.sort(found);
            throw new PackFaults(found);
        }
    }
}
