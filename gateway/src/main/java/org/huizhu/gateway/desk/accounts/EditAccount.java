package org.huizhu.gateway.desk.accounts;

import java.util.Locale;
import org.huizhu.gateway.desk.Json;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** What making and changing an account have in common. */
@Component
class EditAccount {

    private final Areas areas;
    private final Choices choices;
    private final Words words;

    EditAccount(Areas areas, Choices choices, Words words) {
        this.areas = areas;
        this.choices = choices;
        this.words = words;
    }

    /** What can be chosen; {@code place} is what was chosen until now. */
    void offer(String place, Locale language, Model model) {
        model.addAttribute("roles", choices.of("desk.role", language, AccountViews.ROLES.toArray(String[]::new)));
        model.addAttribute("places", areas.places(place, language));
    }

    /** A community is one of a street. */
    void check(Form<?> form, String place, String community, Locale language) {
        if (!community.isEmpty() && !place.isEmpty() && place.length() != Areas.STREET_DIGITS) {
            form.reject("place", words.text("desk.account.place.street", language));
        }
    }

    /** Shows the code on the next page, and on no other. */
    void handOver(JsonNode made, RedirectAttributes redirect, Locale language) {
        redirect.addFlashAttribute("code", Json.text(made, "code"));
        redirect.addFlashAttribute("codeUntil", Json.moment(made, "codeUntil", words, language));
    }
}
