package org.huizhu.platform.assess;

import java.time.InstantSource;
import java.util.Map;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.Subject;
import org.huizhu.platform.decisions.DecisionsSettings;
import org.huizhu.platform.packs.PacksInForce;
import org.huizhu.platform.problem.ProblemTexts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(afterName = "org.huizhu.platform.decisions.DecisionsAutoConfiguration")
@ConditionalOnProperty("huizhu.decisions.service")
class AssessAutoConfiguration {

    @Bean
    AssessController assessController(
            PacksInForce packs, DecisionsSettings settings, InstantSource clock, JsonMapper json, ProblemTexts texts) {
        Map<Subject, FactModel> models = Map.of(
                Subject.RESIDENT, FactModel.fromSchema(Schemas.RESIDENT_FACTS.text()),
                Subject.EMPLOYER, FactModel.fromSchema(Schemas.EMPLOYER_FACTS.text()));
        var assess = new Assess(
                new ReadRequest(models, json, clock), new ReadDraft(models, settings.service()), packs, settings);
        return new AssessController(assess, texts);
    }

    @Bean
    ProgrammesController programmesController(
            PacksInForce packs, DecisionsSettings settings, InstantSource clock, JsonMapper json) {
        return new ProgrammesController(new ListProgrammes(packs, settings, clock, json));
    }
}
