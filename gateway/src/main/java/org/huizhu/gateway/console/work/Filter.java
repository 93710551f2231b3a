package org.huizhu.gateway.console.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        Whose wanted = whose == null ? Whose.MINE : whose;
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("role", wanted == Whose.MINE ? Objects.toString(role, "") : "");
        parameters.put("kind", Objects.toString(kind, ""));
        parameters.put("step", Objects.toString(step, ""));
        parameters.put("open", Boolean.toString(wanted != Whose.ALL));
        parameters.put("overdue", due == Due.OVERDUE ? "true" : "");
        parameters.put("dueInDays", due == Due.SOON ? Integer.toString(WorkPage.SOON_DAYS) : "");
        return Question.get("identity", "/api/identity/certificate-matters?page={page}&size={size}", number() - 1, size)
                .where(parameters);
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
