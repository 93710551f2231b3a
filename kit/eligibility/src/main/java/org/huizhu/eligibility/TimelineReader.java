package org.huizhu.eligibility;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhu.eligibility.Timeline.Person;
import org.huizhu.eligibility.Timeline.Row;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a rule test's {@code timelines}. */
final class TimelineReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "applied",
            "district",
            "givenUp",
            "transition",
            "decisions",
            "from",
            "facts",
            "unknown",
            "changes",
            "months");
    private static final Set<String> CHANGE = Set.of("from", "facts", "unknown");
    private static final Pattern MONTHS = Pattern.compile("(\\d{4}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}))?");
    private static final Pattern ANSWER = Pattern.compile(
            "(none|choice|needs information|to be confirmed|owed|\\d+(?:\\.\\d+)?)(?: by ([\\w-]+(?:, [\\w-]+)*))?");

    private final Faults faults;
    private final RulePacks packs;
    private final String programme;
    private final BiFunction<Entries, Map<String, @Nullable Object>, Map<String, @Nullable Object>> changed;

    /**
     * For the timelines of one file.
     *
     * @param changed applies the {@code facts} and {@code unknown} of an entry to facts
     */
    TimelineReader(
            Faults faults,
            RulePacks packs,
            String programme,
            BiFunction<Entries, Map<String, @Nullable Object>, Map<String, @Nullable Object>> changed) {
        this.faults = faults;
        this.packs = packs;
        this.programme = programme;
        this.changed = changed;
    }

    @Nullable
    Timeline read(YamlNode node, Map<String, @Nullable Object> given) {
        Entries entries = new Entries(node, KEYS, faults);
        Months months = months(entries);
        Person person = new Person(facts(entries, given), claim(entries));
        List<Row> rows = new ArrayList<>();
        entries.named("months").forEach((span, answer) -> {
            Row row = row(span, answer);
            if (row != null) {
                rows.add(row);
            }
        });
        if (!entries.has("months")) {
            faults.add(node, "the timeline expects nothing", "add months: {2025-03..2025-06: 100.00}");
        }
        return months == null
                ? null
                : new Timeline(
                        node.file(), node.line(), entries.text("name"), programme, months, person, List.copyOf(rows));
    }

    private @Nullable Months months(Entries entries) {
        Map<String, String> instead = new TreeMap<>();
        entries.named("decisions").forEach((question, choice) -> instead.put(question, String.valueOf(choice.text())));
        try {
            return Months.of(packs, programme).choosing(instead);
        } catch (IllegalArgumentException e) {
            faults.add(entries.node(), String.valueOf(e.getMessage()), "use a programme that is paid by the month");
            return null;
        }
    }

    private FactsOverTime facts(Entries entries, Map<String, @Nullable Object> given) {
        LocalDate begin = entries.date("from");
        Map<LocalDate, Map<String, @Nullable Object>> snapshots = new TreeMap<>();
        Map<String, @Nullable Object> known = changed.apply(entries, given);
        LocalDate day = begin == null ? LocalDate.EPOCH : begin;
        snapshots.put(day, known);
        for (YamlNode element : entries.elements("changes")) {
            Entries change = new Entries(element, CHANGE, faults);
            LocalDate from = change.date("from");
            known = changed.apply(change, known);
            if (from == null || !from.isAfter(day)) {
                faults.add(element, "the change has no day after the one before", "add from: 2025-03-10");
            } else {
                day = from;
                snapshots.put(from, known);
            }
        }
        return FactsOverTime.of(snapshots);
    }

    private Claim claim(Entries entries) {
        YamlNode district = entries.get("district");
        YamlNode transition = entries.get("transition");
        return new Claim(
                entries.date("applied"),
                district == null ? null : district.text(),
                entries.date("givenUp"),
                transition == null ? List.of() : transition(new Entries(transition, Set.of("from", "to"), faults)));
    }

    private List<Claim.Transition> transition(Entries entries) {
        LocalDate from = entries.date("from");
        LocalDate to = entries.date("to");
        if (from == null || to == null) {
            faults.add(entries.node(), "the transition has no first or last day", "write {from: …, to: …}");
            return List.of();
        }
        return List.of(new Claim.Transition(from, to));
    }

    private @Nullable Row row(String span, YamlNode node) {
        Matcher months = MONTHS.matcher(span);
        String text = node.text();
        Matcher answer = ANSWER.matcher(text == null ? "" : text);
        try {
            if (months.matches() && answer.matches()) {
                YearMonth from = YearMonth.parse(months.group(1));
                YearMonth to = months.group(2) == null ? from : YearMonth.parse(months.group(2));
                String says = answer.group(1);
                boolean sum = Character.isDigit(says.charAt(0));
                List<String> because = answer.group(2) == null
                        ? List.of()
                        : List.of(answer.group(2).split(", "));
                if (!to.isBefore(from)) {
                    return new Row(
                            node.line(),
                            from,
                            to,
                            sum ? new BigDecimal(says).setScale(2).toPlainString() : says,
                            because);
                }
            }
        } catch (DateTimeException | ArithmeticException e) {
            // the fault below says what is expected
        }
        faults.add(
                node,
                "'" + span + ": " + text + "' is not an expectation",
                "write 2025-03..2025-06: 100.00, or 2025-07: none by PAY-9; also: choice, needs information, to be confirmed");
        return null;
    }
}
