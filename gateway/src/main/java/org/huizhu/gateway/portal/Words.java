package org.huizhu.gateway.portal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huizhu.gateway.portal.Decision.Amount;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says facts, dates and sums the way a person would. */
@Component
class Words {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** The name of a fact, such as “disability level” for {@code certificate.level}. */
    String fact(String path, Locale language) {
        if (path.startsWith("answers.")) {
            return text("fact.answers", language);
        }
        String name = messages.getMessage("fact." + path, null, null, language);
        return name == null ? text("fact.other", language, path) : name;
    }

    /** The value of a fact, such as “level 2” for {@code 2}. */
    String value(String path, @Nullable JsonNode value, Locale language) {
        if (value == null || value.isNull() || (value.isContainer() && value.isEmpty())) {
            return none(path, language);
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(item -> value(path, item, language))
                    .collect(Collectors.joining(text("join.items", language)));
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .map(field -> named(path + "." + field.getKey(), field.getValue(), language))
                    .collect(Collectors.joining(text("join.fields", language)));
        }
        return scalar(path, value, language);
    }

    /** What is known to be none is said in a word of its own where it has a meaning: an open end is not “none”. */
    private String none(String path, Locale language) {
        String own = messages.getMessage("value." + last(path) + ".none", null, null, language);
        return own == null ? text("value.none", language) : own;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private String named(String path, JsonNode value, Locale language) {
        return text("join.named", language, fact(path, language), value(path, value, language));
    }

    private String scalar(String path, JsonNode value, Locale language) {
        String raw = value.asString();
        if (DATE.matcher(raw).matches()) {
            return date(LocalDate.parse(raw), language);
        }
        String own = messages.getMessage("value." + last(path) + "." + raw, null, null, language);
        return own != null ? own : general(raw, language);
    }

    /** Yes and no, and area codes, mean the same wherever they stand. */
    private String general(String raw, Locale language) {
        String known = messages.getMessage("value." + raw, null, null, language);
        return known == null ? raw : known;
    }

    String date(LocalDate date, Locale language) {
        return DateTimeFormatter.ofPattern(text("date.pattern", language), language)
                .format(date);
    }

    String amount(Amount amount, Locale language) {
        String period = amount.period() == null ? "other" : amount.period();
        if (amount.yuan() == null) {
            return text("amount.to-be-confirmed", language);
        }
        String yuan = amount.yuan().stripTrailingZeros().scale() <= 0
                ? amount.yuan().toBigInteger().toString()
                : amount.yuan().toPlainString();
        String known = messages.getMessage("amount." + period, new Object[] {yuan}, null, language);
        return known == null ? text("amount.other", language, yuan) : known;
    }

    /** The message of a code that a service may extend before this bundle knows it. */
    String known(String group, String code, Locale language) {
        String known = messages.getMessage(group + "." + code, null, null, language);
        return known == null ? text(group + ".other", language) : known;
    }
}
