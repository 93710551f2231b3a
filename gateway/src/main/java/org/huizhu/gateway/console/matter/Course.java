package org.huizhu.gateway.console.matter;

import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.console.MatterFile;
import org.huizhu.gateway.console.MatterKind;
import org.huizhu.gateway.console.MatterStep;
import org.huizhu.gateway.pages.Step;
import org.huizhu.gateway.pages.Words;

/** The way that a matter goes when nothing stops it, and how far along it is. */
final class Course {

    private static final List<String> ASSESSED =
            List.of("FILED", "ACCEPTED", "ASSESSING", "NOTICE", "REVIEW", "READY", "END");
    private static final List<String> REVIEWED = List.of("FILED", "REVIEW", "READY", "END");
    private static final List<String> PLAIN = List.of("FILED", "READY", "END");
    private static final List<String> DISPUTED = List.of("AT_CITY", "CITY_FOUND", "AT_PROVINCE", "END");

    private Course() {}

    /** Empty for one that ended on another way: refused, withdrawn, closed, handed over. */
    static List<Step> of(MatterFile file, Words words, Locale language) {
        MatterStep step = MatterStep.of(file.matter().step()).orElse(MatterStep.CLOSED);
        if (step.isEnd() && step != MatterStep.ISSUED && step != MatterStep.DONE) {
            return List.of();
        }
        List<String> places = places(file);
        int current = step.isEnd() ? places.size() : Math.max(0, places.indexOf(place(step)));
        return Step.at(
                current,
                places.stream()
                        .map(place -> words.text("console.course." + place, language))
                        .toList());
    }

    private static String place(MatterStep step) {
        return switch (step) {
            case RETURNED -> "FILED";
            case AT_HOSPITAL, HOME_VISIT -> "ASSESSING";
            default -> step.name();
        };
    }

    private static List<String> places(MatterFile file) {
        String kind = file.matter().kind();
        boolean elsewhere =
                file.results().stream().anyMatch(result -> result.source().equals("CROSS_PROVINCE"));
        boolean assessed = file.history().stream().anyMatch(entry -> entry.to().equals(MatterStep.ACCEPTED.name()));
        if (kind.equals(MatterKind.DISPUTE.name())) {
            return DISPUTED;
        }
        if (!elsewhere && (assessed || kind.equals(MatterKind.APPLY.name()) || kind.equals(MatterKind.CHANGE.name()))) {
            return ASSESSED;
        }
        return elsewhere || kind.equals(MatterKind.RENEW.name()) || kind.equals(MatterKind.CANCEL.name())
                ? REVIEWED
                : PLAIN;
    }
}
