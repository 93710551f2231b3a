package org.huizhu.gateway.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions, in the order in which they are asked, each on a page of its own. */
enum Question {
    BIRTH,
    CERTIFICATE,
    HUKOU,
    INCOME,
    WORK,
    OTHERS;

    private static final List<Question> ORDER = List.of(values());

    /** What its page asks. */
    Set<String> fields() {
        return switch (this) {
            case BIRTH -> Set.of("birth");
            case CERTIFICATE -> Set.of("certificate", "category", "level");
            case HUKOU -> Set.of("hukou");
            case INCOME -> Set.of("income");
            case WORK -> Set.of("work", "stage");
            case OTHERS -> Set.of("care", "others");
        };
    }

    /** What the other pages ask: carried along unseen. */
    Set<String> otherFields() {
        return ORDER.stream()
                .filter(question -> question != this)
                .flatMap(question -> question.fields().stream())
                .collect(Collectors.toSet());
    }

    static Set<String> allFields() {
        return ORDER.stream().flatMap(question -> question.fields().stream()).collect(Collectors.toSet());
    }

    static int count() {
        return ORDER.size();
    }

    /** Beginning with one. */
    public int number() {
        return ORDER.indexOf(this) + 1;
    }

    boolean isFirst() {
        return this == ORDER.getFirst();
    }

    boolean isLast() {
        return this == ORDER.getLast();
    }

    /** The one after it; the last one stays. */
    Question next() {
        return isLast() ? this : ORDER.get(number());
    }

    /** The one before it; the first one stays. */
    Question previous() {
        return isFirst() ? this : ORDER.get(number() - 2);
    }
}
