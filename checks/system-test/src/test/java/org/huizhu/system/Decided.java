package org.huizhu.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.Assessment;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.Outcome;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.eligibility.Subject;
import org.huizhu.local.platform.Part;
import org.huizhu.local.servers.Distribution;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what the services have stored against what the rules say of the facts that identity published last, computed
 * here, in one go and undisturbed.
 */
final class Decided {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<Subject, FactModel> MODELS = Map.of(
            Subject.RESIDENT, FactModel.fromSchema(Schemas.RESIDENT_FACTS.text()),
            Subject.EMPLOYER, FactModel.fromSchema(Schemas.EMPLOYER_FACTS.text()));
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final List<String> TOLD =
            List.of("amount", "missing", "nextChange", "flags", "presumed", "priority");

    private final Platform platform;
    private final Map<Part, RulePacks> packs = new HashMap<>();
    private final Map<String, Long> checked = new HashMap<>();

    Decided(Platform platform) throws Exception {
        this.platform = platform;
        for (Part service : Platform.DECIDING) {
            Path rules = Distribution.project().resolve(service.word() + "-service/src/main/resources/rules");
            packs.put(service, RulePacks.load(MODELS, PackSource.in(rules), Set.of()));
        }
    }

    /** One resident's newest facts. */
    private record Facts(String residentId, long version, Map<String, Object> tree) {}

    /** A decision as it was remembered when it changed. */
    private record Row(String outcome, Long amountFen) {

        static Row of(JsonNode programme) {
            JsonNode yuan = programme.path("amount").path("yuan");
            return new Row(
                    programme.required("outcome").asString(),
                    yuan.isMissingNode()
                            ? null
                            : new BigDecimal(yuan.asString()).movePointRight(2).longValueExact());
        }
    }

    /** A resident's assessment as stored, and the facts that the service holds and explains it with. */
    private record Stored(LocalDate asOf, String trace, long version, String facts) {}

    /** The words that stand for the programmes of an assessment, by the digest that its trace names. */
    private record Wordings(Map<String, List<String>> programmes) {}

    /**
     * Fails unless every resident has every decision that the rules give, and no other; gives how many residents were
     * looked at. Those whose facts are the same as at an earlier call are not looked at again.
     */
    int checkNew() throws SQLException {
        Map<String, Facts> newest = newestFacts();
        assertThat(newest.size()).as("residents on the topic").isEqualTo((int)
                platform.database(Part.IDENTITY).number("SELECT COUNT(*) FROM resident"));
        List<Facts> toCheck = newest.values().stream()
                .filter(facts -> facts.version() > checked.getOrDefault(facts.residentId(), 0L))
                .toList();
        for (Part service : Platform.DECIDING) {
            check(service, newest.size(), toCheck);
        }
        toCheck.forEach(facts -> checked.put(facts.residentId(), facts.version()));
        return toCheck.size();
    }

    private void check(Part service, int residents, List<Facts> toCheck) throws SQLException {
        Map<String, Stored> stored = assessed(service);
        assertThat(stored).as("residents decided by " + service.word()).hasSize(residents);
        Map<String, Map<String, Row>> decisions = decisions(service);
        Wordings wordings = wordings(service);
        RulePacks rules = packs.get(service);
        toCheck.parallelStream()
                .forEach(facts -> check(
                        rules,
                        wordings,
                        facts,
                        stored.get(facts.residentId()),
                        decisions.getOrDefault(facts.residentId(), Map.of())));
    }

    private static void check(
            RulePacks rules, Wordings wordings, Facts facts, Stored stored, Map<String, Row> decisions) {
        assertThat(stored.version()).as("facts of " + facts.residentId()).isEqualTo(facts.version());
        assertThat(JSON.readTree(stored.facts()))
                .as("facts of " + facts.residentId())
                .isEqualTo(read(facts.tree()));
        List<Assessment> expected = rules.assess(facts.tree(), stored.asOf());
        JsonNode trace = JSON.readTree(stored.trace());
        assertThat(wordings.programmes().get(trace.required("wordings").asString()))
                .as("programmes of " + facts.residentId())
                .isEqualTo(expected.stream().map(Assessment::programme).toList());
        assertThat(trace.required("answers")).as(facts.residentId()).hasSameSizeAs(expected);
        Map<String, Row> decided = new HashMap<>(decisions);
        for (int i = 0; i < expected.size(); i++) {
            Assessment assessment = expected.get(i);
            String what = assessment.programme() + " of " + facts.residentId();
            assertThat(trace(trace, i, assessment.programme())).as(what).isEqualTo(trace(assessment));
            checkDecision(what, assessment, decided.remove(assessment.programme()));
        }
        assertThat(decided).as("decisions on other programmes").isEmpty();
    }

    /** A plain no is a decision only of who had another answer before. */
    private static void checkDecision(String what, Assessment assessment, Row decision) {
        if (decision == null) {
            assertThat(assessment.outcome()).as(what).isEqualTo(Outcome.NOT_ELIGIBLE);
        } else {
            assertThat(decision.outcome())
                    .as(what)
                    .isEqualTo(assessment.outcome().name());
            assertThat(decision.amountFen()).as(what).isEqualTo(amountFen(assessment));
        }
    }

    private static Long amountFen(Assessment assessment) {
        return assessment.amount() == null || assessment.amount().yuan() == null
                ? null
                : assessment.amount().yuan().movePointRight(2).longValueExact();
    }

