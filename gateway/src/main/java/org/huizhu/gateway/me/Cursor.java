package org.huizhu.gateway.me;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizhu.gateway.problems.Problem;
import org.jspecify.annotations.Nullable;

/** Where the next page begins in each service: {@code identity.1204~subsidy.88}; a service that is not in it, at its newest. */
record Cursor(Map<String, Long> before) {

    private static final Pattern FORM = Pattern.compile("([a-z]{1,32}[.][0-9]{1,18})(~[a-z]{1,32}[.][0-9]{1,18})*");

    static Cursor read(@Nullable String text) {
        Map<String, Long> before = new TreeMap<>();
        if (text != null && !text.isEmpty()) {
            if (!FORM.matcher(text).matches()) {
                throw new RefusedAboutMe(Problem.MALFORMED_REQUEST);
            }
            for (String part : text.split("~", -1)) {
                int dot = part.indexOf('.');
                before.put(part.substring(0, dot), Long.valueOf(part.substring(dot + 1)));
            }
        }
        return new Cursor(before);
    }

    long before(String service) {
        return before.getOrDefault(service, Long.MAX_VALUE);
    }

    String text() {
        return before.entrySet().stream()
                .map(entry -> entry.getKey() + "." + entry.getValue())
                .collect(Collectors.joining("~"));
    }
}
