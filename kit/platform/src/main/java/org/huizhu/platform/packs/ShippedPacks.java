package org.huizhu.platform.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huizhu.eligibility.PackSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packs that lie in the service's {@code rules} folder; a service with a faulty one does not start. */
final class ShippedPacks {

    private ShippedPacks() {}

    static List<PackSource> sources() {
        try {
            List<PackSource> sources = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:rules/*.yaml")) {
                sources.add(new PackSource(
                        Objects.requireNonNullElse(file.getFilename(), file.getDescription()),
                        file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
