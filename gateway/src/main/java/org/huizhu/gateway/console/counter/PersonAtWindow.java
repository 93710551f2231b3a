package org.huizhu.gateway.console.counter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huizhu.gateway.console.MatterKind;
import org.huizhu.gateway.console.ResidentFile;
import org.huizhu.gateway.pages.Row;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands at the window, masked, and what they can apply for with what they hold. */
@Component
class PersonAtWindow {

    private final Words words;

    PersonAtWindow(Words words) {
        this.words = words;
    }

    List<Row> rows(ResidentFile file, Locale language) {
        ResidentFile.Card card = file.certificate();
        return List.of(
                row("name", file.person().name(), language),
                row("id-number", file.person().idNumber(), language),
                row(
                        "certificate",
                        card == null
                                ? words.text("console.no-certificate", language)
                                : words.text(
                                        "console.card",
                                        language,
                                        words.text("value.category." + card.category(), language),
                                        words.text("value.level." + card.level(), language),
                                        words.text("value.status." + card.status(), language)),
                        language),
                row(
                        "expires",
                        card == null ? words.text("console.none", language) : words.date(card.expiresOn(), language),
                        language));
    }

    /** What fits; whether it may be filed today the service says. A death is reported for anybody. */
    static List<MatterKind> kinds(ResidentFile.@Nullable Card card) {
        boolean held = card != null && card.isHeld();
        String status = card == null ? "" : card.status();
        return Stream.of(MatterKind.values())
                .filter(kind -> switch (kind) {
                    case APPLY, MOVE_IN -> !held;
                    case RENEW -> held && !status.equals("FROZEN");
                    case CHANGE, REISSUE, REPLACE -> status.equals("ACTIVE");
                    case MOVE_OUT -> held;
                    case CANCEL -> true;
                    case DISPUTE -> false;
                })
                .toList();
    }

    private Row row(String key, String value, Locale language) {
        return new Row(words.text("console.row." + key, language), value);
    }
}
