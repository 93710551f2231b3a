package org.huizhu.gateway.console.work;

import java.util.ArrayList;
import java.util.List;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.console.MatterKind;
import org.huizhu.gateway.console.MatterStep;
import org.jspecify.annotations.Nullable;

/** Which matters are wanted; nothing chosen is what lies with the reader's role. It stands in the address. */
record Filter(
        @Nullable MatterKind kind,
        @Nullable MatterStep step,
        @Nullable Due due,
        @Nullable Whose whose,
        String page) {

    static final int SIZE = 25;
    private static final int LAST_PAGE = 100_000;

    /** How pressing. */
    enum Due {
        OVERDUE,
        SOON
    }

    /** Whose. */
    enum Whose {
        MINE,
        OPEN,
        ALL
    }

    int number() {
        try {
            return Math.clamp(Integer.parseInt(page), 1, LAST_PAGE);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Whether anything but the usual was chosen. */
    boolean isChosen() {
        return kind != null || step != null || due != null || (whose != null && whose != Whose.MINE);
    }

    Filter onPage(int number) {
        return new Filter(kind, step, due, whose, Integer.toString(number));
    }

    /** The same work, but only how pressing. */
    static Filter only(@Nullable Due due) {
        return new Filter(null, null, due, null, "1");
    }

    /** The list that identity is asked for, by somebody in that role; without one, all open work. */
    Question question(@Nullable String role, int size) {
        var path = new StringBuilder("/api/identity/certificate-matters?page={page}&size={size}");
        List<Object> values = new ArrayList<>(List.of(number() - 1, size));
        Whose wanted = whose == null ? Whose.MINE : whose;
        add(path, values, "role", wanted == Whose.MINE ? role : null);
        add(path, values, "kind", kind);
        add(path, values, "step", step);
        add(path, values, "open", wanted != Whose.ALL);
        add(path, values, "overdue", due == Due.OVERDUE ? true : null);
        add(path, values, "dueInDays", due == Due.SOON ? WorkPage.SOON_DAYS : null);
        return Question.get("identity", path.toString(), values.toArray());
    }

    private static void add(StringBuilder path, List<Object> values, String name, @Nullable Object value) {
        if (value != null) {
            path.append('&').append(name).append("={").append(name).append('}');
            values.add(value);
        }
    }

    /** This list's page in the console. */
    String address() {
        var address = new StringBuilder("/console?page=").append(number());
        append(address, "kind", kind);
        append(address, "step", step);
        append(address, "due", due);
        append(address, "whose", whose);
        return address.toString();
    }

    private static void append(StringBuilder address, String name, @Nullable Enum<?> value) {
        if (value != null) {
            address.append('&').append(name).append('=').append(value.name());
        }
    }
}
