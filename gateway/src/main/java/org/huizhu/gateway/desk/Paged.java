package org.huizhu.gateway.desk;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.huizhu.gateway.pages.Pages;
import org.huizhu.gateway.pages.Words;
import tools.jackson.databind.JsonNode;

/** Where a reader is in a list of a service. */
public final class Paged {

    private Paged() {}

    /** Of an answer with {@code page}, {@code size} and {@code total}; nothing if all stands on one page. */
    public static Optional<Pages> of(JsonNode answer, String address, Words words, Locale language) {
        long page = Json.number(answer, "page");
        long size = Math.max(1, Json.number(answer, "size"));
        long total = Json.number(answer, "total");
        if (total <= size) {
            return Optional.empty();
        }
        String link = address + (address.contains("?") ? "&" : "?") + "page=";
        String where = words.text(
                "pagination.where",
                language,
                number(page * size + 1, words, language),
                number(Math.min(total, (page + 1) * size), words, language),
                number(total, words, language));
        return Optional.of(new Pages(
                page > 0 ? link + (page - 1) : null, (page + 1) * size < total ? link + (page + 1) : null, where));
    }

    /** A count as the reader writes it. */
    public static String number(long count, Words words, Locale language) {
        return words.number(BigDecimal.valueOf(count), language);
    }
}
