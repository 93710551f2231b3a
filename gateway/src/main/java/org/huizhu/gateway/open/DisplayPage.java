package org.huizhu.gateway.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.huizhu.gateway.forms.Choices;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.Forms;
import org.huizhu.gateway.pages.Cookies;
import org.huizhu.gateway.pages.Display;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Size of letters, contrast and plain language: the browser remembers them, nobody else does. */
@Controller
class DisplayPage {

    private static final String ADDRESS = "/display";

    private final Forms forms;
    private final Choices choices;

    DisplayPage(Forms forms, Choices choices) {
        this.forms = forms;
        this.choices = choices;
    }

    /** {@code from}: the page from which the reader came and to which they will want to go back. */
    record Wishes(Display.@Nullable Size size, Display.@Nullable Contrast contrast, boolean plain, String from) {}

    @GetMapping(ADDRESS)
    @PreAuthorize("permitAll()")
    String show(
            @RequestParam(defaultValue = "/") String from,
            @RequestParam(required = false) @Nullable String saved,
            HttpServletRequest request,
            Locale language,
            Model model) {
        Display now = Display.of(request);
        model.addAttribute(
                "form", forms.filled(new Wishes(now.size(), now.contrast(), now.plain(), here(from)), language));
        model.addAttribute("sizes", choices.of("display.size", language, Display.Size.class));
        model.addAttribute("contrasts", choices.of("display.contrast", language, Display.Contrast.class));
        model.addAttribute("saved", saved != null);
        return "open/display";
    }

    @PostMapping(ADDRESS)
    @PreAuthorize("permitAll()")
    String save(Form<Wishes> form, HttpServletRequest request, HttpServletResponse response) {
        Wishes wishes = form.values();
        remember(response, request, Display.SIZE, lower(wishes.size() == null ? Display.Size.NORMAL : wishes.size()));
        remember(
                response,
                request,
                Display.CONTRAST,
                lower(wishes.contrast() == null ? Display.Contrast.NORMAL : wishes.contrast()));
        remember(response, request, Display.PLAIN, wishes.plain() ? Display.YES : "no");
        return "redirect:" + ADDRESS + "?saved&from=" + here(wishes.from());
    }

    private static void remember(HttpServletResponse response, HttpServletRequest request, String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, Cookies.remember(name, value, request.isSecure()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Only a page of this site, so that nobody can be led elsewhere from here. */
    private static String here(String from) {
        boolean ours = from.matches("/[A-Za-z0-9._~/-]*") && !from.startsWith("//") && !from.equals(ADDRESS);
        return ours ? from : "/";
    }
}
