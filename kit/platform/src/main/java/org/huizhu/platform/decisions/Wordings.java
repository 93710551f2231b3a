package org.huizhu.platform.decisions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.huizhu.eligibility.Assessment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Splits an assessment into the pack's words, which all residents share and which are kept once, and the trace, which is
 * one resident's own; and puts the two together again.
 */
final class Wordings {

    private static final List<String> WORDS =
            List.of("programme", "title", "owner", "pack", "delivery", "basis", "decisions");
    private static final List<String> OWN =
            List.of("outcome", "amount", "missing", "blockedBy", "nextChange", "flags", "presumed", "priority");
    private static final List<String> CONDITION_WORDS = List.of("id", "kind", "effect", "text", "basis", "confidence");

    private static final List<String> CONDITION_OWN = List.of("id", "result", "facts");

    private final JdbcTemplate database;
    private final TransactionTemplate apart;
    private final Map<String, String> digests = new ConcurrentHashMap<>();

    Wordings(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The two halves of an assessment: the digest of its words, and its trace as JSON. */
    record Halves(String wording, String trace) {}

    Halves split(Assessment assessment) {
        Map<String, @Nullable Object> whole = assessment.toJson();
        String digest =
                digests.computeIfAbsent(assessment.programme() + "/" + assessment.pack(), pack -> keep(words(whole)));
        return new Halves(digest, JsonMapper.shared().writeValueAsString(trace(whole)));
    }

    private static Map<String, @Nullable Object> words(Map<String, @Nullable Object> whole) {
        Map<String, @Nullable Object> words = pick(whole, WORDS);
        words.put("conditions", pickEach(conditions(whole), CONDITION_WORDS));
        return words;
    }

    private static Map<String, @Nullable Object> trace(Map<String, @Nullable Object> whole) {
        Map<String, @Nullable Object> trace = pick(whole, OWN);
        trace.put("conditions", pickEach(conditions(whole), CONDITION_OWN));
        return trace;
    }

    /** Words and trace as one, in the shape of the decision API. */
    static Map<String, @Nullable Object> join(String wording, String trace) {
        Map<String, @Nullable Object> whole = read(wording);
        Map<String, @Nullable Object> own = read(trace);
        Map<@Nullable Object, Map<String, @Nullable Object>> results = new LinkedHashMap<>();
        conditions(own).forEach(condition -> results.put(condition.get("id"), condition));
        conditions(whole).forEach(condition -> condition.putAll(results.getOrDefault(condition.get("id"), Map.of())));
        OWN.forEach(name -> whole.put(name, own.get(name)));
        return whole;
    }

    private String keep(Map<String, @Nullable Object> words) {
        String json = JsonMapper.shared().writeValueAsString(words);
        String digest = sha256(json);
        apart.executeWithoutResult(status -> database.update(
                "INSERT INTO decision_wording (digest, wording) VALUES (?, ?) ON DUPLICATE KEY UPDATE digest = digest",
                digest,
                json));
        return digest;
    }

    private static Map<String, @Nullable Object> pick(Map<String, @Nullable Object> from, List<String> names) {
        Map<String, @Nullable Object> picked = new LinkedHashMap<>();
        names.stream().filter(from::containsKey).forEach(name -> picked.put(name, from.get(name)));
        return picked;
    }

    private static List<Map<String, @Nullable Object>> pickEach(
            List<Map<String, @Nullable Object>> from, List<String> names) {
        List<Map<String, @Nullable Object>> picked = new ArrayList<>();
        for (Map<String, @Nullable Object> each : from) {
            picked.add(pick(each, names));
        }
        return picked;
    }

    @SuppressWarnings("unchecked") // both come from Assessment.toJson, whose conditions are maps
    private static List<Map<String, @Nullable Object>> conditions(Map<String, @Nullable Object> json) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(json.get("conditions"));
    }

    @SuppressWarnings("unchecked") // a JSON object is a map
    private static Map<String, @Nullable Object> read(String json) {
        return JsonMapper.shared().readValue(json, Map.class);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
