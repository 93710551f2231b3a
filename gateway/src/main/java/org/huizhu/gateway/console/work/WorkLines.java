package org.huizhu.gateway.console.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.console.Act;
import org.huizhu.gateway.console.MatterSummary;
import org.huizhu.gateway.pages.Today;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a queue into the reader's words. */
@Component
class WorkLines {

    private final Words words;
    private final Today today;

    WorkLines(Words words, Today today) {
        this.words = words;
        this.today = today;
    }

    List<WorkLine> of(MatterList list, @Nullable String role, Locale language) {
        return list.items().stream().map(line -> line(line, role, language)).toList();
    }

    private WorkLine line(MatterList.Line line, @Nullable String role, Locale language) {
        MatterSummary matter = line.matter();
        Act next = role == null ? null : Act.next(matter.kind(), matter.step(), role);
        LocalDate due = matter.dueOn();
        boolean soon = due != null && !due.isAfter(today.date().plusDays(WorkPage.SOON_DAYS));
        String pressing = matter.overdue() ? "OVERDUE" : soon ? "SOON" : null;
        String at = "/console/matters/" + matter.id();
        return new WorkLine(
                matter.id(),
                line.name() == null ? words.text("console.unnamed", language) : line.name(),
                words.known("console.kind", matter.kind(), language),
                words.known("console.step", matter.step(), language),
                matter.colour(),
                words.date(matter.filedOn(), language),
                due == null ? words.text("console.no-due", language) : words.date(due, language),
                pressing == null ? null : matter.overdue() ? "red" : "yellow",
                pressing == null ? null : words.text("console.due." + pressing, language),
                line.priority(),
                place(line.street(), language),
                next == null ? null : words.text("console.act." + next, language),
                next == null ? at : at + "/" + next.slug());
    }

    /** The name of the street, or its code where it has none here. */
    private String place(@Nullable String area, Locale language) {
        if (area == null) {
            return words.text("console.no-place", language);
        }
        String street = area.substring(0, Math.min(9, area.length()));
        return words.find("value." + street, language).orElse(area);
    }
}
