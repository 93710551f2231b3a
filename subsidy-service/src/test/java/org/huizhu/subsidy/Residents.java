package org.huizhu.subsidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.jspecify.annotations.Nullable;

/** Residents made up for tests, and the packs that decide about them. */
final class Residents {
    static final String LIVING = "living-subsidy";
    static final String CARE = "care-subsidy";
    static final FactModel MODEL = FactModel.fromSchema(Schemas.RESIDENT_FACTS.text());
    static final RulePacks PACKS = packs();

    private Residents() {}

    private static RulePacks packs() {
        try {
            Path rules = Path.of(Objects.requireNonNull(Residents.class.getResource("/rules"))
                    .toURI());
            return RulePacks.load(MODEL, PackSource.in(rules), Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An adult of level 2 in a dibao household in Beilin. */
    static Map<String, @Nullable Object> adult() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("birthDate", "1986-03-01");
        facts.put("deceasedOn", null);
        facts.put("hukou", Map.of("area", "610103002", "previous", List.of()));
        facts.put("certificate", certificate("LIMB", 2));
        facts.put("household", Map.of("id", "h", "income", "DIBAO"));
        facts.put("otherBenefits", List.of());
        facts.put("imprisonment", List.of());
        return facts;
    }

    static Map<String, @Nullable Object> adult(String fact, @Nullable Object value) {
        Map<String, @Nullable Object> facts = adult();
        facts.put(fact, value);
        return facts;
    }

    static Map<String, Object> certificate(String category, int level) {
        Map<String, Object> certificate = new LinkedHashMap<>();
        certificate.put("status", "ACTIVE");
        certificate.put("statusSince", "2020-05-08");
        certificate.put("category", category);
        certificate.put("level", level);
        certificate.put("components", List.of());
        certificate.put("issuedOn", "2020-05-08");
        certificate.put("expiresOn", "2030-05-08");
        certificate.put("previous", List.of());
        return certificate;
    }
}
