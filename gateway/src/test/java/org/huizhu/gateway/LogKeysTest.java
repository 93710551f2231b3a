package org.huizhu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A line whose key the log's format writes itself cannot be written, and is lost. */
class LogKeysTest {

    private static final String SOURCES = "src/main/java";
    private static final Pattern KEY = Pattern.compile("addKeyValue\\(\\s*\"([^\"]+)\"");

    @Test
    void no_key_is_one_that_the_elastic_common_schema_has_at_the_top() {
        assertThat(keys())
                .contains("peer", "event", "import")
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
    private static List<String> keys() {
        return folders(Path.of("..")).stream()
                .flatMap(folder -> Stream.concat(Stream.of(folder), folders(folder).stream()))
                .map(module -> module.resolve(SOURCES))
                .filter(Files::isDirectory)
                .flatMap(sources -> walk(sources).stream())
                .flatMap(LogKeysTest::keysOf)
                .distinct()
                .toList();
    }

    /** Without what is hidden: a platform may be running there, whose files come and go. */
    private static List<Path> folders(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> keysOf(Path file) {
        try {
            return KEY.matcher(Files.readString(file)).results().map(key -> key.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
