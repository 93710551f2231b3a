package org.huizhu.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huizhu.eligibility.RuleTest;
import org.huizhu.eligibility.RuleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the policy on the two subsidies is named by a rule test or by a test method. */
class EveryPolicyRowTest {
    private static final Pattern IN_SENTENCE = Pattern.compile("\\b(?:LS|CS|PAY|D)-\\d+x?\\b");
    private static final Pattern IN_METHOD = Pattern.compile("(?<![a-z0-9])(ls|cs|pay|d)_?(\\d+x?)(?![a-z0-9])");

    /** Rows that other services answer for, and where. */
    private static final Map<String, String> ELSEWHERE =
            Map.of("D-17", "employment-service", "D-18", "employment-service", "D-19", "rehab-service");

    @Test
    void each_row_is_named_by_a_test() throws IOException, URISyntaxException {
        Set<String> untested = rows();
        untested.removeAll(ELSEWHERE.keySet());

        untested.removeAll(named());

        assertThat(untested)
                .describedAs("rows of the policy that no test names")
                .isEmpty();
    }

    @Test
    void no_test_names_a_row_that_does_not_exist() throws IOException, URISyntaxException {
        assertThat(rows()).containsAll(named());
    }

    private static Set<String> rows() {
        Set<String> rows = new TreeSet<>(Set.of("PAY-1x"));
        Map.of("LS", 4, "CS", 5, "PAY", 21, "D", 19)
                .forEach((row, last) -> IntStream.rangeClosed(1, last).forEach(n -> rows.add(row + "-" + n)));
        return rows;
    }

    private static Set<String> named() throws IOException, URISyntaxException {
        Set<String> named = new TreeSet<>();
        for (RuleTest test : RuleTests.in(Residents.MODEL, "rules")) {
            IN_SENTENCE.matcher(test.name()).results().forEach(row -> named.add(row.group()));
        }
        for (String method : testMethods()) {
            IN_METHOD
                    .matcher(method)
                    .results()
                    .forEach(row -> named.add(row.group(1).toUpperCase(Locale.ROOT) + "-" + row.group(2)));
        }
        return named;
    }

    private static List<String> testMethods() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(EveryPolicyRowTest.class.getResource("."))
                .toURI());
        List<String> methods = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Test.class")).toList()) {
                String name = String.valueOf(file.getFileName()).replace(".class", "");
                Arrays.stream(load(name).getDeclaredMethods())
                        .filter(method ->
                                method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class))
                        .map(Method::getName)
                        .forEach(methods::add);
            }
        }
        return methods;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(EveryPolicyRowTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
