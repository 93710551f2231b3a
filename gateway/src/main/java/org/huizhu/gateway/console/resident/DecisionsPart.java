package org.huizhu.gateway.console.resident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huizhu.gateway.benefits.Benefits;
import org.huizhu.gateway.benefits.Benefits.Part;
import org.huizhu.gateway.benefits.Benefits.Status;
import org.huizhu.gateway.benefits.BenefitsRefused;
import org.huizhu.gateway.benefits.ReadBenefits;
import org.huizhu.gateway.explain.Explain;
import org.huizhu.gateway.explain.Explained;
import org.huizhu.gateway.explain.OutcomeGroup;
import org.huizhu.gateway.pages.Words;
import org.springframework.stereotype.Component;

/** What the four services decided about somebody, with reasons, and which of them did not say. */
@Component
class DecisionsPart {

    private final ReadBenefits benefits;
    private final Explain explain;
    private final Words words;

    DecisionsPart(ReadBenefits benefits, Explain explain, Words words) {
        this.benefits = benefits;
        this.explain = explain;
        this.words = words;
    }

    /** {@code away} and {@code withheld}: the names of services; {@code refused}: none of them shows it to this office. */
    record View(String asOf, List<OutcomeGroup> groups, List<String> away, List<String> withheld, boolean refused) {}

    View of(UUID resident, Locale language) {
        try {
            return view(benefits.of(resident), language);
        } catch (BenefitsRefused none) {
            boolean forbidden = none.problem().status().value() == 403;
            return new View("", List.of(), List.of(), List.of(), forbidden);
        }
    }

    private View view(Benefits all, Locale language) {
        List<String> away = names(all, Status.UNAVAILABLE);
        Explained explained = explain.of(
                all.services().stream()
                        .filter(part -> part.status() == Status.OK)
                        .map(part -> new Explain.Answer(part.service(), part.decisions()))
                        .toList(),
                language);
        away.addAll(explained.unread());
        return new View(
                explained.asOf(),
                explained.groups(),
                known(away, language),
                known(names(all, Status.REFUSED), language),
                false);
    }

    private static List<String> names(Benefits all, Status status) {
        return new ArrayList<>(all.services().stream()
                .filter(part -> part.status() == status)
                .map(Part::service)
                .toList());
    }

    private List<String> known(List<String> services, Locale language) {
        return services.stream()
                .map(service -> words.known("service", service, language))
                .toList();
    }
}
