package org.huizhu.identity.credential;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who comes first (LS-25): whoever holds a second credential. */
@Component
public class Priority {

    private final JdbcClient database;

    Priority(JdbcClient database) {
        this.database = database;
    }

    /** Whether this resident does. */
    public boolean isFirst(String residentId) {
        return database.sql("SELECT COUNT(*) FROM second_credential WHERE resident_id = ? AND withdrawn_on IS NULL")
                        .param(residentId)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
