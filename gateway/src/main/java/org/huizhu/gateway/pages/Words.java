package org.huizhu.gateway.pages;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says facts, dates and sums the way a person would, in the reader's language. */
@Component
public class Words {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of that key, which must exist. */
    public String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** The name of a fact, such as “disability level” for {@code certificate.level}. */
    public String fact(String path, Locale language) {
        if (path.startsWith("answers.")) {
            return text("fact.answers", language);
        }
        String name = messages.getMessage("fact." + path, null, null, language);
        return name == null ? text("fact.other", language, path) : name;
    }

    /** The value of a fact, such as “level 2” for {@code 2}. */
    public String value(String path, @Nullable JsonNode value, Locale language) {
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

    /** The text of that key if there is one. */
    public Optional<String> find(String key, Locale language) {
        return Optional.ofNullable(messages.getMessage(key, null, null, language));
    }

    /** A day, such as “8 May 2031”. */
    public String date(LocalDate date, Locale language) {
        return formatter("date.pattern", language).format(date);
    }

    /** A month, such as “May 2031”. */
    public String month(YearMonth month, Locale language) {
        return formatter("month.pattern", language).format(month);
    }

    /** A moment, by the clocks of the district. */
    public String moment(Instant moment, Locale language) {
        return formatter("moment.pattern", language).format(moment.atZone(SHANGHAI));
    }

    private DateTimeFormatter formatter(String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(text(pattern, language), language);
    }

    /** A number with its thousands set apart, and no more digits behind the point than it has. */
    public String number(BigDecimal number, Locale language) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    /** A sum, such as “1,200 yuan”; whole yuan without fen, anything else with both digits. */
    public String money(BigDecimal yuan, Locale language) {
        return text("amount.other", language, yuan(yuan, language));
    }

    /** What is given in each period; without a sum it is still to be confirmed. */
    public String amount(@Nullable BigDecimal yuan, @Nullable String period, Locale language) {
        if (yuan == null) {
            return text("amount.to-be-confirmed", language);
        }
        String sum = yuan(yuan, language);
        String known = messages.getMessage("amount." + period, new Object[] {sum}, null, language);
        return known == null ? text("amount.other", language, sum) : known;
    }

    private static String yuan(BigDecimal yuan, Locale language) {
        NumberFormat format = NumberFormat.getInstance(language);
        int digits = yuan.stripTrailingZeros().scale() <= 0 ? 0 : 2;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(yuan);
    }

    /** The text of a code that a service may extend before this bundle knows it. */
    public String known(String group, String code, Locale language) {
        String known = messages.getMessage(group + "." + code, null, null, language);
        return known == null ? text(group + ".other", language) : known;
    }
}
