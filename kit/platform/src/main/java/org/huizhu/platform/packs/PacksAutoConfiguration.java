package org.huizhu.platform.packs;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.eligibility.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

@AutoConfiguration(
        beforeName = "org.huizhu.platform.decisions.DecisionsAutoConfiguration",
        afterName = "org.huizhu.platform.inbox.InboxAutoConfiguration")
@ConditionalOnProperty("huizhu.decisions.service")
@EnableConfigurationProperties(PackSettings.class)
class PacksAutoConfiguration {

    private final PackSettings settings;

    PacksAutoConfiguration(PackSettings settings) {
        this.settings = settings;
    }

    @Bean
    @DependsOnDatabaseInitialization
    PacksInForce packsInForce(JdbcTemplate database, ObjectProvider<PacksChanged> followers, InstantSource clock) {
        List<PackSource> shipped = ShippedPacks.sources();
        Map<Subject, FactModel> models = Map.of(
                Subject.RESIDENT, FactModel.fromSchema(Schemas.RESIDENT_FACTS.text()),
                Subject.EMPLOYER, FactModel.fromSchema(Schemas.EMPLOYER_FACTS.text()));
        return new PacksInForce(
                RulePacks.load(models, shipped, settings.activate()),
                PacksInForce.digest(shipped, settings.activate()),
                new PublishedVersions(database),
                followers,
                clock);
    }
}
