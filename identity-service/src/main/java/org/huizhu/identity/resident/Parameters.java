package org.huizhu.identity.resident;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other. */
final class Parameters {

    private final PreparedStatement statement;
    private int next = 1;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters add(@Nullable Object value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    /** The index of the parameter after the last one set. */
    int next() {
        return next;
    }
}
