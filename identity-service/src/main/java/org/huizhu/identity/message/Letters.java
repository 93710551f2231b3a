package org.huizhu.identity.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Puts messages into words. */
@Component
class Letters {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    Letters() {
        words.setBasename("messages/letters");
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
    }

    String title(MessageTemplate template, Locale locale) {
        return words.getMessage(template.key() + ".title", null, locale);
    }

    /** What leaves the portal: that there is a message, and nothing of it. */
    String notice(Locale locale) {
        return words.getMessage("notice.text", null, locale);
    }

    String text(MessageTemplate template, List<String> arguments, Locale locale) {
        return words.getMessage(template.key() + ".text", arguments.toArray(), locale);
    }
}
