package org.huizhu.identity.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.huizhu.identity.message.OutgoingMessages.Kept;
import org.huizhu.identity.message.OutgoingMessages.State;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The local outbox, for operators: what went out, what waits and what failed; addresses are masked. */
@RestController
@RequestMapping("/api/identity/outgoing-messages")
@PreAuthorize("hasRole('operator')")
class OutgoingController {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 100_000;

    private final OutgoingMessages messages;
    private final NotificationSettings settings;
    private final Atomically atomically;
    private final AuditLog audit;

    OutgoingController(
            OutgoingMessages messages, NotificationSettings settings, Atomically atomically, AuditLog audit) {
        this.messages = messages;
        this.settings = settings;
        this.atomically = atomically;
        this.audit = audit;
    }

    record Page(String channel, int page, int size, long total, Counts counts, List<View> items) {}

    record Counts(long waiting, long sent, long failed) {}

    /** {@code text}: only of notices, which hold nothing personal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            Way way,
            String template,
            State state,
            String address,
            @Nullable String text,
            int attempts,
            Instant writtenAt,
            @Nullable Instant sentAt,
            @Nullable Instant dueAt,
            @Nullable String fault) {

        static View of(Kept kept) {
            Outgoing message = kept.message();
            return new View(
                    message.id(),
                    message.way(),
                    kept.template(),
                    kept.state(),
                    Masked.address(message.way(), message.address()),
                    kept.template().equals(OutgoingMessages.NOTICE) ? message.text() : null,
                    kept.attempts(),
                    kept.writtenAt(),
                    kept.sentAt(),
                    kept.dueAt(),
                    kept.fault());
        }
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        int from = Math.clamp(page, 0, LAST_PAGE);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page(
                settings.channel(),
                from,
                most,
                messages.count(state),
                new Counts(messages.count(State.WAITING), messages.count(State.SENT), messages.count(State.FAILED)),
                messages.page(state, from, most).stream().map(View::of).toList());
    }

    /** Tries one that was given up from the beginning. */
    @PostMapping("/{id}/again")
    ResponseEntity<Void> again(@PathVariable String id) {
        return atomically.run(() -> {
            if (!messages.again(id)) {
                throw Problem.conflict("outgoing-message-not-failed");
            }
            audit.record("outgoing-message.again", "outgoing-message", id);
            return ResponseEntity.noContent().build();
        });
    }
}
