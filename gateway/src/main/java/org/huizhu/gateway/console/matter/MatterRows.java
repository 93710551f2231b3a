package org.huizhu.gateway.console.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huizhu.gateway.console.MatterFile;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/** What is known of one matter, line by line. */
final class MatterRows {

    private final Words words;
    private final MatterFile file;
    private final Locale language;

    MatterRows(Words words, MatterFile file, Locale language) {
        this.words = words;
        this.file = file;
        this.language = language;
    }

    List<Row> brief() {
        return List.of(
                row("kind", words.known("console.kind", file.matter().kind(), language)),
                row("name", file.holder().name()),
                row("id-number", file.holder().idNumber()),
                row("step", words.known("console.step", file.matter().step(), language)));
    }

    List<Row> all() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("name", file.holder().name()));
        rows.add(row("id-number", file.holder().idNumber()));
        rows.add(row("birth", words.date(file.holder().birthDate(), language)));
        rows.add(row("place", place(file.holder().homeArea())));
        rows.add(row("certificate", card(file.holder().card())));
        rows.add(row("filed", words.date(file.matter().filedOn(), language)));
        rows.add(row("channel", words.known("console.channel", file.filing().channel(), language)));
        if (file.filing().handTo() != null) {
            rows.add(row("hand-to", file.filing().handTo()));
        }
        details(file.filing().details(), rows);
        rows.add(row("papers", papers(handedIn())));
        rows.add(row("missing", papers(file.missingDocuments())));
        file.submissions().stream()
                .filter(submission -> submission.remark() != null)
                .forEach(submission -> rows.add(row("remark", submission.remark())));
        assessment(rows);
        if (file.notice() != null) {
            rows.add(row("notice", words.date(file.notice().until(), language)));
        }
        if (file.disputableUntil() != null) {
            rows.add(row("disputable", words.date(file.disputableUntil(), language)));
        }
        return rows;
    }

    private void details(MatterFile.@Nullable Details details, List<Row> rows) {
        if (details == null) {
            return;
        }
        if (details.reason() != null) {
            rows.add(row("reason", words.known("console.reason", details.reason(), language)));
        }
        if (details.on() != null) {
            rows.add(row("on", words.date(details.on(), language)));
        }
        if (details.area() != null) {
            rows.add(row("area", place(details.area())));
        }
    }

    private void assessment(List<Row> rows) {
        MatterFile.Assessment assessment = file.assessment();
        if (assessment == null) {
            return;
        }
        rows.add(row("hospital", assessment.hospital()));
        if (assessment.visitOn() != null) {
            rows.add(row("visit", words.date(assessment.visitOn(), language)));
        }
        if (assessment.team() != null) {
            rows.add(row("team", assessment.team()));
        }
    }

    private List<String> handedIn() {
        return file.submissions().stream()
                .flatMap(submission -> submission.documents().stream())
                .distinct()
                .toList();
    }

    private String papers(List<String> papers) {
        return papers.isEmpty()
                ? words.text("console.none", language)
                : papers.stream()
                        .map(paper -> words.known("console.paper", paper, language))
                        .collect(Collectors.joining(words.text("join.items", language)));
    }

    private String card(MatterFile.@Nullable Card card) {
        return card == null
                ? words.text("console.no-certificate", language)
                : words.text(
                        "console.card",
                        language,
                        words.text("value.category." + card.category(), language),
                        words.text("value.level." + card.level(), language),
                        words.text("value.status." + card.status(), language));
    }

    private String place(@Nullable String area) {
        if (area == null) {
            return words.text("console.no-place", language);
        }
        return words.find("value." + area.substring(0, Math.min(9, area.length())), language)
                .orElse(area);
    }

    private Row row(String key, @Nullable String value) {
        return new Row(
                words.text("console.row." + key, language),
                value == null ? words.text("console.none", language) : value);
    }
}
