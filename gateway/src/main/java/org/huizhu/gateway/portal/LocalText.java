package org.huizhu.gateway.portal;

import java.util.Locale;

/** A text in both languages. */
record LocalText(String zh, String en) {

    String in(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? en : zh;
    }
}
