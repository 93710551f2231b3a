package org.huizhu.identity.resident;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in one transaction, and again from its start when another one was quicker. */
@Component
public class Atomically {

    private static final int ATTEMPTS = 5;

    private final TransactionTemplate transaction;

    Atomically(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** The result of work that must have no effect outside the database. */
    public <T> T run(Supplier<T> work) {
        DataAccessException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (ConcurrencyFailureException | DuplicateKeyException quicker) {
                last = quicker;
            }
        }
        throw new ConcurrencyFailureException("others were quicker each time", last);
    }
}
