package org.huizhu.gateway.console.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhu.gateway.console.Act;
import org.huizhu.gateway.console.MatterFile;
import org.huizhu.gateway.console.matter.MatterView.Doing;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Today;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a matter into words. */
@Component
class MatterViews {

    private final Words words;
    private final Today today;

    MatterViews(Words words, Today today) {
        this.words = words;
        this.today = today;
    }

    MatterView of(MatterFile file, boolean mayDispute, Locale language) {
        var matter = file.matter();
        List<Act> acts = acts(file, mayDispute);
        LocalDate due = matter.dueOn();
        return new MatterView(
                matter.id(),
                matter.residentId(),
                words.known("console.kind", matter.kind(), language),
                words.known("console.step", matter.step(), language),
                matter.colour(),
                due == null ? null : clock(due, matter.dueAssumed(), language),
                matter.overdue() ? words.text("console.due.OVERDUE", language) : null,
                file.priority(),
                new MatterRows(words, file, language).all(),
                warnings(file, language),
                Course.of(file, words, language),
                doings(matter.id(), acts.stream().filter(Act::isOnward).toList(), language),
                doings(matter.id(), acts.stream().filter(act -> !act.isOnward()).toList(), language),
                history(file, language),
                file.results().isEmpty() ? null : results(file, language),
                file.results().stream().anyMatch(MatterFile.Result::diagnosisKnown),
                objections(file, language));
    }

    /** What the service lets the reader do now; a dispute begins a matter of its own and is not among its steps. */
    static List<Act> acts(MatterFile file, boolean mayDispute) {
        boolean disputable = mayDispute && file.disputableUntil() != null && !file.disputed();
        return Stream.of(Act.values())
                .filter(act -> file.actions().contains(act.name()) || (disputable && act == Act.DISPUTE))
                .toList();
    }

    private String clock(LocalDate due, boolean assumed, Locale language) {
        long days = ChronoUnit.DAYS.between(today.date(), due);
        String text = days < 0
                ? words.text("console.clock.over", language, words.date(due, language), -days)
                : days == 0
                        ? words.text("console.clock.today", language, words.date(due, language))
                        : words.text("console.clock.left", language, words.date(due, language), days);
        return assumed ? text + words.text("console.clock.assumed", language) : text;
    }

    private List<Doing> doings(String id, List<Act> acts, Locale language) {
        return acts.stream()
                .map(act -> new Doing(
                        words.text("console.act." + act, language), "/console/matters/" + id + "/" + act.slug()))
                .toList();
    }

    private List<String> warnings(MatterFile file, Locale language) {
        List<String> all = new ArrayList<>(file.warnings().stream()
                .map(warning -> words.find("console.warning." + warning, language)
                        .orElseGet(() -> words.text("console.warning.other", language)))
                .toList());
        if (file.disputed()) {
            all.add(words.text("console.warning.disputed", language));
        }
        return all;
    }

    private Table history(MatterFile file, Locale language) {
        return new Table(
                words.text("console.matter.history", language),
                columns(language, "when", "done", "role", "step", "due", "remark"),
                file.history().reversed().stream()
                        .map(entry -> List.of(
                                Cell.of(words.moment(entry.at(), language)),
                                Cell.of(words.known("console.happened", entry.action(), language)),
                                Cell.of(words.known("console.role", entry.role(), language)),
                                Cell.of(words.known("console.step", entry.to(), language)),
                                Cell.of(day(entry.dueOn(), language)),
                                Cell.of(
                                        entry.remark() == null
                                                ? words.text("console.none", language)
                                                : entry.remark())))
                        .toList(),
                true);
    }

    private Table results(MatterFile file, Locale language) {
        return new Table(
                words.text("console.matter.results", language),
                columns(language, "assessed", "by", "found", "cause"),
                file.results().stream()
                        .map(result -> List.of(
                                Cell.of(words.date(result.assessedOn(), language)),
                                Cell.of(words.known("console.result-source", result.source(), language)),
                                Cell.of(found(result, language)),
                                Cell.of(
                                        result.cause() == null
                                                ? words.text("console.none", language)
                                                : words.known("console.cause", result.cause(), language))))
                        .toList(),
                true);
    }

    private String found(MatterFile.Result result, Locale language) {
        if (!result.disabled() || result.category() == null || result.level() == null) {
            return words.text("console.found.NO", language);
        }
        String whole = disability(result.category(), result.level(), language);
        List<MatterFile.Component> parts = result.components() == null ? List.of() : result.components();
        return parts.isEmpty()
                ? whole
                : whole
                        + words.text(
                                "console.components",
                                language,
                                parts.stream()
                                        .map(part -> disability(part.category(), part.level(), language))
                                        .collect(Collectors.joining(words.text("join.items", language))));
    }

    private String disability(String category, int level, Locale language) {
        return words.text(
                "console.category-and-level",
                language,
                words.text("value.category." + category, language),
                words.text("value.level." + level, language));
    }

    private List<String> objections(MatterFile file, Locale language) {
        if (file.notice() == null || file.notice().objections() == null) {
            return List.of();
        }
        return file.notice().objections().stream()
                .map(objection -> words.text(
                        "console.objection", language, words.moment(objection.at(), language), objection.text()))
                .toList();
    }

    private List<Column> columns(Locale language, String... names) {
        return Stream.of(names)
                .map(name -> new Column(words.text("console.column." + name, language), false))
                .toList();
    }

    private String day(@Nullable LocalDate day, Locale language) {
        return day == null ? words.text("console.none", language) : words.date(day, language);
    }

    /** The rows at the top of a form: whose matter it is and where it stands. */
    List<Row> brief(MatterFile file, Locale language) {
        return new MatterRows(words, file, language).brief();
    }
}
