package org.huizhu.platform.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.eligibility.Subject;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Loads the packs that lie in the service's {@code rules} folder; a service with a faulty pack does not start. */
final class LoadPacks {

    private LoadPacks() {}

    static RulePacks of(DecisionsSettings settings) {
        Map<Subject, FactModel> models = Map.of(
                Subject.RESIDENT, FactModel.fromSchema(Schemas.RESIDENT_FACTS.text()),
                Subject.EMPLOYER, FactModel.fromSchema(Schemas.EMPLOYER_FACTS.text()));
        return RulePacks.load(models, sources(), settings.activate());
    }

    /** SHA-256 of every file and of what is activated: another one means that other packs may be in force. */
    static String digest(DecisionsSettings settings) {
        var all = new StringBuilder(new TreeSet<>(settings.activate()).toString());
        sources().stream()
                .sorted(Comparator.comparing(PackSource::file))
                .forEach(source -> all.append(source.file()).append(source.text()));
        return Sha256.of(all.toString());
    }

    private static List<PackSource> sources() {
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
