package org.huizhu.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RuleTests;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each declared choice is one word away from its alternative: the first line of a file in {@code rules-alternatives} says
 * which words of the packs are changed, its cases what then comes out.
 */
class AlternativesTest {
    private static final FactModel RESIDENTS = FactModel.fromSchema(Schemas.RESIDENT_FACTS.text());
    private static final Pattern CHANGE = Pattern.compile("# In place of \"(.+)\": \"(.+)\"");

    @TestFactory
    Stream<DynamicTest> each_case_of_the_alternatives_comes_out_as_written() throws IOException {
        List<PackSource> packs = PackSource.in(folder("rules"));

        return PackSource.in(folder("rules-alternatives")).stream()
                .flatMap(file -> RuleTests.of(RESIDENTS, changed(packs, file), List.of(file)).stream())
                .map(c -> dynamicTest(c.name(), c::check));
    }

    private static List<PackSource> changed(List<PackSource> packs, PackSource file) {
        MatchResult change = CHANGE.matcher(file.text()).results().findFirst().orElseThrow();
        List<PackSource> changed = packs.stream()
                .map(pack -> new PackSource(pack.file(), pack.text().replace(change.group(1), change.group(2))))
                .toList();
        assertThat(changed).as(file.file()).isNotEqualTo(packs);
        return changed;
    }

    private static Path folder(String name) {
        URL url = AlternativesTest.class.getResource("/" + name);
        try {
            return Path.of(Objects.requireNonNull(url, name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
