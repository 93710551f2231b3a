package org.huizhu.gateway.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: its language and the way to the other one, how it looks, the menu, who reads it. */
@ControllerAdvice(annotations = Controller.class)
class Frame {

    private static final String ROLE = "ROLE_";

    private final List<MenuEntry> menu;

    Frame(List<MenuEntry> menu) {
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    }

    /**
     * The frame of one page.
     *
     * @param lang the language tag of the page
     * @param switchTo this page in the other language, with everything else that its address says
     * @param path its address without what follows the question mark
     * @param classes how the reader wants it to look, as the style sheet calls it
     * @param roles of the reader; empty for who is not signed in
     */
    record Page(
            String lang,
            String otherLang,
            String switchTo,
            String path,
            boolean signedIn,
            String classes,
            Set<String> roles,
            List<Entry> menu) {}

    /** {@code current}: {@code page} on the entry's own page, {@code true} below it, null elsewhere. */
    record Entry(String path, String key, @Nullable String current) {}

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale language) {
        boolean english = Language.isEnglish(language);
        String path = path(request);
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = reader != null && !(reader instanceof AnonymousAuthenticationToken);
        Set<String> roles = reader != null && signedIn ? roles(reader) : Set.of();
        return new Page(
                english ? "en" : "zh-CN",
                english ? "zh-CN" : "en",
                switchTo(request, path, english ? "zh" : "en"),
                path,
                signedIn,
                Display.of(request).classes(),
                roles,
                entries(roles, path));
    }

    /** Of several entries above a page, as the console and its parts, the nearest one is current. */
    private List<Entry> entries(Set<String> roles, String path) {
        List<MenuEntry> shown =
                menu.stream().filter(entry -> entry.isFor(roles)).toList();
        String nearest = shown.stream()
                .map(MenuEntry::path)
                .filter(entry -> current(entry, path) != null)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return shown.stream()
                .map(entry -> new Entry(
                        entry.path(), entry.key(), entry.path().equals(nearest) ? current(entry.path(), path) : null))
                .toList();
    }

    private static Set<String> roles(Authentication reader) {
        return reader.getAuthorities().stream()
                .map(authority -> Objects.requireNonNullElse(authority.getAuthority(), ""))
                .filter(name -> name.startsWith(ROLE))
                .map(name -> name.substring(ROLE.length()))
                .collect(Collectors.toSet());
    }

    private static @Nullable String current(String entry, String path) {
        if (entry.equals(path)) {
            return "page";
        }
        return entry.length() > 1 && path.startsWith(entry + "/") ? "true" : null;
    }

    /** After a failure the address is the one that was asked for, not that of the page that tells of it. */
    private static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path =
                Objects.requireNonNullElse(original, request.getRequestURI()).toString();
        // A second slash at the front would name another host.
        return path.replaceFirst("^/{2,}", "/");
    }

    private static String switchTo(HttpServletRequest request, String path, String language) {
        String rest = Objects.requireNonNullElse(request.getQueryString(), "")
                .replaceAll("(?:^|&)" + Language.NAME + "=[^&]*", "")
                .replaceFirst("^&", "");
        return path + "?" + (rest.isEmpty() ? "" : rest + "&") + Language.NAME + "=" + language;
    }
}
