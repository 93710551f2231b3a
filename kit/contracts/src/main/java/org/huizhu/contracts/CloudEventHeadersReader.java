package org.huizhu.contracts;

import static org.huizhu.contracts.CloudEventHeaders.CONTENT_TYPE;
import static org.huizhu.contracts.CloudEventHeaders.DATASCHEMA;
import static org.huizhu.contracts.CloudEventHeaders.ID;
import static org.huizhu.contracts.CloudEventHeaders.SOURCE;
import static org.huizhu.contracts.CloudEventHeaders.SPECVERSION;
import static org.huizhu.contracts.CloudEventHeaders.SUBJECT;
import static org.huizhu.contracts.CloudEventHeaders.TIME;
import static org.huizhu.contracts.CloudEventHeaders.TRACEPARENT;
import static org.huizhu.contracts.CloudEventHeaders.TYPE;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads headers and collects every fault before it gives up. */
final class CloudEventHeadersReader {

    private static final int SHOWN = 60;

    private final Function<String, @Nullable String> header;
    private final List<String> faults = new ArrayList<>();

    CloudEventHeadersReader(Function<String, @Nullable String> header) {
        this.header = header;
    }

    CloudEventHeaders read() {
        requireVersion();
        String id = text(ID);
        URI source = uri(SOURCE, text(SOURCE));
        String type = text(TYPE);
        String subject = text(SUBJECT);
        Instant time = time(text(TIME));
        URI dataschema = uri(DATASCHEMA, header.apply(DATASCHEMA));
        requireJson();
        if (id == null || source == null || type == null || subject == null || time == null || !faults.isEmpty()) {
            throw new InvalidCloudEvent(faults);
        }
        return new CloudEventHeaders(id, source, type, subject, time, dataschema, traceparent());
    }

    private void requireVersion() {
        String version = text(SPECVERSION);
        if (version != null && !version.equals(CloudEventHeaders.VERSION)) {
            faults.add("%s is '%s', not %s".formatted(SPECVERSION, shown(version), CloudEventHeaders.VERSION));
        }
    }

    private void requireJson() {
        String contentType = text(CONTENT_TYPE);
        if (contentType == null) {
            return;
        }
        int parameters = contentType.indexOf(';');
        String mediaType = parameters < 0 ? contentType : contentType.substring(0, parameters);
        if (!mediaType.strip().toLowerCase(Locale.ROOT).equals(CloudEventHeaders.JSON)) {
            faults.add("%s is '%s', not %s".formatted(CONTENT_TYPE, shown(contentType), CloudEventHeaders.JSON));
        }
    }

    private @Nullable String text(String name) {
        String value = header.apply(name);
        if (value == null) {
            faults.add(name + " is missing");
            return null;
        }
        if (value.isBlank()) {
            faults.add(name + " is blank");
            return null;
        }
        return value;
    }

    private @Nullable URI uri(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            faults.add("%s is '%s', not a URI".formatted(name, shown(value)));
            return null;
        }
    }

    private @Nullable Instant time(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            faults.add("%s is '%s', not an RFC 3339 time".formatted(TIME, shown(value)));
            return null;
        }
    }

    private @Nullable String traceparent() {
        String value = header.apply(TRACEPARENT);
        return value != null && CloudEventHeaders.isTraceparent(value) ? value : null;
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
