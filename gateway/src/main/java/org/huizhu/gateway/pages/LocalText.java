package org.huizhu.gateway.pages;

import java.util.Locale;

/** A text in both languages. */
public record LocalText(String zh, String en) {

    /** The one that this reader understands. */
    public String in(Locale language) {
        return Language.isEnglish(language) ? en : zh;
    }
}
