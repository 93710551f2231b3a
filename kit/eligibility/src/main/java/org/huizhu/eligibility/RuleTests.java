package org.huizhu.eligibility;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rule tests written in YAML: a base person under {@code given}, cases that each change a few facts and look at one day,
 * and timelines that look at months. A service runs
 * its own with one line: {@code RuleTests.in(model, "rules").map(c -> dynamicTest(c.name(), c::check))}.
 */
public final class RuleTests {
    private static final Set<String> FILE = Set.of("programme", "activate", "given", "cases", "timelines");
    private static final Set<String> CASE = Set.of("name", "on", "facts", "unknown", "expect");
    private static final Set<String> EXPECTED = Set.of(
            "outcome", "pack", "amount", "missing", "blockedBy", "nextChange", "conditions", "flags", "priority");

    private final Map<Subject, FactModel> models;
    private final Collection<PackSource> packs;
    private final Map<Set<String>, RulePacks> loaded = new HashMap<>();
    private final Faults faults = new Faults();

    /** The facts that the file now read may name. */
    private FactModel model;

    private RuleTests(Map<Subject, FactModel> models, Collection<PackSource> packs) {
        this.models = models;
        this.model = models.values().iterator().next();
        this.packs = packs;
    }

    /** The cases in the class path folder {@code <folder>-tests} over the packs in {@code <folder>}. */
    public static List<RuleTest> in(FactModel residents, String folder) throws IOException {
        return in(Map.of(Subject.RESIDENT, residents), folder);
    }

    /** The same for packs about several subjects; a file's cases are of the subject of its programme. */
    public static List<RuleTest> in(Map<Subject, FactModel> models, String folder) throws IOException {
        return of(models, PackSource.in(onClassPath(folder)), PackSource.in(onClassPath(folder + "-tests")));
    }

    /**
     * The cases of those files over those packs.
     *
     * @throws PackFaults when packs or cases are not well written
     */
    public static List<RuleTest> of(FactModel residents, Collection<PackSource> packs, Collection<PackSource> tests) {
        return of(Map.of(Subject.RESIDENT, residents), packs, tests);
    }

    /** The same for packs about several subjects. */
    public static List<RuleTest> of(
            Map<Subject, FactModel> models, Collection<PackSource> packs, Collection<PackSource> tests) {
        RuleTests reader = new RuleTests(models, packs);
        List<RuleTest> cases = new ArrayList<>();
        tests.forEach(test -> cases.addAll(reader.cases(test)));
        reader.faults.throwIfAny();
        return List.copyOf(cases);
    }

    private static Path onClassPath(String folder) throws IOException {
        URL url = Thread.currentThread().getContextClassLoader().getResource(folder);
        try {
            if (url == null) {
                throw new IOException("the class path has no folder " + folder);
            }
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private List<RuleTest> cases(PackSource source) {
        YamlNode root = new YamlFile(faults).read(source);
        if (root == null) {
            return List.of();
        }
        Entries file = new Entries(root, FILE, faults);
        RulePacks activated = loaded.computeIfAbsent(
                Set.copyOf(file.texts("activate")), names -> RulePacks.load(models, packs, names));
        String programme = file.word("programme", activated.programmes());
        model = models.getOrDefault(activated.subject(programme), model);
        Map<String, @Nullable Object> given = facts(file.get("given"));
        List<RuleTest> cases = new ArrayList<>();
        for (YamlNode node : file.elements("cases")) {
            cases.add(one(new Entries(node, CASE, faults), source.file(), activated, programme, given));
        }
        TimelineReader reader = new TimelineReader(faults, activated, programme, this::changed);
        for (YamlNode node : file.elements("timelines")) {
            Timeline timeline = reader.read(node, given);
            if (timeline != null) {
                cases.add(timeline);
            }
        }
        return cases;
    }

    private RuleCase one(
            Entries entries, String file, RulePacks activated, String programme, Map<String, @Nullable Object> given) {
        Map<String, @Nullable Object> facts = changed(entries, given);
        LocalDate on = entries.date("on");
        if (on == null) {
            faults.add(entries.node(), "the case has no day", "add on: 2026-11-23");
        }
        YamlNode expect = entries.get("expect");
        if (expect == null) {
            faults.add(entries.node(), "the case expects nothing", "add expect: {outcome: …}");
        } else {
            new Entries(expect, EXPECTED, faults);
        }
        return new RuleCase(
                file,
                entries.node().line(),
                entries.text("name"),
                activated,
                programme,
                facts,
                on == null ? LocalDate.EPOCH : on,
                expect == null ? Map.of() : map(expect));
    }

    private Map<String, @Nullable Object> changed(Entries entries, Map<String, @Nullable Object> before) {
        Map<String, @Nullable Object> facts = merged(before, facts(entries.get("facts")));
        entries.texts("unknown").forEach(path -> forget(entries, facts, path));
        return facts;
    }

    private Map<String, @Nullable Object> facts(@Nullable YamlNode node) {
        if (node == null) {
            return new LinkedHashMap<>();
        }
        known(node, "");
        return map(node);
    }

    private void known(YamlNode node, String prefix) {
        node.entries().forEach((key, value) -> {
            FactField field = model.field(prefix + key);
            if (field == null && !(prefix + key).equals("answers")) {
                faults.add(value, "unknown fact '" + prefix + key + "'", "use one of " + model.paths());
            } else if (field != null && field.kind() == FactField.Kind.GROUP) {
                known(value, prefix + key + ".");
            }
        });
    }

    private void forget(Entries entries, Map<String, @Nullable Object> facts, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            facts.remove(path);
        } else if (facts.get(path.substring(0, dot)) instanceof Map<?, ?> group) {
            Map<String, @Nullable Object> rest = copy(group);
            forget(entries, rest, path.substring(dot + 1));
            facts.put(path.substring(0, dot), rest);
        } else {
            faults.add(entries.node(), "'" + path + "' is not among the given facts", "remove it from unknown");
        }
    }

    private static Map<String, @Nullable Object> merged(Map<?, ?> base, Map<?, ?> changes) {
        Map<String, @Nullable Object> merged = copy(base);
        for (Map.Entry<?, ?> change : changes.entrySet()) {
            String key = String.valueOf(change.getKey());
            merged.put(
                    key,
                    merged.get(key) instanceof Map<?, ?> old && change.getValue() instanceof Map<?, ?> more
                            ? merged(old, more)
                            : change.getValue());
        }
        return merged;
    }

    private static Map<String, @Nullable Object> map(YamlNode node) {
        return node.plain() instanceof Map<?, ?> map ? copy(map) : new LinkedHashMap<>();
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
