package org.huizhu.platform.letters;

import java.time.InstantSource;
import java.time.Period;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.privacy.RetentionRule;
import org.huizhu.platform.time.IdSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AutoConfiguration(
        beforeName = "org.huizhu.platform.inbox.InboxAutoConfiguration",
        afterName = {
            "org.huizhu.platform.crypto.CryptoAutoConfiguration",
            "org.huizhu.platform.audit.AuditAutoConfiguration"
        })
@ConditionalOnProperty("huizhu.decisions.service")
class LettersAutoConfiguration {

    private static final Period KEEP_HANDLED = Period.ofDays(180);
    private static final Period AT_LEAST = Period.ofDays(30);

    @Bean
    Letters letters(JdbcClient database, Sealer sealer, IdSource ids, InstantSource clock) {
        return new Letters(database, sealer, ids, clock);
    }

    @Bean
    SealedColumns sealedLetters() {
        return Letters.SEALED;
    }

    @Bean
    RetentionRule letterRetention(Letters letters) {
        return new RetentionRule("dead-letter", KEEP_HANDLED, AT_LEAST, letters::removeHandled);
    }

    @Bean
    LettersExport lettersExport(Letters letters) {
        return new LettersExport(letters);
    }

    @Bean
    LettersMetrics lettersMetrics(Letters letters) {
        return new LettersMetrics(letters);
    }

    @Bean
    LettersController lettersController(
            TransactionTemplate transaction, Letters letters, ObjectProvider<Replayer> replayers, AuditLog audit) {
        return new LettersController(
                letters,
                new ReplayLetter(transaction, letters, replayers, audit),
                new PutLetterAway(transaction, letters, audit));
    }
}
