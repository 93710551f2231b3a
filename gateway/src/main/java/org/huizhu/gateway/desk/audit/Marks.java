package org.huizhu.gateway.desk.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in the log of each service, as an address holds it: {@code identity.1204~subsidy.88}. What is none in an address
 * is as if nothing stood there.
 */
record Marks(Map<String, Long> places) {

    static final Marks NONE = new Marks(Map.of());

    private static final Pattern FORM = Pattern.compile("([a-z]{1,32}[.][0-9]{1,18})(~[a-z]{1,32}[.][0-9]{1,18})*");

    static Marks read(String text) {
        if (!FORM.matcher(text).matches()) {
            return NONE;
        }
        Map<String, Long> places = new TreeMap<>();
        for (String part : text.split("~", -1)) {
            int dot = part.indexOf('.');
            places.put(part.substring(0, dot), Long.valueOf(part.substring(dot + 1)));
        }
        return new Marks(places);
    }

    long of(String service, long otherwise) {
        return places.getOrDefault(service, otherwise);
    }

    String text() {
        return places.entrySet().stream()
                .map(place -> place.getKey() + "." + place.getValue())
                .collect(Collectors.joining("~"));
    }
}
