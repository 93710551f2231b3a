package org.huizhu.platform.packs;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.huizhu.contracts.Schemas;
import org.huizhu.eligibility.FactModel;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.eligibility.Subject;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.facts.HeldFacts;
import org.huizhu.platform.problem.ProblemTexts;
import org.huizhu.platform.time.IdSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

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

    @Bean
    PackVersions packVersions(JdbcTemplate database, InstantSource clock) {
        return new PackVersions(database, clock);
    }

    @Bean
    Rehearsals rehearsals(JdbcTemplate database, InstantSource clock) {
        return new Rehearsals(database, clock);
    }

    @Bean
    RehearsedChanges rehearsedChanges(JdbcTemplate database, InstantSource clock) {
        return new RehearsedChanges(database, clock);
    }

    @Bean
    Rehearse rehearse(
            TransactionTemplate transaction,
            PackVersions versions,
            Rehearsals rehearsals,
            RehearsedChanges changes,
            HeldFacts held,
            PacksInForce packs,
            AuditLog audit,
            IdSource ids) {
        var runs = new RehearsalRuns(held, rehearsals, changes);
        return new Rehearse(transaction, check(packs), versions, rehearsals, runs, packs, audit, ids);
    }

    @Bean
    DraftsController draftsController(
            TransactionTemplate transaction,
            JdbcTemplate database,
            PackVersions versions,
            Rehearsals rehearsals,
            PacksInForce packs,
            AuditLog audit,
            IdSource ids,
            InstantSource clock,
            ProblemTexts texts) {
        CheckDraft check = check(packs);
        return new DraftsController(
                new KeepDraft(transaction, check, versions, audit, ids),
                new PublishPack(
                        transaction, check, versions, rehearsals, new PublishedVersions(database), packs, audit, clock),
                check,
                versions,
                rehearsals,
                new PacksOverTime(packs, versions, rehearsals, clock),
                packs,
                texts);
    }

    @Bean
    RehearsalsController rehearsalsController(
            Rehearse rehearse, Rehearsals rehearsals, RehearsedChanges changes, PacksInForce packs, AuditLog audit) {
        return new RehearsalsController(rehearse, rehearsals, changes, check(packs), audit);
    }

    private CheckDraft check(PacksInForce packs) {
        return new CheckDraft(packs, settings.service());
    }
}
