package org.huizhu.identity.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Working days as the State Council publishes them each year: holidays on weekdays, and Saturdays and Sundays on which
 * the holiday is made up for. In a year that is not published the weekdays count, and the answer says so.
 */
@Component
public final class WorkingDays {

    private static final String FILE = "/calendar/public-holidays.csv";

    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final Set<Integer> published = new HashSet<>();

    /** A day that was counted to; {@code assumed} if a year was touched whose holidays are not published. */
    public record Counted(LocalDate day, boolean assumed) {}

    WorkingDays() {
        try (var text = new InputStreamReader(
                        Objects.requireNonNull(WorkingDays.class.getResourceAsStream(FILE), FILE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(NamedCsvRecord row) {
        LocalDate from = LocalDate.parse(row.getField("from"));
        LocalDate to = LocalDate.parse(row.getField("to"));
        boolean works = row.getField("kind").equals("WORKDAY");
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            if (exceptions.put(day, works) != null) {
                throw new IllegalStateException(FILE + " names " + day + " twice");
            }
            published.add(day.getYear());
        });
    }

    /** Whether offices work on that day. */
    public boolean isWorkingDay(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, weekday);
    }

    /** Whether the holidays of that year are known. */
    public boolean isPublished(int year) {
        return published.contains(year);
    }

    /** The {@code count}-th working day after {@code day}, which itself does not count. */
    public Counted plus(LocalDate day, int count) {
        LocalDate reached = day;
        boolean assumed = false;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            assumed |= !isPublished(reached.getYear());
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return new Counted(reached, assumed);
    }
}
