package org.huizhu.identity.resident;

import java.util.Optional;
import org.huizhu.platform.security.ResidentHomes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells security where residents live. */
@Repository
class KnownHomes implements ResidentHomes {

    private final JdbcClient database;

    KnownHomes(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<String> areaOf(String residentId) {
        return database.sql("SELECT COALESCE(home_community, home_street) FROM resident WHERE id = ?")
                .param(residentId)
                .query(String.class)
                .optional();
    }
}
