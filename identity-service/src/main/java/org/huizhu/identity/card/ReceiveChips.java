package org.huizhu.identity.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the chip numbers that a producer sends back: what is right is kept, what is wrong is said line by line. */
@Component
class ReceiveChips {

    private static final Pattern CHIP = Pattern.compile("[0-9A-F]{8,32}");

    private final SmartCards cards;

    ReceiveChips(SmartCards cards) {
        this.cards = cards;
    }

    /** A line as sent. */
    record Line(int line, @Nullable String cardId, @Nullable String chip) {

        @Override
        public String toString() {
            return "Line[" + line + "]";
        }
    }

    /** What is wrong with a line. */
    record Wrong(int line, Fault fault) {}

    /** What came of it. */
    record Received(int accepted, List<Wrong> wrong) {}

    Received receive(String batchId, List<Line> lines) {
        Map<String, SmartCards.Card> ordered = new HashMap<>();
        cards.ofBatch(batchId).forEach(card -> ordered.put(card.id(), card));
        Set<String> seen = new HashSet<>();
        List<Wrong> wrong = new ArrayList<>();
        int accepted = 0;
        for (Line line : lines) {
            String chip = line.chip() == null ? "" : line.chip().strip().toUpperCase(Locale.ROOT);
            String cardId = line.cardId() == null ? "" : line.cardId().strip();
            Fault fault = fault(ordered.get(cardId), chip, seen);
            if (fault == null) {
                cards.made(cardId, chip);
                ordered.remove(cardId);
                accepted++;
            } else {
                wrong.add(new Wrong(line.line(), fault));
            }
            seen.add(chip);
        }
        return new Received(accepted, List.copyOf(wrong));
    }

    private @Nullable Fault fault(SmartCards.@Nullable Card card, String chip, Set<String> seen) {
        if (card == null) {
            return Fault.of("cardId", "card-not-in-batch");
        }
        if (card.status() != CardStatus.ORDERED) {
            return Fault.of("cardId", "card-not-expected");
        }
        if (!CHIP.matcher(chip).matches()) {
            return Fault.of("chip", "chip-malformed");
        }
        if (seen.contains(chip)) {
            return Fault.of("chip", "chip-twice");
        }
        return cards.isChipKnown(chip) ? Fault.of("chip", "chip-known") : null;
    }
}
