package org.huizhu.local.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.PackName;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.eligibility.RuleTests;
import org.huizhu.eligibility.Subject;

/** Finds packs and tests, and reads them under the names by which a reader finds them again. */
public final class RuleFiles {

    private static final Map<Subject, FactModel> MODELS = Map.of(
            Subject.RESIDENT, FactModel.fromSchema(Schemas.RESIDENT_FACTS.text()),
            Subject.EMPLOYER, FactModel.fromSchema(Schemas.EMPLOYER_FACTS.text()));

    private RuleFiles() {}

    /**
     * These files, and every {@code .yaml} file that lies directly in these folders.
     *
     * @throws java.nio.file.NoSuchFileException for what is not there
     */
    public static List<PackSource> read(Collection<Path> places) throws IOException {
        List<PackSource> sources = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                sources.addAll(folder(place, place));
            } else {
                sources.add(new PackSource(place.toString(), Files.readString(place)));
            }
        }
        return sources;
    }

    /** The packs of every service of the checkout. */
    public static List<PackSource> ofProject(Path project) throws IOException {
        List<PackSource> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(project)) {
            for (Path module : modules.sorted().toList()) {
                Path rules = module.resolve("src/main/resources/rules");
                if (Files.isDirectory(rules)) {
                    sources.addAll(folder(rules, project.relativize(rules)));
                }
            }
        }
        return sources;
    }

    private static List<PackSource> folder(Path folder, Path shown) throws IOException {
        return PackSource.in(folder).stream()
                .map(source -> new PackSource(shown.resolve(source.file()).toString(), source.text()))
                .toList();
    }

    /** The packs, those of the same programme and name replaced by these, and these that are new. */
    public static List<PackSource> replaced(Collection<PackSource> packs, Collection<PackSource> by) {
        Set<PackName> names = new HashSet<>();
        by.forEach(source -> names.add(name(source)));
        List<PackSource> all = new ArrayList<>(packs);
        all.removeIf(source -> names.contains(name(source)));
        all.addAll(by);
        return all;
    }

    private static PackName name(PackSource source) {
        PackName name = PackName.of(source);
        return new PackName(name.programme(), name.pack(), null);
    }

    /**
     * Loads the packs together.
     *
     * @throws org.huizhu.eligibility.PackFaults with every fault of every file
     */
    public static RulePacks load(Collection<PackSource> packs) {
        return RulePacks.load(MODELS, packs, Set.of());
    }

    /**
     * The cases of those tests over those packs, each with a name and what to run.
     *
     * @throws org.huizhu.eligibility.PackFaults when packs or tests are not well written
     */
    public static List<Case> cases(Collection<PackSource> packs, Collection<PackSource> tests) {
        List<Case> cases = new ArrayList<>();
        for (var test : RuleTests.of(MODELS, packs, tests)) {
            cases.add(new Case(test.file() + ":" + test.line(), test.name(), test::check));
        }
        return cases;
    }

    /**
     * One case.
     *
     * @param check throws an {@link AssertionError} that says what differs
     */
    public record Case(String where, String name, Runnable check) {}
}
