package org.huizhu.identity.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is told that there is a message, besides in the portal.
 *
 * @param version 0: nothing was chosen
 * @param phone of their own choice; null for the one on file
 */
record NoticeChoice(
        int version,
        boolean sms,
        boolean email,
        @Nullable String phone,
        @Nullable String mail,
        Language language) {

    static final NoticeChoice NONE = new NoticeChoice(0, false, false, null, null, Language.ZH);

    /** In which language. */
    enum Language {
        ZH(Locale.SIMPLIFIED_CHINESE),
        EN(Locale.ENGLISH);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        Locale locale() {
            return locale;
        }
    }

    @Override
    public String toString() {
        return "NoticeChoice[" + version + "]";
    }
}
