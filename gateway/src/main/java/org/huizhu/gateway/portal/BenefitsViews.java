package org.huizhu.gateway.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.huizhu.gateway.benefits.Benefits;
import org.huizhu.gateway.benefits.Benefits.Part;
import org.huizhu.gateway.portal.BenefitsView.Group;
import org.huizhu.gateway.portal.BenefitsView.Programme;
import org.huizhu.gateway.portal.Decision.Amount;
import org.huizhu.gateway.portal.Decision.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sorts what the services said into what the reader wants to know. */
@Component
class BenefitsViews {

    private static final Logger log = LoggerFactory.getLogger(BenefitsViews.class);

    private final ProgrammeViews programmes;
    private final Words words;
    private final JsonMapper json;

    BenefitsViews(ProgrammeViews programmes, Words words, JsonMapper json) {
        this.programmes = programmes;
        this.words = words;
        this.json = json;
    }

    private record Decided(String service, Decision decision) {}

    BenefitsView of(Benefits benefits, Locale language) {
        List<Decided> decided = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        for (Part part : benefits.services()) {
            switch (part.status()) {
                case OK -> read(part, decided, missing);
                case UNAVAILABLE -> missing.add(part.service());
                case REFUSED -> withheld.add(part.service());
                case UNKNOWN_RESIDENT -> log.debug("{} does not know the resident yet", part.service());
            }
        }
        return new BenefitsView(
                asOf(decided, language),
                groups(decided, language),
                monthly(decided, language),
                names(missing, language),
                names(withheld, language));
    }

    /** An answer that cannot be read counts as none: it must not take the rest of the page with it. */
    private void read(Part part, List<Decided> decided, List<String> missing) {
        try {
            decided.addAll(part.decisions().stream()
                    .map(node -> new Decided(part.service(), json.treeToValue(node, Decision.class)))
                    .toList());
        } catch (JacksonException e) {
            log.atError()
                    .addKeyValue("service", part.service())
                    .setCause(e)
                    .log("Decisions of a service were not understood");
            missing.add(part.service());
        }
    }

    private String asOf(List<Decided> decided, Locale language) {
        return decided.stream()
                .map(one -> one.decision().asOf())
                .min(LocalDate::compareTo)
                .map(date -> words.date(date, language))
                .orElse("");
    }

    private List<Group> groups(List<Decided> decided, Locale language) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> group(outcome, withOutcome(decided, outcome, language)))
                .filter(group -> group.count() > 0)
                .toList();
    }

    private static Group group(Outcome outcome, List<Programme> programmes) {
        return new Group(
                outcome,
                programmes.stream().filter(programme -> !programme.isPlainNo()).toList(),
                programmes.stream().filter(Programme::isPlainNo).toList());
    }

    private List<Programme> withOutcome(List<Decided> decided, Outcome outcome, Locale language) {
        return decided.stream()
                .filter(one -> one.decision().outcome() == outcome)
                .map(one -> programmes.of(one.service(), one.decision(), language))
                .toList();
    }

    @Nullable
    private String monthly(List<Decided> decided, Locale language) {
        BigDecimal sum = decided.stream()
                .map(Decided::decision)
                .filter(decision -> decision.outcome() == Outcome.ELIGIBLE)
                .map(Decision::amount)
                .filter(Objects::nonNull)
                .filter(amount -> "month".equals(amount.period()))
                .flatMap(amount -> Stream.ofNullable(amount.yuan()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 ? null : words.amount(new Amount(sum, "month"), language);
    }

    private List<String> names(List<String> services, Locale language) {
        return services.stream()
                .map(service -> words.known("service", service, language))
                .toList();
    }
}
