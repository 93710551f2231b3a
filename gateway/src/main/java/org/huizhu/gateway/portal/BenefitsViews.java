package org.huizhu.gateway.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huizhu.gateway.benefits.Benefits;
import org.huizhu.gateway.benefits.Benefits.Part;
import org.huizhu.gateway.explain.Explain;
import org.huizhu.gateway.explain.Explain.Answer;
import org.huizhu.gateway.explain.Explained;
import org.huizhu.gateway.pages.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells apart what was decided, what could not be asked, and what the reader may not see. */
@Component
class BenefitsViews {

    private static final Logger log = LoggerFactory.getLogger(BenefitsViews.class);

    private final Explain explain;
    private final Words words;

    BenefitsViews(Explain explain, Words words) {
        this.explain = explain;
        this.words = words;
    }

    BenefitsView of(Benefits benefits, Locale language) {
        List<Answer> answers = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        for (Part part : benefits.services()) {
            switch (part.status()) {
                case OK -> answers.add(new Answer(part.service(), part.decisions()));
                case UNAVAILABLE -> missing.add(part.service());
                case REFUSED -> withheld.add(part.service());
                case UNKNOWN_RESIDENT -> log.debug("{} does not know the resident yet", part.service());
            }
        }
        Explained explained = explain.of(answers, language);
        missing.addAll(explained.unread());
        return new BenefitsView(
                explained.asOf(),
                explained.groups(),
                explained.monthly(),
                names(missing, language),
                names(withheld, language));
    }

    private List<String> names(List<String> services, Locale language) {
        return services.stream()
                .map(service -> words.known("service", service, language))
                .toList();
    }
}
