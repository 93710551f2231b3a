package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A line whose key the log's format writes itself cannot be written, and is lost. */
class LogKeysTest {

    private static final Pattern KEY = Pattern.compile("addKeyValue\\(\\s*\"([^\"]+)\"");

    @Test
    void no_key_is_one_that_the_elastic_common_schema_has_at_the_top() throws IOException {
        assertThat(keys())
                .contains("peer", "event", "reason")
                .doesNotContain(
                        "@timestamp",
                        "log",
                        "process",
                        "service",
                        "message",
                        "error",
                        "tags",
                        "ecs",
                        "traceId",
                        "spanId");
    }

    /** Of all modules. */
    private static List<String> keys() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .flatMap(LogKeysTest::keysOf)
                    .distinct()
                    .toList();
        }
    }

    private static Stream<String> keysOf(Path file) {
        try {
            return KEY.matcher(Files.readString(file)).results().map((MatchResult key) -> key.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
