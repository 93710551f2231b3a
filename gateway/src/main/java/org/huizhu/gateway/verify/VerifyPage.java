package org.huizhu.gateway.verify;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import java.util.regex.Pattern;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Words;
import org.huizhu.gateway.verify.AskIdentity.Validity;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Is this certificate valid? By the code that its holder gave out, typed in or from a picture. */
@Controller
class VerifyPage {

    private static final String ADDRESS = "/verify";
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{26}");

    private final AskIdentity identity;
    private final Forms forms;
    private final Words words;

    VerifyPage(AskIdentity identity, Forms forms, Words words) {
        this.identity = identity;
        this.forms = forms;
        this.words = words;
    }

    /** A code as it was typed, with hyphens, spaces or neither. */
    record Typed(
            @NotBlank(message = "{verify.code.missing}") String code) {

        String compact() {
            return code.replaceAll("[\\s-]", "");
        }

        /** Whoever has the code may see what it shows. */
        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    @GetMapping(ADDRESS)
    @PreAuthorize("permitAll()")
    String ask(Locale language, Model model) {
        model.addAttribute("form", forms.blank(Typed.class, language));
        return "verify/ask";
    }

    /** Here leads the link in the picture that a holder shows. */
    @GetMapping(ADDRESS + "/{code}")
    @PreAuthorize("permitAll()")
    String linked(@PathVariable String code, Locale language, HttpServletResponse response, Model model) {
        Form<Typed> form = forms.filled(new Typed(code), language);
        model.addAttribute("form", form);
        return verify(form, language, response, model);
    }

    /** Sent so that the code stands in no address. */
    @PostMapping(ADDRESS)
    @PreAuthorize("permitAll()")
    String verify(Form<Typed> form, Locale language, HttpServletResponse response, Model model) {
        String code = form.values().compact();
        if (!CODE.matcher(code).matches()) {
            form.reject("code", words.text("verify.code.malformed", language));
        }
        if (form.isFailed()) {
            return "verify/ask";
        }
        switch (identity.about(code)) {
            case Validity.Valid valid -> {
                model.addAttribute("state", "valid");
                model.addAttribute("until", words.date(valid.until(), language));
            }
            case Validity.NotShown _ -> model.addAttribute("state", "not-valid");
            case Validity.Away _ -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("state", "away");
            }
        }
        return "verify/answer";
    }
}
