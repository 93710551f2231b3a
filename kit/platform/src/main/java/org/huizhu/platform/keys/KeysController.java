package org.huizhu.platform.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huizhu.platform.crypto.DataKeys;
import org.huizhu.platform.crypto.DataKeys.Described;
import org.huizhu.platform.keys.Rotations.Rotation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys for operators: how old they are, and their change; never their material. */
@RestController
class KeysController {

    private final RotateKeys rotateKeys;
    private final RotationWorker worker;
    private final DataKeys keys;
    private final Rotations rotations;
    private final InstantSource clock;

    KeysController(
            RotateKeys rotateKeys, RotationWorker worker, DataKeys keys, Rotations rotations, InstantSource clock) {
        this.rotateKeys = rotateKeys;
        this.worker = worker;
        this.keys = keys;
        this.rotations = rotations;
        this.clock = clock;
    }

    enum State {
        IN_USE,
        /** Only to open what is still sealed under it. */
        OPENING,
        RETIRED
    }

    /** {@code masterKey}: tells which master key wraps it; empty for one from before that was written down. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(
            int id,
            String purpose,
            State state,
            Instant createdAt,
            long ageDays,
            @Nullable Instant retiredAt,
            @Nullable String masterKey) {}

    record ColumnView(String table, String column, long resealed, boolean done) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RotationView(
            int keyId, Instant startedAt, @Nullable Instant finishedAt, List<ColumnView> columns) {}

    /** {@code rotation}: the one under way, or else the last; empty before the first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeysView(List<KeyView> keys, @Nullable RotationView rotation) {}

    record Rewrapped(int rewrapped) {}

    @GetMapping("/api/${huizhu.outbox.service}/keys")
    @PreAuthorize("hasRole('operator')")
    KeysView show() {
        List<Described> all = keys.describe();
        Rotation rotation = rotations.open().or(rotations::newest).orElse(null);
        return new KeysView(all.stream().map(key -> view(key, all)).toList(), rotation == null ? null : view(rotation));
    }

    /** Answers at once; {@code GET …/keys} says how far it has come. Asked again meanwhile, the same one goes on. */
    @PostMapping("/api/${huizhu.outbox.service}/keys/rotation")
    @PreAuthorize("hasRole('operator')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    KeysView rotate() {
        rotateKeys.begin();
        worker.wake();
        return show();
    }

    /** For a change of the master key: the new one lies beside the present file, see {@code huizhu.crypto}. */
    @PostMapping("/api/${huizhu.outbox.service}/keys/rewrapping")
    @PreAuthorize("hasRole('operator')")
    Rewrapped rewrap() {
        return new Rewrapped(rotateKeys.rewrap());
    }

    private KeyView view(Described key, List<Described> all) {
        boolean newest =
                all.stream().noneMatch(other -> other.purpose().equals(key.purpose()) && other.id() > key.id());
        return new KeyView(
                key.id(),
                key.purpose(),
                key.retiredAt() != null ? State.RETIRED : newest ? State.IN_USE : State.OPENING,
                key.createdAt(),
                Duration.between(key.createdAt(), clock.instant()).toDays(),
                key.retiredAt(),
                key.masterKey());
    }

    private RotationView view(Rotation rotation) {
        return new RotationView(
                rotation.keyId(),
                rotation.startedAt(),
                rotation.finishedAt(),
                rotations.progress(rotation.id()).stream()
                        .map(each -> new ColumnView(each.table(), each.column(), each.resealed(), each.done()))
                        .toList());
    }
}
