package org.huizhu.gateway.console.counter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huizhu.gateway.console.Disability;
import org.huizhu.gateway.console.MatterKind;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.RealDay;

/** What the clerk enters for the person at the window; which of it is asked follows from the kind of matter. */
record Application(
        String reason,
        @RealDay DateParts on,
        String area,
        String category,
        String level,
        String vision,
        String hearing,
        String speech,
        String limb,
        String intellectual,
        String mental,
        @RealDay DateParts issuedOn,
        String lostCards,
        List<String> documents,
        String remark) {

    /** The fields without which that kind cannot be filed. */
    static Set<String> needed(MatterKind kind) {
        return switch (kind) {
            case CANCEL -> Set.of("reason");
            case MOVE_OUT -> Set.of("area");
            case MOVE_IN -> Set.of("area", "category", "level", "issuedOn");
            case APPLY, RENEW, CHANGE, REISSUE, REPLACE, DISPUTE -> Set.of();
        };
    }

    boolean lacks(String field) {
        return switch (field) {
            case "reason" -> reason.isEmpty();
            case "area" -> area.isEmpty();
            case "category" -> category.isEmpty();
            case "level" -> level.isEmpty();
            case "issuedOn" -> issuedOn.isBlank();
            default -> false;
        };
    }

    /** Whether lost cards are counted in a number that a person can have. */
    boolean isLostCardsUnreadable() {
        return !lostCards.matches("\\d{0,2}");
    }

    /** The body that identity understands. */
    Map<String, Object> asRequest(MatterKind kind, String resident) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind.name());
        body.put("residentId", resident);
        body.put("documents", documents);
        if (!remark.isEmpty()) {
            body.put("remark", remark);
        }
        Map<String, Object> details = details(kind);
        if (!details.isEmpty()) {
            body.put("details", details);
        }
        return body;
    }

    private Map<String, Object> details(MatterKind kind) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (kind == MatterKind.CANCEL) {
            details.put("reason", reason);
            on.date().map(LocalDate::toString).ifPresent(date -> details.put("on", date));
        }
        if (kind == MatterKind.MOVE_OUT || kind == MatterKind.MOVE_IN) {
            details.put("area", area);
        }
        if (kind == MatterKind.MOVE_IN) {
            details.put("certificate", certificate());
        }
        return details;
    }

    private Map<String, Object> certificate() {
        Map<String, Object> card = new LinkedHashMap<>();
        new Disability(
                        category,
                        Disability.level(level),
                        Map.of(
                                "vision", Disability.level(vision),
                                "hearing", Disability.level(hearing),
                                "speech", Disability.level(speech),
                                "limb", Disability.level(limb),
                                "intellectual", Disability.level(intellectual),
                                "mental", Disability.level(mental)))
                .into(card);
        issuedOn.date().map(LocalDate::toString).ifPresent(date -> card.put("issuedOn", date));
        if (!lostCards.isEmpty()) {
            card.put("lostCards", Integer.parseInt(lostCards));
        }
        return card;
    }

    /** The last part of the address of the form for that kind. */
    static String slug(MatterKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
