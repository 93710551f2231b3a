package org.huizhu.platform.keys;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.crypto.DataKeys;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.keys.Rotations.Progress;
import org.huizhu.platform.keys.Rotations.Rotation;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the sealing key: a new one is sealed with from the beginning, and every sealed value is sealed anew in small
 * locked batches. How far each column has come is written with its batch, so the change may be broken off anywhere and goes
 * on from there. It ends when a count finds nothing under an older key; those stay to open what a backup brings back.
 */
final class RotateKeys {

    private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);

    private final TransactionTemplate transaction;
    private final JdbcTemplate database;
    private final DataKeys keys;
    private final Sealer sealer;
    private final Rotations rotations;
    private final List<SealedColumn> columns;
    private final AuditLog audit;
    private final IdSource ids;
    private final InstantSource clock;
    private final KeySettings settings;

    @SuppressWarnings("TooManyParameters") // each is a part of its own
    RotateKeys(
            TransactionTemplate transaction,
            JdbcTemplate database,
            DataKeys keys,
            Sealer sealer,
            Rotations rotations,
            List<SealedColumns> declared,
            AuditLog audit,
            IdSource ids,
            InstantSource clock,
            KeySettings settings) {
        this.transaction = transaction;
        this.database = database;
        this.keys = keys;
        this.sealer = sealer;
        this.rotations = rotations;
        this.columns =
                declared.stream().flatMap(each -> each.columns().stream()).toList();
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Begins a change, unless one is under way: then that goes on. */
    void begin() {
        transaction.executeWithoutResult(status -> {
            // Two that begin at once meet at the lock in here; the second finds what the first began.
            int newKey = keys.renewSealingKey();
            if (rotations.open().isPresent()) {
                status.setRollbackOnly();
                return;
            }
            String id = ids.next();
            rotations.begin(id, newKey, Caller.current().subject(), columns);
            audit.record("keys.rotation-begun", "key", Integer.toString(newKey));
        });
    }

    /** Wraps all data keys with the master key that lies ready; says how many. */
    int rewrap() {
        Integer rewrapped = transaction.execute(status -> {
            int count = keys.rewrap();
            audit.record("keys.rewrapped", "keys", Integer.toString(count));
            return count;
        });
        return rewrapped == null ? 0 : rewrapped;
    }

    /** Does the next batch of a change that is under way; says whether another should follow at once. */
    boolean step() {
        return Boolean.TRUE.equals(
                transaction.execute(status -> rotations.lock().map(this::step).orElse(false)));
    }

    private boolean step(Rotation rotation) {
        columns.forEach(column -> rotations.add(rotation.id(), column));
        List<Progress> progress = rotations.progress(rotation.id());
        for (SealedColumn column : columns) {
            Optional<Progress> open = progress.stream()
                    .filter(each -> each.table().equals(column.table())
                            && each.column().equals(column.column())
                            && !each.done())
                    .findFirst();
            if (open.isPresent()) {
                reseal(rotation, column, open.get().lastKey());
                return true;
            }
        }
        if (clock.instant().isBefore(rotation.startedAt().plus(settings.settleAfter()))) {
            return false;
        }
        return goOnOrFinish(rotation);
    }

    private void reseal(Rotation rotation, SealedColumn column, List<String> lastKey) {
        sealer.takeNewestKey();
        var batch = new ResealColumn(database, sealer, column).after(lastKey, settings.batch(), rotation.keyId());
        boolean atEnd = batch.looked() < settings.batch();
        rotations.advance(rotation.id(), column, atEnd ? List.of() : batch.last(), batch.resealed(), atEnd);
    }

    /** Values that were written behind the back of the round, under the old key, are looked for once more. */
    private boolean goOnOrFinish(Rotation rotation) {
        boolean left = false;
        for (SealedColumn column : columns) {
            if (new ResealColumn(database, sealer, column).notUnder(rotation.keyId()) > 0) {
                rotations.advance(rotation.id(), column, List.of(), 0, false);
                left = true;
            }
        }
        if (!left) {
            int retired = keys.retireBefore(rotation.keyId());
            rotations.finish(rotation.id());
            log.atInfo()
                    .addKeyValue("event", "key-rotation-finished")
                    .addKeyValue("key", rotation.keyId())
                    .addKeyValue("retired", retired)
                    .log("Everything is sealed under the new key");
        }
        return left;
    }
}
