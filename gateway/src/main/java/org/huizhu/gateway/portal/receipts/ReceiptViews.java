package org.huizhu.gateway.portal.receipts;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts receipts into words. */
@Component
class ReceiptViews {

    private static final Map<String, String> COLOURS =
            Map.of("RECORDED", "green", "SET_ASIDE", "yellow", "WITHDRAWN", "grey", "REJECTED", "purple");

    private final Words words;

    ReceiptViews(Words words) {
        this.words = words;
    }

    /** One receipt; {@code text} says what its state means. */
    record Line(
            String receipt,
            String what,
            String who,
            String said,
            String received,
            String state,
            String colour,
            String text) {}

    Line line(JsonNode receipt, Locale language) {
        String outcome = receipt.path("outcome").asString("");
        return new Line(
                receipt.path("receipt").asString(""),
                words.known("receipt-type", receipt.path("type").asString(""), language),
                words.known("receipt-bureau", receipt.path("bureau").asString(""), language),
                moment(receipt, "saidAt", language),
                moment(receipt, "receivedAt", language),
                words.known("receipt-state", outcome, language),
                COLOURS.getOrDefault(outcome, "grey"),
                words.known("receipt-state.text", outcome, language));
    }

    private String moment(JsonNode node, String field, Locale language) {
        return words.moment(Instant.parse(node.path(field).asString()), language);
    }
}
