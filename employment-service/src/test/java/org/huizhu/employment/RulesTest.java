package org.huizhu.employment;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.RuleTests;
import org.huizhu.eligibility.Subject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

    @TestFactory
    Stream<DynamicTest> each_case_of_the_rule_tests_comes_out_as_written() throws IOException {
        Map<Subject, FactModel> models = Map.of(
                Subject.RESIDENT, FactModel.fromSchema(Schemas.RESIDENT_FACTS.text()),
                Subject.EMPLOYER, FactModel.fromSchema(Schemas.EMPLOYER_FACTS.text()));

        return RuleTests.in(models, "rules").stream().map(c -> dynamicTest(c.name(), c::check));
    }
}
