package org.huizhu.gateway.portal.notifications;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Chosen;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.portal.sending.Sending;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** How I am told of messages. It is the reader's own, whomever they act for. */
@Controller
class NotificationsPage {

    private static final String PEOPLE = "hasAnyRole('resident', 'guardian')";
    private static final String ADDRESS = "/me/notifications";
    private static final String PAGE = "portal/notifications/notifications";
    private static final Question READ = Question.get("identity", "/api/identity/me/notifications");
    private static final Map<String, String> FIELDS = Map.of("phone", "phone", "mail", "mail");

    private final AskServices services;
    private final Sending sending;
    private final Forms forms;
    private final Choices choices;
    private final Words words;

    NotificationsPage(AskServices services, Sending sending, Forms forms, Choices choices, Words words) {
        this.services = services;
        this.sending = sending;
        this.forms = forms;
        this.choices = choices;
        this.words = words;
    }

    /** A way besides the portal. */
    enum Way {
        SMS,
        EMAIL
    }

    /** In which language. */
    enum Language {
        ZH,
        EN
    }

    /** What is chosen; an empty telephone or mailbox leaves the one that is held, unless it is to be forgotten. */
    record Wish(
            List<String> ways,
            String phone,
            String mail,
            List<String> forget,

            @Nullable @Chosen(message = "{notifications.language.missing}")
            Language language,

            String version) {

        private Map<String, Object> request() {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("sms", ways.contains(Way.SMS.name()));
            request.put("email", ways.contains(Way.EMAIL.name()));
            put(request, "phone", phone);
            put(request, "mail", mail);
            if (language != null) {
                request.put("language", language.name());
            }
            if (version.matches("[0-9]{1,9}")) {
                request.put("version", Integer.valueOf(version));
            }
            return request;
        }

        private void put(Map<String, Object> request, String name, String typed) {
            if (forget.contains(name)) {
                request.put(name, "");
            } else if (!typed.isEmpty()) {
                request.put(name, typed);
            }
        }

        @Override
        public String toString() {
            return "Wish" + ways;
        }
    }

    @GetMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String ask(Locale language, Model model) {
        JsonNode held = services.ask(READ, language).said().orElse(null);
        if (held != null) {
            List<String> ways = new ArrayList<>();
            if (held.path("sms").asBoolean(false)) {
                ways.add(Way.SMS.name());
            }
            if (held.path("email").asBoolean(false)) {
                ways.add(Way.EMAIL.name());
            }
            Language spoken = held.path("language").asString("").equals("EN") ? Language.EN : Language.ZH;
            String version = String.valueOf(held.path("version").asInt());
            model.addAttribute("form", forms.filled(new Wish(ways, "", "", List.of(), spoken, version), language));
        }
        return show(held, language, model);
    }

    @PostMapping(ADDRESS)
    @PreAuthorize(PEOPLE)
    String choose(Form<Wish> form, RedirectAttributes redirect, Locale language, Model model) {
        if (!form.isFailed()) {
            Answer answer = services.ask(
                    Question.put("identity", "/api/identity/me/notifications")
                            .with(form.values().request()),
                    language);
            if (sending.took(answer, form, FIELDS, "ways", language)) {
                redirect.addFlashAttribute("notice", words.text("notifications.done", language));
                return "redirect:" + ADDRESS;
            }
        }
        return show(services.ask(READ, language).said().orElse(null), language, model);
    }

    private String show(@Nullable JsonNode held, Locale language, Model model) {
        boolean asked = held != null || model.getAttribute("form") instanceof Form<?>;
        model.addAttribute("asked", asked);
        model.addAttribute("away", held == null ? words.known("service", "identity", language) : null);
        model.addAttribute("phoneHint", phoneHint(held, language));
        model.addAttribute("mailHint", hint(held, "mail", "notifications.mail", language));
        model.addAttribute("ways", choices.of("notifications.way", language, Way.class));
        model.addAttribute("languages", choices.of("notifications.language", language, Language.class));
        model.addAttribute("forgets", held == null ? List.of() : forgets(held, language));
        return PAGE;
    }

    private String phoneHint(@Nullable JsonNode held, Locale language) {
        return held != null && !held.hasNonNull("phone") && held.hasNonNull("phoneOnFile")
                ? words.text(
                        "notifications.phone.on-file",
                        language,
                        held.path("phoneOnFile").asString(""))
                : hint(held, "phone", "notifications.phone", language);
    }

    private String hint(@Nullable JsonNode held, String name, String key, Locale language) {
        return held != null && held.hasNonNull(name)
                ? words.text(key + ".held", language, held.path(name).asString(""))
                : words.text(key + ".none", language);
    }

    /** What is held of their own, and so can be forgotten. */
    private List<?> forgets(JsonNode held, Locale language) {
        return choices.of(
                "notifications.forget",
                language,
                List.of("phone", "mail").stream().filter(held::hasNonNull).toArray(String[]::new));
    }
}