    /** What the stored trace must say of an assessment. */
    private static Map<String, Object> trace(Assessment assessment) {
        Map<String, Object> trace = new LinkedHashMap<>();
        JsonNode whole = read(assessment.toJson());
        TOLD.forEach(name -> trace.put(name, said(inShort(name, whole.get(name), assessment.programme()))));
        trace.put(
                "answer",
                (assessment.outcome() == Outcome.NEEDS_INFORMATION
                                ? "I"
                                : assessment.outcome().name().substring(0, 1))
                        + assessment.conditions().stream()
                                .map(condition -> condition.result().name().substring(0, 1))
                                .collect(Collectors.joining()));
        return trace;
    }

    /** Flags by their id, a programme's own questions by theirs behind a dot. */
    private static JsonNode inShort(String name, JsonNode whole, String programme) {
        String own = "answers." + programme;
        return switch (name) {
            case "flags" ->
                read(whole.valueStream().map(flag -> flag.required("id")).toList());
            case "missing" ->
                read(whole.valueStream()
                        .map(JsonNode::asString)
                        .map(path -> path.startsWith(own + ".") ? path.substring(own.length()) : path)
                        .toList());
            default -> whole;
        };
    }

    private static Map<String, Object> trace(JsonNode stored, int number, String programme) {
        Map<String, Object> trace = new LinkedHashMap<>();
        JsonNode more = stored.required("more").path(programme);
        TOLD.forEach(name -> trace.put(name, said(more.get(name))));
        trace.put("answer", stored.required("answers").get(number).asString());
        return trace;
    }

    /** As it comes back from a database: a number there is no longer of the type that it was in memory. */
    private static JsonNode read(Object value) {
        return JSON.readTree(JSON.writeValueAsString(value));
    }

    /** Null and an empty list are left out of the trace. */
    private static Object said(JsonNode value) {
        return value == null || value.isNull() || (value.isArray() && value.isEmpty()) ? null : value;
    }

    private Map<String, Stored> assessed(Part service) throws SQLException {
        Map<String, Stored> rows = new HashMap<>();
        platform.database(service)
                .each(
                        "SELECT a.resident_id, a.as_of, a.trace, f.version, f.facts FROM assessment a"
                                + " JOIN resident_facts f ON f.resident_id = a.resident_id",
                        row -> rows.put(
                                row.getString(1),
                                new Stored(
                                        row.getObject(2, LocalDate.class),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getString(5))));
        return rows;
    }

    private Wordings wordings(Part service) throws SQLException {
        Map<String, List<String>> programmes = new HashMap<>();
        platform.database(service)
                .each(
                        "SELECT digest, wording FROM decision_wording",
                        row -> programmes.put(
                                row.getString(1),
                                List.copyOf(JSON.readTree(row.getString(2)).propertyNames())));
        return new Wordings(programmes);
    }

    /** What each resident's decisions became when they changed last. */
    private Map<String, Map<String, Row>> decisions(Part service) throws SQLException {
        Map<String, Map<String, Row>> rows = new HashMap<>();
        platform.database(service).each("SELECT resident_id, trace FROM decision_changes ORDER BY id", row -> {
            Map<String, Row> own = rows.computeIfAbsent(row.getString(1), id -> new HashMap<>());
            JSON.readTree(row.getString(2))
                    .required("programmes")
                    .forEach(each -> own.put(each.required("programme").asString(), Row.of(each)));
        });
        return rows;
    }

    private Map<String, Facts> newestFacts() {
        Map<String, Facts> newest = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : sound(org.huizhu.contracts.Topics.RESIDENT)) {
            Map<String, Object> tree = JSON.readValue(record.value(), TREE);
            long version = ((Number) tree.get("version")).longValue();
            newest.merge(
                    record.key(),
                    new Facts(record.key(), version, tree),
                    (held, next) -> next.version() > held.version() ? next : held);
        }
        return newest;
    }

    /** Fails unless versions of one resident rise in the order of the topic, repeats of a record apart. */
    void checkOrder() {
        Map<String, Long> highest = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : sound(org.huizhu.contracts.Topics.RESIDENT)) {
            if (seen.add(Topics.headers(record).get("ce_id"))) {
                long version = JSON.readTree(record.value()).required("version").asLong();
                assertThat(version)
                        .as("version of " + record.key() + " at " + record.partition() + "@" + record.offset())
                        .isGreaterThan(highest.getOrDefault(record.key(), 0L));
                highest.put(record.key(), version);
            }
        }
    }

    /** Fails if a change was told as two events, or the changes of one decision out of order. */
    void checkTold(Part service) {
        Set<String> seen = new HashSet<>();
        Map<String, Long> highest = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record :
                platform.topics().all(org.huizhu.contracts.Topics.decisions(service.word()))) {
            if (seen.add(Topics.headers(record).get("ce_id"))) {
                JsonNode told = JSON.readTree(record.value());
                long version = told.required("factsVersion").asLong();
                for (JsonNode changed : told.required("decisions")) {
                    String decision =
                            record.key() + " " + changed.required("programme").asString();
                    assertThat(version).as(decision).isGreaterThan(highest.getOrDefault(decision, 0L));
                    highest.put(decision, version);
                }
            }
        }
    }

    /** Without what a test broke on purpose. */
    private List<ConsumerRecord<String, byte[]>> sound(String topic) {
        return platform.topics().all(topic).stream()
                .filter(record ->
                        !Topics.headers(record).getOrDefault("ce_id", "").startsWith("test-"))
                .filter(record -> new String(record.value(), StandardCharsets.UTF_8).startsWith("{"))
                .toList();
    }
}
