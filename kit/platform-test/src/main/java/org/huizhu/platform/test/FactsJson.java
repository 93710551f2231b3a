package org.huizhu.platform.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhu.contracts.ContractJson;
import org.jspecify.annotations.Nullable;

/** Builds facts snapshots for tests, beginning with a person to whom every programme's first condition applies. */
public final class FactsJson {

    private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();

    private FactsJson(String residentId) {
        facts.put("residentId", residentId);
        facts.put("version", 1);
    }

    /** The same person under an id that is set later. */
    public static FactsJson ofHolder() {
        return of("");
    }

    /** A jobless holder of a level 2 limb certificate, born in 1985, of a dibao household in Beilin. */
    public static FactsJson of(String residentId) {
        return new FactsJson(residentId)
                .with("birthDate", "1985-06-15")
                .with("sex", "M")
                .with("deceasedOn", null)
                .with("hukou", Map.of("area", "610103", "since", "1985-06-15", "previous", List.of()))
                .with("home", Map.of("street", "610103001", "community", "610103001001"))
                .level(2)
                .with("household", Map.of("id", "h-1", "income", "DIBAO", "incomeSince", "2024-01-01"))
                .with("employment", Map.of("status", "JOBLESS", "since", "2024-01-01"));
    }

    /** Sets a fact; {@code null} says that there is none. */
    public FactsJson with(String name, @Nullable Object value) {
        facts.put(name, value);
        return this;
    }

    public FactsJson without(String name) {
        facts.remove(name);
        return this;
    }

    public FactsJson version(long version) {
        return with("version", version);
    }

    /** An active limb certificate of that level, issued on 2024-05-08. */
    public FactsJson level(int level) {
        return with(
                "certificate",
                Map.of(
                        "status", "ACTIVE",
                        "statusSince", "2024-05-08",
                        "category", "LIMB",
                        "level", level,
                        "components", List.of(),
                        "issuedOn", "2024-05-08",
                        "expiresOn", "2034-05-08",
                        "previous", List.of()));
    }

    public Map<String, @Nullable Object> asMap() {
        return facts;
    }

    @Override
    public String toString() {
        return ContractJson.MAPPER.writeValueAsString(facts);
    }
}
