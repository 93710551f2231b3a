package org.huizhu.rehab;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.stream.Stream;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.RuleTests;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

    @TestFactory
    Stream<DynamicTest> each_case_of_the_rule_tests_comes_out_as_written() throws IOException {
        FactModel residents = FactModel.fromSchema(Schemas.RESIDENT_FACTS.text());

        return RuleTests.in(residents, "rules").stream().map(c -> dynamicTest(c.name(), c::check));
    }
}
