package org.huizhu.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The D-* questions on which the sources are silent, with the choices that a pack may declare. */
final class Decisions {
    static final String AGE_REACHED = "D-1";
    static final String LEAP_DAY = "D-2";
    static final String DAY_AFTER = "day-after";
    static final String FIRST_OF_MARCH = "1-march";

    /** Question id → its choices, the baseline first. */
    static final Map<String, List<String>> KNOWN = read();

    private Decisions() {}

    private static Map<String, List<String>> read() {
        Faults faults = new Faults();
        YamlNode root = new YamlFile(faults).read(new PackSource("decisions.yaml", text()));
        faults.throwIfAny();
        Map<String, List<String>> known = new LinkedHashMap<>();
        Objects.requireNonNull(root)
                .entries()
                .forEach((id, question) -> known.put(
                        id,
                        List.copyOf(Objects.requireNonNull(question.entries().get("choices"))
                                .entries()
                                .keySet())));
        return known;
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Decisions.class.getResourceAsStream("decisions.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
