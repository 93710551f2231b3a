package org.huizhu.gateway.portal.matters;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huizhu.gateway.forms.DateParts;
import org.huizhu.gateway.forms.Form;
import org.huizhu.gateway.forms.RealDay;

/**
 * What is filled in for a matter; each kind asks for a part of it. The six levels are those of a multiple disability.
 */
record Filing(
        List<String> documents,
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
        @Size(max = 500, message = "{matter.remark.long}") String remark,
        boolean sure) {

    static final String MULTIPLE = "MULTIPLE";

    private static final String DOCUMENTS = "documents";
    private static final String NUMBER = "[0-9]{1,2}";

    static Filing blank() {
        return new Filing(List.of(), "", "", "", "", "", "", "", "", "", DateParts.BLANK, "", "", false);
    }

    /** The request to identity. */
    Map<String, Object> request(Kind kind, UUID resident) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("kind", kind.name());
        request.put("residentId", resident.toString());
        request.put(DOCUMENTS, documents);
        if (!remark.isEmpty()) {
            request.put("remark", remark);
        }
        Map<String, Object> details = details(kind);
        if (!details.isEmpty()) {
            request.put("details", details);
        }
        return request;
    }

    private Map<String, Object> details(Kind kind) {
        return switch (kind) {
            case CANCEL -> Map.of("reason", "OWN_REQUEST");
            case MOVE_OUT -> Map.of("area", area);
            case MOVE_IN -> Map.of("area", area, "certificate", card());
            case APPLY, RENEW, CHANGE, REISSUE, REPLACE -> Map.of();
        };
    }

    private Map<String, Object> card() {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("category", category);
        number(level).ifPresent(given -> card.put("level", given));
        if (category.equals(MULTIPLE)) {
            card.put("components", components());
        }
        issuedOn.date().map(LocalDate::toString).ifPresent(day -> card.put("issuedOn", day));
        number(lostCards).ifPresent(given -> card.put("lostCards", given));
        return card;
    }

    private List<Map<String, Object>> components() {
        Map<String, String> levels = new LinkedHashMap<>();
        levels.put("VISION", vision);
        levels.put("HEARING", hearing);
        levels.put("SPEECH", speech);
        levels.put("LIMB", limb);
        levels.put("INTELLECTUAL", intellectual);
        levels.put("MENTAL", mental);
        List<Map<String, Object>> components = new ArrayList<>();
        levels.forEach((part, typed) ->
                number(typed).ifPresent(given -> components.add(Map.of("category", part, "level", given))));
        return components;
    }

    private static Optional<Integer> number(String typed) {
        return Optional.of(typed).filter(text -> text.matches(NUMBER)).map(Integer::valueOf);
    }

    /** The form's field for what identity calls it. */
    static Map<String, String> fields() {
        return Map.of(
                DOCUMENTS,
                DOCUMENTS,
                "remark",
                "remark",
                "details.area",
                "area",
                "details.certificate.category",
                "category",
                "details.certificate.components",
                "category",
                "details.certificate.level",
                "level",
                "details.certificate.issuedOn",
                "issuedOn",
                "details.certificate.lostCards",
                "lostCards");
    }

    /** Leaves nothing of another kind's questions in it. */
    static void onlyAsked(Kind kind, Form<Filing> form) {
        if (kind != Kind.MOVE_IN) {
            form.onlyFaultsOf(java.util.Set.of(DOCUMENTS, "area", "remark", "sure"));
        }
    }

    /** The remark may be personal. */
    @Override
    public String toString() {
        return "Filing" + documents;
    }
}
