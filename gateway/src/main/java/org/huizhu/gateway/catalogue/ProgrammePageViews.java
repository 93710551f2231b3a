package org.huizhu.gateway.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhu.gateway.catalogue.Programme.Amount;
import org.huizhu.gateway.catalogue.Programme.Condition;
import org.huizhu.gateway.catalogue.Programme.Step;
import org.huizhu.gateway.catalogue.ProgrammePageView.Line;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts one programme into words. */
@Component
class ProgrammePageViews {

    private static final Set<String> EXCLUDING = Set.of("blocks", "choose-higher");
    private static final String CONDITION = "condition";

    private final Words words;

    ProgrammePageViews(Words words) {
        this.words = words;
    }

    ProgrammePageView of(String service, Programme programme, Locale language) {
        return new ProgrammePageView(
                programme.title().in(language),
                status(programme, language),
                facts(service, programme, language),
                lines(programme, Set.of(CONDITION), language),
                lines(programme, EXCLUDING, language),
                programme.amounts().isEmpty() ? null : amounts(programme, language),
                Objects.requireNonNullElse(programme.review(), List.<Step>of()).stream()
                        .map(step -> step(step, language))
                        .toList(),
                programme.basis());
    }

    private @Nullable String status(Programme programme, Locale language) {
        if (programme.inForce() == null) {
            return words.text("catalogue.not-in-force", language);
        }
        return programme.isForEmployers() ? words.text("catalogue.for-employers", language) : null;
    }

    private List<Row> facts(String service, Programme programme, Locale language) {
        List<Row> rows = new ArrayList<>();
        if (programme.delivery() != null) {
            rows.add(new Row(
                    words.text("programme.delivery", language),
                    words.known("delivery", programme.delivery(), language)));
        }
        if (programme.period() != null) {
            rows.add(new Row(
                    words.text("catalogue.period", language), words.known("period", programme.period(), language)));
        }
        rows.add(new Row(words.text("catalogue.valid", language), span(programme.from(), programme.to(), language)));
        rows.add(new Row(words.text("programme.service", language), words.known("service", service, language)));
        return rows;
    }

    private List<Line> lines(Programme programme, Set<String> kinds, Locale language) {
        return programme.conditions().stream()
                .filter(condition -> kinds.contains(condition.kind()))
                .map((Condition condition) -> new Line(
                        condition.text().in(language),
                        condition.basis(),
                        words.known("confidence", condition.confidence(), language)))
                .toList();
    }

    private Table amounts(Programme programme, Locale language) {
        List<List<Cell>> rows = new ArrayList<>();
        programme
                .amounts()
                .forEach((name, values) -> values.forEach(value -> {
                    String what = words.known("parameter", name, language);
                    JsonNode given = value.value();
                    if (given != null && given.isObject()) {
                        given.propertyStream()
                                .forEach(part -> rows.add(row(
                                        words.text("join.named", language, what, part(part.getKey(), language)),
                                        part.getValue(),
                                        value,
                                        language)));
                    } else {
                        rows.add(row(what, given, value, language));
                    }
                }));
        return new Table(
                words.text("catalogue.amounts", language),
                List.of(
                        new Column(words.text("catalogue.what", language), false),
                        new Column(words.text("catalogue.value", language), true),
                        new Column(words.text("catalogue.when", language), false),
                        new Column(words.text("catalogue.source", language), false)),
                rows,
                true);
    }

    private List<Cell> row(String what, @Nullable JsonNode value, Amount amount, Locale language) {
        String source = amount.source() == null
                ? words.known("confidence", amount.confidence(), language)
                : words.text(
                        "catalogue.source.of",
                        language,
                        amount.source(),
                        words.known("confidence", amount.confidence(), language));
        return List.of(
                Cell.of(what),
                Cell.of(value(value, language)),
                Cell.of(span(amount.from(), amount.to(), language)),
                Cell.of(source));
    }

    private String value(@Nullable JsonNode value, Locale language) {
        if (value == null || value.isNull()) {
            return words.text("catalogue.to-be-confirmed", language);
        }
        if (value.isNumber()) {
            return words.number(value.decimalValue(), language);
        }
        return value.isString()
                ? words.known("choice", value.asString(), language)
                : value.valueStream()
                        .map(one -> value(one, language))
                        .collect(Collectors.joining(words.text("join.fields", language)));
    }

    private String part(String key, Locale language) {
        return words.find("part." + key, language)
                .or(() -> words.find("value.level." + key, language))
                .or(() -> words.find("value.stage." + key, language))
                .orElse(key);
    }

    private String span(LocalDate from, @Nullable LocalDate to, Locale language) {
        return to == null
                ? words.text("catalogue.since", language, words.date(from, language))
                : words.text("catalogue.span", language, words.date(from, language), words.date(to, language));
    }

    private String step(Step step, Locale language) {
        String what = words.text(
                "catalogue.step",
                language,
                words.known("office", step.by(), language),
                words.known("review", step.step(), language));
        return step.days() == null ? what : words.text("catalogue.step.days", language, what, step.days());
    }
}
