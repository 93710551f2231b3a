package org.huizhu.gateway.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.WebUtils;

/** How the reader wants pages to look. Three cookies of the browser; the server keeps nothing. */
public record Display(Size size, Contrast contrast, boolean plain) {

    public static final String SIZE = "size";
    public static final String CONTRAST = "contrast";
    public static final String PLAIN = "plain";
    public static final String YES = "yes";

    /** How large letters are. */
    public enum Size {
        NORMAL,
        LARGE,
        LARGEST
    }

    /** How strongly things stand out. */
    public enum Contrast {
        NORMAL,
        HIGH,
        DARK
    }

    /** What the browser remembers; what it makes no sense of is as if nothing had been chosen. */
    public static Display of(HttpServletRequest request) {
        return new Display(
                one(Size.class, cookie(request, SIZE)).orElse(Size.NORMAL),
                one(Contrast.class, cookie(request, CONTRAST)).orElse(Contrast.NORMAL),
                cookie(request, PLAIN).equals(YES));
    }

    /** The constant of that name, in whichever case. */
    public static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The classes that the style sheet knows; for the normal ones there is none. */
    String classes() {
        return Stream.of(
                        size == Size.NORMAL ? "" : "hz-size-" + size.name().toLowerCase(Locale.ROOT),
                        contrast == Contrast.NORMAL
                                ? ""
                                : "hz-contrast-" + contrast.name().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }
}
