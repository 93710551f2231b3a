package org.huizhu.identity.bureau;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.resident.HearReports.About;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks one event: its attributes, whether its sender may say so, its data, and the days in it. */
@Component
class CheckEvent {

    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");
    private static final Pattern SOURCE = Pattern.compile("/bureau/([a-z-]{1,40})(/[!-~]{0,140})?");
    private static final Duration AHEAD_AT_MOST = Duration.ofMinutes(5);
    private static final Set<String> LATER_THAN_TODAY = Set.of("to", "validTo");

    private final BureauSchema schema;
    private final InstantSource clock;

    CheckEvent(BureauSchema schema, InstantSource clock) {
        this.schema = schema;
        this.clock = clock;
    }

    /** What can be known of an event that has an identity. */
    record Checked(
            String source,
            String id,
            String typeName,
            @Nullable BureauEventType type,
            Instant saidAt,
            String bureau,
            JsonNode data,
            @Nullable About about,
            List<Fault> faults) {

        /** By which an event sent again is told from another one under its name. */
        String content() {
            return typeName + data;
        }
    }

    /** What an event is. */
    sealed interface Result {

        /** It can be told apart from others, whatever is wrong with it. */
        record Identified(Checked event) implements Result {}

        /** It cannot be kept, for it has no identity. */
        record Nameless(List<Fault> faults) implements Result {}
    }

    /** {@code bureaus}: for which the caller may speak. */
    Result check(JsonNode event, Set<String> bureaus) {
        List<Fault> faults = new ArrayList<>();
        if (!event.isObject()) {
            return new Result.Nameless(List.of(Fault.of("", "type-wrong")));
        }
        String id = matching(event, "id", ID, faults);
        String source = matching(event, "source", SOURCE, faults);
        if (id == null || source == null) {
            return new Result.Nameless(faults);
        }
        String bureau = bureauOf(source);
        if (!bureaus.contains(bureau)) {
            return new Result.Nameless(List.of(Fault.of("source", "source-not-yours")));
        }
        if (!"1.0".equals(event.path("specversion").asString(""))) {
            faults.add(Fault.of("specversion", "specversion"));
        }
        Instant saidAt = time(event, faults);
        String typeName = event.path("type").asString("");
        BureauEventType type = BureauEventType.of(typeName).orElse(null);
        if (type == null) {
            faults.add(Fault.of("type", typeName.isEmpty() ? "required" : "event-type-unknown"));
        } else if (!type.isReportedBy(bureau)) {
            faults.add(Fault.of("type", "event-type-not-yours"));
        }
        JsonNode data = event.path("data");
        About about = type == null ? null : data(type, data, faults);
        return new Result.Identified(new Checked(
                source,
                id,
                typeName.length() > 190 || !ID.matcher(typeName).matches() ? "unknown" : typeName,
                type,
                saidAt,
                bureau,
                data,
                about,
                List.copyOf(faults)));
    }

    /** Whose source that is; empty if it is nobody's. */
    static String bureauOf(String source) {
        Matcher matcher = SOURCE.matcher(source);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static @Nullable String matching(JsonNode event, String name, Pattern pattern, List<Fault> faults) {
        String text = event.path(name).asString("");
        if (text.isEmpty()) {
            faults.add(Fault.of(name, "required"));
            return null;
        }
        if (!pattern.matcher(text).matches()) {
            faults.add(Fault.of(name, "event-" + name + "-malformed"));
            return null;
        }
        return text;
    }

    private Instant time(JsonNode event, List<Fault> faults) {
        Instant now = clock.instant();
        String text = event.path("time").asString("");
        if (text.isEmpty()) {
            faults.add(Fault.of("time", "required"));
            return now;
        }
        try {
            Instant said = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (said.isAfter(now.plus(AHEAD_AT_MOST))) {
                faults.add(Fault.of("time", "time-future"));
                return now;
            }
            return said;
        } catch (DateTimeException malformed) {
            faults.add(Fault.of("time", "time-malformed"));
            return now;
        }
    }

    private @Nullable About data(BureauEventType type, JsonNode data, List<Fault> faults) {
        if (!data.isObject()) {
            faults.add(Fault.of("data", data.isMissingNode() ? "required" : "type-wrong"));
            return null;
        }
        List<Fault> mismatches = schema.faults(type, data);
        faults.addAll(mismatches);
        if (!mismatches.isEmpty() || type == BureauEventType.EVENT_WITHDRAWN) {
            return null;
        }
        LocalDate today = Shanghai.today(clock);
        days(data, today, faults);
        money(data, faults);
        return about(data, today, faults);
    }

    /** What has not begun yet is to be reported when it has; only an end may lie ahead. */
    private static void days(JsonNode data, LocalDate today, List<Fault> faults) {
        for (String name : List.of("deceasedOn", "since", "from", "screenedOn", "lastDay", "to", "validTo")) {
            LocalDate day = day(data, name);
            if (day != null && day.isAfter(today) && !LATER_THAN_TODAY.contains(name)) {
                faults.add(Fault.of("data." + name, "day-not-yet"));
            }
        }
        LocalDate from = day(data, "from");
        for (String end : LATER_THAN_TODAY) {
            LocalDate to = day(data, end);
            if (from != null && to != null && to.isBefore(from)) {
                faults.add(Fault.of("data." + end, "period-backwards"));
            }
        }
    }

    static @Nullable LocalDate day(JsonNode data, String name) {
        return data.hasNonNull(name) ? LocalDate.parse(data.get(name).asString()) : null;
    }

    private static void money(JsonNode data, List<Fault> faults) {
        if (data.hasNonNull("monthly")) {
            BigDecimal monthly = data.get("monthly").decimalValue();
            if (monthly.stripTrailingZeros().scale() > 2) {
                faults.add(Fault.of("data.monthly", "money-malformed"));
            }
        }
    }

    private static @Nullable About about(JsonNode data, LocalDate today, List<Fault> faults) {
        if (data.has("household")) {
            JsonNode household = data.get("household");
            return new About.Household(household.get("district").asString() + ":"
                    + household.get("number").asString());
        }
        return switch (IdNumber.read(data.get("person").get("idNumber").asString(), today)) {
            case IdNumber.Reading.Read(IdNumber number) -> new About.Person(number);
            case IdNumber.Reading.Refused refused -> {
                faults.add(Fault.of("data.person.idNumber", refused.fault().code()));
                yield null;
            }
        };
    }
}
