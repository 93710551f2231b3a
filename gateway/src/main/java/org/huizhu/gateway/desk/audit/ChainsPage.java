package org.huizhu.gateway.desk.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.desk.Heard;
import org.huizhu.gateway.desk.Paged;
import org.huizhu.gateway.desk.audit.LastVerified.Verdict;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Whether the log of each service is whole: recomputed now, link by link. */
@Controller
class ChainsPage {

    private static final String ADDRESS = AuditPage.ADDRESS + "/chains";

    private final AskServices services;
    private final LastVerified last;
    private final InstantSource clock;
    private final Words words;

    ChainsPage(AskServices services, LastVerified last, InstantSource clock, Words words) {
        this.services = services;
        this.last = last;
        this.clock = clock;
        this.words = words;
    }

    /** One log in words. {@code state}: WHOLE, BROKEN, PARTLY or AWAY. */
    record Chain(
            String name,
            String state,
            String text,
            @Nullable String before,
            @Nullable String note) {}

    /** {@code after}: where to go on in those logs that were too long for one go; the others are left as they were. */
    @GetMapping(ADDRESS)
    @PreAuthorize(AuditPage.MAY)
    String show(@RequestParam(defaultValue = "") String after, Locale language, Model model) {
        Marks marks = Marks.read(after);
        List<String> all = services.all();
        List<String> asked = marks.equals(Marks.NONE)
                ? all
                : all.stream().filter(name -> marks.places().containsKey(name)).toList();
        List<Answer> answers = services.askAllPatiently(
                asked.stream()
                        .map(name -> Question.get(
                                name,
                                "/api/" + name + "/audit/verification?after={after}",
                                last.after(name, marks.of(name, 0))))
                        .toList(),
                language);
        List<Chain> chains = new ArrayList<>();
        Map<String, Long> further = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            chains.add(chain(asked.get(i), answers.get(i), further, language));
        }
        model.addAttribute("chains", chains);
        model.addAttribute(
                "broken",
                chains.stream().filter(chain -> chain.state().equals("BROKEN")).toList());
        model.addAttribute("further", further.isEmpty() ? null : ADDRESS + "?after=" + new Marks(further).text());
        return "desk/audit-chains";
    }

    private Chain chain(String service, Answer answer, Map<String, Long> further, Locale language) {
        String name = words.known("service", service, language);
        Verdict before = last.of(service).orElse(null);
        JsonNode said = Heard.of(answer).orElse(null);
        if (said == null) {
            return new Chain(
                    name, "AWAY", words.text("desk.chain.AWAY.text", language), before(before, language), null);
        }
        Verdict verdict = verdict(said);
        last.found(service, verdict);
        if (!verdict.complete()) {
            further.put(service, verdict.to());
        }
        return new Chain(
                name,
                verdict.kind() != null ? "BROKEN" : verdict.complete() ? "WHOLE" : "PARTLY",
                text(said, verdict, language),
                words.text("desk.chain.now", language, words.moment(verdict.at(), language)),
                verdict.topicRead() ? null : words.text("desk.chain.topic", language));
    }

    private Verdict verdict(JsonNode said) {
        JsonNode fault = said.path("fault");
        JsonNode place = fault.path("seq").isNumber() ? fault.path("seq") : fault.path("entryId");
        return new Verdict(
                clock.instant(),
                said.path("verifiedTo").asLong(0),
                said.path("complete").asBoolean(false),
                fault.isObject() ? fault.path("kind").asString("other") : null,
                place.isNumber() ? place.asLong() : null,
                said.path("topicRead").asBoolean(false));
    }

    private String text(JsonNode said, Verdict verdict, Locale language) {
        String kind = verdict.kind();
        if (kind != null) {
            String what = words.known("desk.chain.fault", kind, language);
            Long place = verdict.place();
            return place == null
                    ? what
                    : words.text("desk.chain.fault.at", language, Paged.number(place, words, language), what);
        }
        String to = Paged.number(verdict.to(), words, language);
        return verdict.complete()
                ? words.text(
                        "desk.chain.WHOLE.text",
                        language,
                        Paged.number(said.path("entries").asLong(0), words, language))
                : words.text("desk.chain.PARTLY.text", language, to);
    }

    /** What was found before, for a log that cannot be looked at now. */
    private @Nullable String before(@Nullable Verdict verdict, Locale language) {
        if (verdict == null) {
            return null;
        }
        String state = Objects.requireNonNullElse(verdict.kind(), "").isEmpty()
                ? verdict.complete() ? "WHOLE" : "PARTLY"
                : "BROKEN";
        return words.text(
                "desk.chain.before",
                language,
                words.moment(verdict.at(), language),
                words.text("desk.chain." + state, language));
    }
}
