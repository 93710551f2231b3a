package org.huizhu.gateway.pages;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** What a browser remembers of its reader's wishes: for a year, and no script may read it. */
public final class Cookies {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private Cookies() {}

    /** The header that makes the browser remember it. */
    public static String remember(String name, String value, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
