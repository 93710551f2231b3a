package org.huizhu.contracts;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 attributes of one record, in Kafka's binary mode: each attribute is a header of UTF-8 text and the
 * record's value is the data alone. {@code subject} is the resident's id and {@code id} is unique per source, so that a
 * consumer can recognise what it has seen. {@code traceparent} is W3C's and travels beside the attributes.
 */
public record CloudEventHeaders(
        String id,
        URI source,
        String type,
        String subject,
        Instant time,
        @Nullable URI dataschema,
        @Nullable String traceparent) {

    public static final String SPECVERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String DATASCHEMA = "ce_dataschema";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    static final String VERSION = "1.0";
    static final String JSON = "application/json";

    private static final Pattern W3C_TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Refuses blank attributes and a trace that is not W3C's. */
    public CloudEventHeaders {
        requireText(ID, id);
        requireText(SOURCE, source.toString());
        requireText(TYPE, type);
        requireText(SUBJECT, subject);
        if (traceparent != null && !isTraceparent(traceparent)) {
            throw new IllegalArgumentException(TRACEPARENT + " is not a W3C trace context");
        }
    }

    /** The headers of an event of {@code service}, whose data match {@code schema}. */
    public static CloudEventHeaders of(
            String id,
            String service,
            String type,
            String subject,
            Instant time,
            Schemas schema,
            @Nullable String traceparent) {
        return new CloudEventHeaders(id, source(service), type, subject, time, schema.id(), traceparent);
    }

    /** The source under which {@code service} publishes, such as {@code /huizhu/identity}. */
    public static URI source(String service) {
        return URI.create("/huizhu/" + service);
    }

    /**
     * Reads a record's headers; {@code header} gives the last value of a name as text, or null. A trace that cannot be
     * read is dropped, because it is no reason to lose an event.
     *
     * @throws InvalidCloudEvent naming everything that is missing or wrong
     */
    public static CloudEventHeaders read(Function<String, @Nullable String> header) {
        return new CloudEventHeadersReader(header).read();
    }

    /** Header names and values, in a fixed order. */
    public Map<String, String> toMap() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPECVERSION, VERSION);
        headers.put(ID, id);
        headers.put(SOURCE, source.toString());
        headers.put(TYPE, type);
        headers.put(SUBJECT, subject);
        headers.put(TIME, time.toString());
        if (dataschema != null) {
            headers.put(DATASCHEMA, dataschema.toString());
        }
        headers.put(CONTENT_TYPE, JSON);
        if (traceparent != null) {
            headers.put(TRACEPARENT, traceparent);
        }
        return headers;
    }

    static boolean isTraceparent(String text) {
        return W3C_TRACEPARENT.matcher(text).matches();
    }

    private static void requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }
}
