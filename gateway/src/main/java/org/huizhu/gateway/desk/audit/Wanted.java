package org.huizhu.gateway.desk.audit;

import jakarta.validation.constraints.Pattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.RealDay;

/**
 * Which entries an auditor looks for; what is empty does not matter.
 *
 * @param who the name of an account, or the number that stands in the log
 * @param what the code of what was done
 * @param resident the number of a file
 */
record Wanted(
        @RealDay DateParts from,
        @RealDay DateParts to,

        @Pattern(regexp = "[A-Za-z0-9._-]{0,64}", message = "{desk.audit.who.malformed}")
        String who,

        @Pattern(regexp = "[a-z0-9.-]{0,64}", message = "{desk.audit.what.malformed}")
        String what,

        @Pattern(regexp = "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message = "{desk.audit.resident.malformed}")
        String resident,

        String service) {

    private static final java.util.regex.Pattern SUBJECT =
            java.util.regex.Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What stands in the log for {@code who}; empty if that is a name still to be looked up. */
    Optional<String> subject() {
        return SUBJECT.matcher(who).matches() ? Optional.of(who) : Optional.empty();
    }

    /** Asks one service. {@code actor}: what stands in its log; empty for anybody. */
    Question question(String name, String actor, long before, int size) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("resident", resident);
        parameters.put("actor", actor);
        parameters.put("action", what);
        parameters.put("from", day(from));
        parameters.put("to", day(to));
        parameters.put("before", Long.toString(before));
        parameters.put("size", Integer.toString(size));
        return Question.get(name, "/api/" + name + "/audit").where(parameters);
    }

    private static String day(DateParts parts) {
        return parts.date().map(Object::toString).orElse("");
    }

    boolean isChosen() {
        return !(who + what + resident + service).isEmpty() || !from.isBlank() || !to.isBlank();
    }

    Wanted by(String actor) {
        return new Wanted(from, to, actor, what, resident, service);
    }

    Wanted doing(String action) {
        return new Wanted(from, to, who, action, resident, service);
    }

    Wanted with(String file) {
        return new Wanted(from, to, who, what, file, service);
    }

    /** The same as it stands behind an address. */
    String query() {
        List<String> query = new ArrayList<>();
        add(query, "from", from);
        add(query, "to", to);
        add(query, "who", who);
        add(query, "what", what);
        add(query, "resident", resident);
        add(query, "service", service);
        return String.join("&", query);
    }

    private static void add(List<String> query, String name, DateParts day) {
        add(query, name + ".year", day.year());
        add(query, name + ".month", day.month());
        add(query, name + ".day", day.day());
    }

    private static void add(List<String> query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
