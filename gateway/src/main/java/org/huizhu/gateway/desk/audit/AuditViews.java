package org.huizhu.gateway.desk.audit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Puts entries of audit logs into words. */
@Component
class AuditViews {

    private static final List<String> COLUMNS = List.of("at", "who", "office", "what", "about", "purpose", "service");

    private static final String BUREAU = "bureau:";

    private final Words words;

    AuditViews(Words words) {
        this.words = words;
    }

    /** Who, what and about whom lead to the entries that are alike in it. */
    Table table(List<AuditTrail.Entry> entries, Wanted wanted, Locale language) {
        return new Table(
                words.text("desk.audit.list", language),
                COLUMNS.stream()
                        .map(name -> new Column(words.text("desk.audit." + name, language), false))
                        .toList(),
                entries.stream().map(entry -> row(entry, wanted, language)).toList(),
                true);
    }

    private List<Cell> row(AuditTrail.Entry entry, Wanted wanted, Locale language) {
        JsonNode said = entry.said();
        String resident = Json.text(said, "residentId");
        return List.of(
                Cell.of(words.moment(entry.at(), language)),
                Cell.link(who(entry), AuditPage.address(wanted.by(Json.text(said, "actor")))),
                Cell.of(office(said, language)),
                Cell.link(Json.text(said, "text"), AuditPage.address(wanted.doing(Json.text(said, "action")))),
                resident.isEmpty()
                        ? Cell.of(Json.text(said, "subject"))
                        : Cell.link(
                                words.text("desk.audit.file", language, resident),
                                AuditPage.address(wanted.with(resident))),
                Cell.of(Json.text(said, "purposeText")),
                Cell.of(words.known("service", entry.service(), language)));
    }

    private static String who(AuditTrail.Entry entry) {
        return Objects.requireNonNullElse(entry.account(), Json.text(entry.said(), "actor"));
    }

    private String office(JsonNode said, Locale language) {
        String roles = said.path("roles")
                .valueStream()
                .map(role -> role(role.asString(), language))
                .collect(Collectors.joining(words.text("join.items", language)));
        String area = Json.text(said, "area");
        if (area.isEmpty()) {
            return roles;
        }
        String place = words.value("area", StringNode.valueOf(area), language);
        return roles.isEmpty() ? place : roles + words.text("join.fields", language) + place;
    }

    private String role(String role, Locale language) {
        return role.startsWith(BUREAU)
                ? words.find("desk.bureau." + role.substring(BUREAU.length()), language)
                        .orElse(role)
                : words.known("desk.role", role, language);
    }

    /** The names of the columns of a file. */
    List<String> head(Locale language) {
        return List.of("at", "actor", "account", "office", "code", "what", "resident", "subject", "purpose", "service")
                .stream()
                .map(name -> words.text("desk.audit.csv." + name, language))
                .toList();
    }

    /** One line of a file. */
    List<String> line(AuditTrail.Entry entry, Locale language) {
        JsonNode said = entry.said();
        return List.of(
                Json.text(said, "at"),
                Json.text(said, "actor"),
                Objects.requireNonNullElse(entry.account(), ""),
                office(said, language),
                Json.text(said, "action"),
                Json.text(said, "text"),
                Json.text(said, "residentId"),
                Json.text(said, "subject"),
                Json.text(said, "purposeText"),
                words.known("service", entry.service(), language));
    }
}
