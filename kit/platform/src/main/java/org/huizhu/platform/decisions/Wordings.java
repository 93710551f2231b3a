package org.huizhu.platform.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.Flag;
import org.huizhu.eligibility.Pack;
import org.huizhu.platform.packs.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of packs, which all residents share: kept once under their SHA-256, so that what was said to somebody can be
 * shown in those words for ever; and put together again with one resident's trace.
 */
final class Wordings {

    private static final List<String> WORDS =
            List.of("programme", "title", "owner", "pack", "delivery", "basis", "decisions");
    private static final List<String> CONDITION_WORDS = List.of("id", "kind", "effect", "text", "basis", "confidence");
    private static final List<String> VALUES = List.of("amount", "nextChange", "priority");
    private static final String CONDITIONS = "conditions";
    private static final String FLAGS = "flags";
    private static final String READS = "reads";

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final TransactionTemplate apart;
    private final Map<Pack, String> digests = new ConcurrentHashMap<>();
    private final Map<Map<String, String>, String> together = new ConcurrentHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> read = new ConcurrentHashMap<>();

    Wordings(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.named = new NamedParameterJdbcTemplate(database);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Under which digest the words of this pack are kept, as an assessment by it shows them. */
    String digestOf(Pack pack, Assessment assessment) {
        return digests.computeIfAbsent(pack, new_ -> keep(words(new_, assessment.toJson())));
    }

    private static Map<String, @Nullable Object> words(Pack pack, Map<String, @Nullable Object> whole) {
        Map<String, @Nullable Object> words = pick(whole, WORDS);
        List<Map<String, @Nullable Object>> conditions = new ArrayList<>();
        for (Map<String, @Nullable Object> condition : conditions(whole)) {
            Map<String, @Nullable Object> kept = pick(condition, CONDITION_WORDS);
            kept.put(READS, pack.reads(String.valueOf(condition.get("id"))));
            conditions.add(kept);
        }
        words.put(CONDITIONS, conditions);
        words.put(FLAGS, pack.flags().stream().map(Flag::toJson).toList());
        return words;
    }

    /** Under which digest it is kept which words, by programme and digest, were told to somebody together. */
    String digestOf(Map<String, String> wordings) {
        return together.computeIfAbsent(wordings, this::keep);
    }

    private String keep(Map<String, ?> words) {
        String json = JsonMapper.shared().writeValueAsString(words);
        String digest = Sha256.of(json);
        apart.executeWithoutResult(status -> database.update(
                "INSERT INTO decision_wording (digest, wording) VALUES (?, ?) ON DUPLICATE KEY UPDATE digest = digest",
                digest,
                json));
        return digest;
    }

    /** The answer in each programme of a trace. */
    Map<String, Standing> standing(String trace) {
        return programmes(Trace.read(trace)).stream()
                .collect(Collectors.toMap(own -> String.valueOf(own.get("programme")), Standing::of));
    }

    private List<Map<?, ?>> programmes(Map<String, @Nullable Object> trace) {
        String digest = ShortTrace.wordings(trace);
        return digest == null
                ? Trace.programmes(trace)
                : ShortTrace.programmes(trace, read.computeIfAbsent(digest, this::toldTogether));
    }

    private Map<String, @Nullable Object> toldTogether(String digest) {
        return Trace.read(wording(wordings(List.of(digest)), digest));
    }

    /**
     * The assessments behind a trace that was read, each by its programme and in the shape of the decision API.
     *
     * @param held the resident's facts as they are held, of which a trace of the present may tell
     */
    Map<String, Map<String, @Nullable Object>> explain(
            Map<String, @Nullable Object> read, Map<String, @Nullable Object> held) {
        FactsRead facts = ShortTrace.wordings(read) == null ? FactsRead.kept(Trace.facts(read)) : FactsRead.in(held);
        List<Map<?, ?>> programmes = programmes(read);
        Map<String, String> wordings = wordings(programmes.stream()
                .map(programme -> String.valueOf(programme.get("wording")))
                .toList());
        Map<String, Map<String, @Nullable Object>> explained = new LinkedHashMap<>();
        for (Map<?, ?> own : programmes) {
            String words = wording(wordings, String.valueOf(own.get("wording")));
            explained.put(String.valueOf(own.get("programme")), join(Trace.read(words), own, facts));
        }
        return explained;
    }

    private static String wording(Map<String, String> wordings, String digest) {
        return Objects.requireNonNull(wordings.get(digest), "words are kept");
    }

    private static Map<String, @Nullable Object> join(
            Map<String, @Nullable Object> words, Map<?, ?> own, FactsRead facts) {
        Map<String, @Nullable Object> whole = pick(words, WORDS);
        whole.put("outcome", own.get("outcome"));
        List<Map<String, @Nullable Object>> conditions = conditions(words);
        for (int i = 0; i < conditions.size(); i++) {
            conditions.get(i).put("result", Trace.result(String.valueOf(own.get("results")), i));
            conditions.get(i).put("facts", facts.of(conditions.get(i).remove(READS)));
        }
        whole.put(CONDITIONS, conditions);
        VALUES.forEach(name -> whole.put(name, own.get(name)));
        whole.put("blockedBy", blockedBy(String.valueOf(own.get("outcome")), conditions));
        whole.put("missing", Trace.atLength(String.valueOf(own.get("programme")), list(own.get("missing"))));
        whole.put(FLAGS, raised(list(words.get(FLAGS)), list(own.get(FLAGS))));
        whole.put("presumed", list(own.get("presumed")));
        return whole;
    }

    private static List<?> list(@Nullable Object list) {
        return list instanceof List<?> known ? known : List.of();
    }

    /** The words of flags; an older trace has them in itself. */
    private static List<?> raised(List<?> words, List<?> flags) {
        return flags.stream()
                .flatMap(flag ->
                        flag instanceof String id ? words.stream().filter(word -> isOf(word, id)) : Stream.of(flag))
                .toList();
    }

    private static boolean isOf(Object word, String id) {
        return word instanceof Map<?, ?> flag && id.equals(flag.get("id"));
    }

    /** The one condition that stands in the way while all others are met. */
    private static @Nullable Object blockedBy(String outcome, List<Map<String, @Nullable Object>> conditions) {
        List<Map<String, @Nullable Object>> inTheWay = conditions.stream()
                .filter(condition -> !"MET".equals(condition.get("result")))
                .toList();
        boolean alone =
                inTheWay.size() == 1 && "NOT_MET".equals(inTheWay.getFirst().get("result"));
        return alone && "NOT_ELIGIBLE".equals(outcome) ? inTheWay.getFirst().get("id") : null;
    }

    private Map<String, String> wordings(Collection<String> digests) {
        Map<String, String> wordings = new HashMap<>();
        if (!digests.isEmpty()) {
            named.query(
                    "SELECT digest, wording FROM decision_wording WHERE digest IN (:digests)",
                    Map.of("digests", digests),
                    row -> {
                        wordings.put(row.getString(1), row.getString(2));
                    });
        }
        return wordings;
    }

    private static Map<String, @Nullable Object> pick(Map<String, @Nullable Object> from, List<String> names) {
        Map<String, @Nullable Object> picked = new LinkedHashMap<>();
        names.stream().filter(from::containsKey).forEach(name -> picked.put(name, from.get(name)));
        return picked;
    }

    @SuppressWarnings("unchecked") // both come from Assessment.toJson, whose conditions are maps
    private static List<Map<String, @Nullable Object>> conditions(Map<String, @Nullable Object> json) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(json.get(CONDITIONS));
    }
}
