package org.huizhu.identity.matter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Which version the caller saw: the header If-Match, or {@code version} in the body. */
final class Seen {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private Seen() {}

    static long of(@Nullable String ifMatch, @Nullable Long version) {
        if (ifMatch != null) {
            Matcher number = VERSION.matcher(ifMatch.strip());
            if (!number.matches()) {
                throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
            }
            return Long.parseLong(number.group(1));
        }
        if (version == null) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "version-needed");
        }
        return version;
    }
}
