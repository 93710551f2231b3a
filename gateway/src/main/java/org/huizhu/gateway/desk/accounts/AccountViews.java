package org.huizhu.gateway.desk.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Table;
import org.huizhu.gateway.pages.Table.Cell;
import org.huizhu.gateway.pages.Table.Column;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts accounts into words. */
@Component
class AccountViews {

    /** Roles of staff, in the order in which they are offered. */
    static final List<String> ROLES = List.of(
            "community-worker",
            "street-clerk",
            "federation-officer",
            "civil-affairs-officer",
            "finance-officer",
            "policy-officer",
            "auditor",
            "operator");

    private final Words words;
    private final Areas areas;

    AccountViews(Words words, Areas areas) {
        this.words = words;
        this.areas = areas;
    }

    /** {@code own}: it is the reader's, which they cannot change; {@code waiting}: it does not hold at the sign-in yet. */
    record View(
            String id,
            String username,
            boolean enabled,
            boolean own,
            boolean waiting,
            List<Row> rows,
            List<String> roles,
            String area,
            String version) {}

    Table list(JsonNode page, Locale language) {
        return new Table(
                words.text("desk.accounts.list", language),
                List.of(
                        column("username", language),
                        column("name", language),
                        column("roles", language),
                        column("area", language),
                        column("state", language)),
                page.path("items")
                        .valueStream()
                        .map(account -> List.of(
                                Cell.link(
                                        username(account, language),
                                        AccountsPage.ADDRESS + "/" + Json.text(account, "id")),
                                Cell.of(Json.text(account, "name")),
                                Cell.of(roles(account, language)),
                                Cell.of(area(account, language)),
                                state(account, language)))
                        .toList(),
                true);
    }

    private Column column(String name, Locale language) {
        return new Column(words.text("desk.account." + name, language), false);
    }

    View of(JsonNode account, Locale language) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("username", username(account, language), language));
        rows.add(row("name", Json.text(account, "name"), language));
        rows.add(row("roles", roles(account, language), language));
        rows.add(row("area", area(account, language), language));
        return new View(
                Json.text(account, "id"),
                username(account, language),
                account.path("enabled").asBoolean(false),
                account.path("own").asBoolean(false),
                account.path("waiting").asBoolean(false),
                rows,
                account.path("roles")
                        .valueStream()
                        .map(JsonNode::asString)
                        .filter(ROLES::contains)
                        .toList(),
                Json.text(account, "area"),
                Json.text(account, "version"));
    }

    private Row row(String name, String value, Locale language) {
        return new Row(words.text("desk.account." + name, language), value);
    }

    private String username(JsonNode account, Locale language) {
        String username = Json.text(account, "username");
        return username.isEmpty() ? words.text("desk.account.nameless", language) : username;
    }

    private String roles(JsonNode account, Locale language) {
        return account.path("roles")
                .valueStream()
                .map(role -> words.known("desk.role", role.asString(), language))
                .collect(Collectors.joining(words.text("join.items", language)));
    }

    private String area(JsonNode account, Locale language) {
        String area = Json.text(account, "area");
        return area.isEmpty() ? words.text("desk.area.everywhere", language) : areas.name(area, language);
    }

    private Cell state(JsonNode account, Locale language) {
        boolean enabled = account.path("enabled").asBoolean(false);
        return Cell.tag(
                words.text(enabled ? "desk.account.ENABLED" : "desk.account.DISABLED", language),
                enabled ? "green" : "grey");
    }
}
