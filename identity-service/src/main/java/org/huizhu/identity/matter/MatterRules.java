package org.huizhu.identity.matter;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dated parameters of certificate work. A file that contradicts itself stops the start. */
@Component
final class MatterRules {

    private final Map<Rule, List<Dated>> values = new EnumMap<>(Rule.class);

    private record Dated(LocalDate from, @Nullable LocalDate to, String value) {

        boolean isInForce(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        boolean overlaps(Dated other) {
            return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
        }
    }

    MatterRules(MatterSettings settings) {
        try (var text = new InputStreamReader(settings.rules().getInputStream(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read huizhu.certificate-matters.rules", unreadable);
        }
    }

    private void add(NamedCsvRecord row) {
        String to = row.getField("to");
        var dated = new Dated(
                LocalDate.parse(row.getField("from")),
                to.isBlank() ? null : LocalDate.parse(to),
                row.getField("value"));
        List<Dated> known = values.computeIfAbsent(Rule.valueOf(row.getField("rule")), rule -> new ArrayList<>());
        if (known.stream().anyMatch(dated::overlaps)) {
            throw new IllegalStateException(row.getField("rule") + " has two values on one day");
        }
        known.add(dated);
    }

    /** The number that holds on that day; empty where there is no limit. */
    Optional<Integer> number(Rule rule, LocalDate day) {
        return value(rule, day).map(Integer::valueOf);
    }

    /** Whether it holds on that day. */
    boolean holds(Rule rule, LocalDate day) {
        return value(rule, day).filter("true"::equals).isPresent();
    }

    private Optional<String> value(Rule rule, LocalDate day) {
        return values.getOrDefault(rule, List.of()).stream()
                .filter(dated -> dated.isInForce(day))
                .map(Dated::value)
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
