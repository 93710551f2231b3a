package org.huizhu.gateway.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The reader's language: what the address asks for, else what a cookie remembers, else Chinese. */
@Component("localeResolver")
class Language implements LocaleResolver {

    static final String NAME = "lang";

    private static final Map<String, Locale> KNOWN = Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).or(() -> remembered(request)).map(KNOWN::get).orElse(Locale.SIMPLIFIED_CHINESE);
    }

    /** The choice is made by address and cookie only. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("choose with ?lang=");
    }

    /** Asked of pages only: looking for a parameter in what is sent would read a body that belongs to a service. */
    static Optional<String> asked(HttpServletRequest request) {
        return Optional.ofNullable("GET".equals(request.getMethod()) ? request.getParameter(NAME) : null)
                .filter(KNOWN::containsKey);
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .filter(KNOWN::containsKey);
    }
}
