package org.huizhu.platform.letters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.huizhu.contracts.CloudEventHeaders;
import org.jspecify.annotations.Nullable;

/** A record's key and headers as they came: anything may stand in them, so they are kept sealed and shown with care. */
record Envelope(@Nullable String key, Map<String, String> headers) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z0-9.-]{1,190}");
    private static final Pattern PLAIN = Pattern.compile("[ -~]{1,200}");

    /** Headers that say what kind of record it is and whence; all others might say anything. */
    private static final Set<String> SHOWN = Set.of(
            CloudEventHeaders.SPECVERSION,
            CloudEventHeaders.ID,
            CloudEventHeaders.SOURCE,
            CloudEventHeaders.TYPE,
            CloudEventHeaders.TIME,
            CloudEventHeaders.DATASCHEMA,
            CloudEventHeaders.CONTENT_TYPE,
            CloudEventHeaders.TRACEPARENT);

    /** The key, if it is an id as residents have. */
    @Nullable
    String residentId() {
        return key != null && ID.matcher(key).matches() ? key : null;
    }

    @Nullable
    String eventId() {
        return only(CloudEventHeaders.ID, EVENT_ID);
    }

    @Nullable
    String eventType() {
        return only(CloudEventHeaders.TYPE, EVENT_TYPE);
    }

    private @Nullable String only(String name, Pattern shape) {
        String value = headers.get(name);
        return value != null && shape.matcher(value).matches() ? value : null;
    }

    /** Those headers that can be shown. */
    Map<String, String> shown() {
        Predicate<Map.Entry<String, String>> safe = header -> SHOWN.contains(header.getKey())
                ? PLAIN.matcher(header.getValue()).matches()
                : header.getKey().equals(CloudEventHeaders.SUBJECT)
                        && ID.matcher(header.getValue()).matches();
        Map<String, String> shown = new LinkedHashMap<>();
        headers.entrySet().stream().filter(safe).forEach(header -> shown.put(header.getKey(), header.getValue()));
        return shown;
    }

    /** What is in it belongs in no log. */
    @Override
    public String toString() {
        return "Envelope[…]";
    }
}
