package org.huizhu.system;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.local.servers.Distribution;

/** When offices work: the list of the State Council, and a way of counting that is not the service's. */
record OfficeCalendar(Map<LocalDate, Boolean> exceptions) {

    static OfficeCalendar published() throws IOException {
        List<String> lines = Files.readAllLines(
                Distribution.project().resolve("identity-service/src/main/resources/calendar/public-holidays.csv"));
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 4);
            LocalDate.parse(cells[0])
                    .datesUntil(LocalDate.parse(cells[1]).plusDays(1))
                    .forEach(day -> exceptions.put(day, cells[2].equals("WORKDAY")));
        }
        return new OfficeCalendar(exceptions);
    }

    /** The so many-th working day after that one. */
    LocalDate workingDays(int count, LocalDate after) {
        return after.datesUntil(after.plusYears(1))
                .skip(1)
                .filter(this::works)
                .skip(count - 1L)
                .findFirst()
                .orElseThrow();
    }

    private boolean works(LocalDate day) {
        boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        return exceptions.getOrDefault(day, weekday);
    }
}
