package org.huizhu.platform.assess;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.eligibility.FactCheck;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.Subject;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body member by member, so that each fault can be named where it is. */
final class ReadRequest {

    private static final List<String> MEMBERS = List.of("facts", "employer", "asOf", "answers", "draft");
    private static final List<String> OF_A_FILE = List.of("residentId", "employerId", "version");
    private static final int LONGEST_DRAFT = 100 * 1024;
    private static final int LONGEST_NAME = 60;

    private final Map<Subject, FactModel> models;
    private final JsonMapper json;
    private final InstantSource clock;

    ReadRequest(Map<Subject, FactModel> models, JsonMapper json, InstantSource clock) {
        this.models = models;
        this.json = json;
        this.clock = clock;
    }

    AssessRequest of(byte[] body, Findings findings) {
        Map<String, @Nullable Object> members = members(body);
        members.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> findings.add(shortened(name), "unknown-member", String.join(", ", MEMBERS)));
        if (!members.containsKey("facts") && !members.containsKey("employer")) {
            findings.add("facts", "facts-missing");
        }
        Map<String, Map<String, @Nullable Object>> answers = new LinkedHashMap<>();
        Map<Subject, Map<String, @Nullable Object>> facts = new EnumMap<>(Subject.class);
        models.forEach((subject, model) -> {
            String member = subject == Subject.EMPLOYER ? "employer" : "facts";
            if (members.containsKey(member)) {
                facts.put(subject, facts(member, members.get(member), model, answers, findings));
            }
        });
        addAnswers("answers", members.get("answers"), answers, findings);
        return new AssessRequest(
                facts, asOf(members.get("asOf"), findings), answers, draft(members.get("draft"), findings));
    }

    /** Without answers, which go to the others, and without what belongs to a file. */
    private static Map<String, @Nullable Object> facts(
            String member,
            @Nullable Object value,
            FactModel model,
            Map<String, Map<String, @Nullable Object>> answers,
            Findings findings) {
        Map<String, @Nullable Object> facts = object(member, value, findings);
        addAnswers(member + ".answers", facts.remove("answers"), answers, findings);
        OF_A_FILE.stream().filter(facts::containsKey).forEach(name -> {
            facts.remove(name);
            findings.add(member + "." + name, "fact-of-a-file");
        });
        findings.addFacts(member + ".", FactCheck.facts(model, facts));
        return facts;
    }

    @SuppressWarnings("unchecked") // a JSON object is a map
    private Map<String, @Nullable Object> members(byte[] body) {
        try {
            Map<String, @Nullable Object> members = json.readValue(body, Map.class);
            if (members != null) {
                return members;
            }
        } catch (JacksonException notJson) {
            // The answer is the same: what was sent must not be repeated, in part neither.
        }
        throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
    }

    private LocalDate asOf(@Nullable Object day, Findings findings) {
        LocalDate today = Shanghai.today(clock);
        if (day == null) {
            return today;
        }
        try {
            if (day instanceof String text && text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            // falls through: 30 February is no day either
        }
        findings.add("asOf", "fact-not-date");
        return today;
    }

    private static @Nullable String draft(@Nullable Object draft, Findings findings) {
        if (draft == null) {
            return null;
        }
        if (!(draft instanceof String yaml)) {
            findings.add("draft", "fact-not-text");
            return null;
        }
        if (yaml.getBytes(StandardCharsets.UTF_8).length > LONGEST_DRAFT) {
            findings.add("draft", "draft-too-long", Integer.toString(LONGEST_DRAFT / 1024));
            return null;
        }
        return yaml;
    }

    /** Later answers outrank earlier ones to the same question. */
    private static void addAnswers(
            String field,
            @Nullable Object given,
            Map<String, Map<String, @Nullable Object>> answers,
            Findings findings) {
        object(field, given, findings).forEach((programme, ofProgramme) -> {
            String name = shortened(programme);
            answers.computeIfAbsent(name, unseen -> new LinkedHashMap<>())
                    .putAll(object(field + "." + name, ofProgramme, findings));
        });
    }

    /** The object, empty where there is none. */
    private static Map<String, @Nullable Object> object(String field, @Nullable Object value, Findings findings) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> object.put(String.valueOf(name), member));
        } else if (value != null) {
            findings.add(field, "fact-not-group");
        }
        return object;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }
}
