package org.huizhu.gateway.desk.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.desk.Heard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The entries of all services as one list, the newest first; a service that does not answer costs its own entries. */
@Component
class AuditTrail {

    private static final long NEWEST = Long.MAX_VALUE;

    private final AskServices services;

    AuditTrail(AskServices services) {
        this.services = services;
    }

    /** One entry as its service wrote it; {@code account}: the name of the account that did it, if it is known. */
    record Entry(
            String service,
            long id,
            Instant at,
            JsonNode said,
            @Nullable String account) {}

    /**
     * One page of them.
     *
     * @param away services that did not answer
     * @param next where the next page begins; null behind the last
     */
    record Page(
            List<Entry> entries,
            List<String> away,
            @Nullable Marks next) {}

    /** The services whose logs are wanted. */
    List<String> logs(Wanted wanted) {
        List<String> all = services.all();
        return all.contains(wanted.service()) ? List.of(wanted.service()) : all;
    }

    /**
     * What stands in the log for whoever is looked for; an empty text for anybody; nothing if there is no such account, and
     * also while nobody can be asked for its name.
     */
    Optional<String> actor(Wanted wanted, Locale language) {
        if (wanted.who().isEmpty() || wanted.subject().isPresent()) {
            return Optional.of(wanted.who());
        }
        Question question = Question.get("identity", "/api/identity/staff-names?username={username}", wanted.who());
        return services.ask(question, language)
                .said()
                .flatMap(body -> body.path("items").valueStream().findFirst())
                .map(account -> account.path("subject").asString(""));
    }

    Page page(Wanted wanted, String actor, Marks before, int size, Locale language) {
        List<String> asked = logs(wanted);
        List<Answer> answers = services.askAll(
                asked.stream()
                        .map(name -> wanted.question(name, actor, before.of(name, NEWEST), size))
                        .toList(),
                language);
        List<String> away = new ArrayList<>();
        Set<String> more = new HashSet<>();
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String name = asked.get(i);
            JsonNode said = Heard.of(answers.get(i)).orElse(null);
            if (said == null) {
                away.add(name);
            } else {
                said.path("items").forEach(item -> all.add(entry(name, item)));
                if (said.path("before").isNumber()) {
                    more.add(name);
                }
            }
        }
        all.sort(Comparator.comparing(Entry::at).reversed().thenComparing(Entry::service));
        List<Entry> page = all.subList(0, Math.min(size, all.size()));
        boolean last = page.size() == all.size() && more.isEmpty();
        return new Page(named(page, language), away, last ? null : after(page, before));
    }

    private static Marks after(List<Entry> page, Marks before) {
        Map<String, Long> places = new TreeMap<>(before.places());
        page.forEach(entry -> places.put(entry.service(), entry.id()));
        return new Marks(places);
    }

    private static Entry entry(String service, JsonNode item) {
        return new Entry(
                service, item.path("id").asLong(), Instant.parse(item.path("at").asString()), item, null);
    }

    /** With the names of accounts, as far as identity knows them and is there. */
    List<Entry> named(List<Entry> entries, Locale language) {
        List<String> actors = entries.stream()
                .map(entry -> entry.said().path("actor").asString(""))
                .filter(actor -> !actor.isEmpty())
                .distinct()
                .toList();
        if (actors.isEmpty()) {
            return List.copyOf(entries);
        }
        String query = String.join("&", actors.stream().map(_ -> "subject={s}").toList());
        Map<String, String> names = new HashMap<>();
        services.ask(Question.get("identity", "/api/identity/staff-names?" + query, actors.toArray()), language)
                .said()
                .ifPresent(body -> body.path("items")
                        .forEach(account -> names.put(
                                account.path("subject").asString(""),
                                account.path("username").asString(""))));
        return entries.stream()
                .map(entry -> new Entry(
                        entry.service(),
                        entry.id(),
                        entry.at(),
                        entry.said(),
                        names.get(entry.said().path("actor").asString(""))))
                .toList();
    }
}
