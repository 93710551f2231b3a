package org.huizhu.gateway.desk.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.desk.Heard;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The accounts of staff in the operator's area. */
@Controller
class AccountsPage {

    static final String ADDRESS = "/desk/accounts";
    static final String MAY = "hasRole('operator')";

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 100_000;

    private final AskServices services;
    private final AccountViews views;
    private final Areas areas;
    private final Choices choices;
    private final Words words;

    AccountsPage(AskServices services, AccountViews views, Areas areas, Choices choices, Words words) {
        this.services = services;
        this.views = views;
        this.areas = areas;
        this.choices = choices;
        this.words = words;
    }

    /** Whether one can sign in with it. */
    enum State {
        ENABLED,
        DISABLED
    }

    /** Which are wanted. */
    record Wanted(
            String username,
            String role,
            String area,
            @Nullable State state) {

        /** What is empty is not asked for: the service would look for an account without it. */
        Question question(int page) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("page", Integer.toString(page));
            parameters.put("size", Integer.toString(PAGE));
            // Names of accounts have lower-case letters only.
            parameters.put("username", username.toLowerCase(Locale.ROOT));
            parameters.put("role", role);
            parameters.put("area", area);
            parameters.put("enabled", state == null ? "" : Boolean.toString(state == State.ENABLED));
            return Question.get("identity", "/api/identity/accounts").where(parameters);
        }

        String address() {
            StringJoiner query = new StringJoiner("&", ADDRESS + "?", "");
            query.add("username=" + URLEncoder.encode(username, StandardCharsets.UTF_8));
            query.add("role=" + URLEncoder.encode(role, StandardCharsets.UTF_8));
            query.add("area=" + URLEncoder.encode(area, StandardCharsets.UTF_8));
            query.add("state=" + (state == null ? "" : state.name()));
            return query.toString();
        }

        boolean isChosen() {
            return !(username + role + area).isEmpty() || state != null;
        }
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(MAY)
    String list(Form<Wanted> form, @RequestParam(defaultValue = "0") String page, Locale language, Model model) {
        Wanted typed = form.values();
        // What is not on offer is not asked for.
        Wanted wanted = new Wanted(
                typed.username(),
                AccountViews.ROLES.contains(typed.role()) ? typed.role() : "",
                typed.area().matches("[0-9]{6}|[0-9]{9}|[0-9]{12}") ? typed.area() : "",
                typed.state());
        Optional<JsonNode> found = Heard.of(services.ask(wanted.question(number(page)), language));
        model.addAttribute("away", found.isEmpty());
        model.addAttribute("chosen", wanted.isChosen());
        model.addAttribute("roles", choices.of("desk.role", language, AccountViews.ROLES.toArray(String[]::new)));
        model.addAttribute("places", areas.places("", language));
        model.addAttribute("states", choices.of("desk.account", language, State.class));
        found.ifPresent(body -> {
            model.addAttribute("total", Paged.number(body.path("total").asLong(0), words, language));
            model.addAttribute("empty", body.path("items").isEmpty());
            model.addAttribute("table", views.list(body, language));
            model.addAttribute(
                    "pages", Paged.of(body, wanted.address(), words, language).orElse(null));
        });
        return "desk/accounts";
    }

    private static int number(String page) {
        return page.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    }
}
