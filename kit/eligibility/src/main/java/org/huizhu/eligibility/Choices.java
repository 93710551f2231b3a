package org.huizhu.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The choices on which months turn, as the packs declare them.
 *
 * @param instead other choices by question, to show what they would lead to
 */
record Choices(Map<String, String> instead) {
    static final Set<String> QUESTIONS = new TreeSet<>(Set.of("D-4", "D-6", "D-7", "D-8", "D-9", "D-12"));

    Choices {
        instead.forEach((question, choice) -> {
            if (!QUESTIONS.contains(question)
                    || !Objects.requireNonNull(Decisions.KNOWN.get(question)).contains(choice)) {
                throw new IllegalArgumentException(question + " has no choice " + choice + " for months");
            }
        });
        instead = Map.copyOf(instead);
    }

    boolean are(Pack pack, String question, String choice) {
        return choice.equals(instead.getOrDefault(question, pack.decisions().getOrDefault(question, "")));
    }

    /** What a pack that is paid by the month leaves open. */
    static List<String> undeclared(Pack pack) {
        List<String> open = new ArrayList<>(QUESTIONS);
        open.removeAll(pack.decisions().keySet());
        return open;
    }
}
