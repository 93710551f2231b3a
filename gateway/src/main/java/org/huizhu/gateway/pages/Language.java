package org.huizhu.gateway.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language: what the address asks for, else what a cookie remembers, else Chinese. Who reads in plain
 * language gets a variant of it, so that a bundle {@code …_plain} outranks the usual one wherever it has a text.
 */
@Component("localeResolver")
class Language implements LocaleResolver {

    static final String NAME = "lang";

    private static final Pattern ASKED = Pattern.compile("(?:^|&)" + NAME + "=(zh|en)(?=&|$)");
    private static final String PLAIN = "plain";
    private static final Map<String, Locale> KNOWN = Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale language =
                asked(request).or(() -> remembered(request)).map(KNOWN::get).orElse(Locale.SIMPLIFIED_CHINESE);
        return Display.of(request).plain()
                ? new Locale.Builder().setLocale(language).setVariant(PLAIN).build()
                : language;
    }

    /** The choice is made by address and cookie only. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("choose with ?lang=");
    }

    static boolean isEnglish(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    }

    /** Read from the address itself: looking for a parameter would read a body that belongs to a service. */
    static Optional<String> asked(HttpServletRequest request) {
        return ASKED.matcher(Objects.requireNonNullElse(request.getQueryString(), ""))
                .results()
                .reduce((first, last) -> last)
                .map((MatchResult found) -> found.group(1));
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .filter(KNOWN::containsKey);
    }
}
