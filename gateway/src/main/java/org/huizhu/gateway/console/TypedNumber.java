package org.huizhu.gateway.console;

import java.util.Locale;
import java.util.Map;

/** A number as it was typed at the window: of an identity card, or of a certificate, which is longer. Never to be logged. */
public record TypedNumber(String compact) {

    private static final int IDENTITY_DIGITS = 18;

    /** With spaces, hyphens or neither. */
    public static TypedNumber of(String typed) {
        return new TypedNumber(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** Whether it is as long as only the number of a certificate is. */
    public boolean isCertificate() {
        return compact.length() > IDENTITY_DIGITS;
    }

    /** The body of a search for it. */
    public Map<String, Object> asSearch() {
        return Map.of(isCertificate() ? "certificateNumber" : "idNumber", compact);
    }

    @Override
    public String toString() {
        return "TypedNumber[…]";
    }
}
