package org.huizhu.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.contracts.Schemas;

/** The residents' facts and the packs that the services ship. */
final class House {
    static final FactModel RESIDENTS = FactModel.fromSchema(Schemas.RESIDENT_FACTS.text());
    static final Map<Subject, FactModel> MODELS =
            Map.of(Subject.RESIDENT, RESIDENTS, Subject.EMPLOYER, FactModel.fromSchema(Schemas.EMPLOYER_FACTS.text()));

    private House() {}

    static RulePacks packs(String... activated) {
        return RulePacks.load(RESIDENTS, sources(), Set.of(activated));
    }

    static List<PackSource> sources() {
        List<PackSource> sources = new ArrayList<>();
        for (String service : List.of("subsidy", "rehab", "employment", "education")) {
            sources.addAll(folder("../../" + service + "-service/src/main/resources/rules"));
        }
        return sources;
    }

    private static List<PackSource> folder(String path) {
        try {
            return PackSource.in(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
