package org.huizhu.gateway.desk;

import java.security.Principal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a form that was sent twice from being done twice, where the service cannot tell: the database remembers a
 * person's forms for a day, and where each led. It holds for all gateways at once.
 */
@Component
public class Once {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final JdbcClient database;
    private final InstantSource clock;

    Once(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Begins what the form asks for; or says where the same form has led already, {@code meanwhile} while it is under way. */
    public Optional<String> begun(Principal person, String form, String meanwhile) {
        forgetOld();
        try {
            database.sql("INSERT INTO sent_form (person, form, led_to, sent_at) VALUES (?, ?, ?, ?)")
                    .params(person.getName(), form, meanwhile, now())
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException sentBefore) {
            return Optional.of(database.sql("SELECT led_to FROM sent_form WHERE person = ? AND form = ?")
                    .params(person.getName(), form)
                    .query(String.class)
                    .optional()
                    .orElse(meanwhile));
        }
    }

    /** It is done, and leads there. */
    public void done(Principal person, String form, String address) {
        database.sql("UPDATE sent_form SET led_to = ? WHERE person = ? AND form = ?")
                .params(address, person.getName(), form)
                .update();
    }

    /** It was not done, and may be sent again. */
    public void undone(Principal person, String form) {
        database.sql("DELETE FROM sent_form WHERE person = ? AND form = ?")
                .params(person.getName(), form)
                .update();
    }

    private void forgetOld() {
        database.sql("DELETE FROM sent_form WHERE sent_at < ?")
                .param(now().minus(REMEMBERED))
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
