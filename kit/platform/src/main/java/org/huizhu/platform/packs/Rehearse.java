package org.huizhu.platform.packs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries a draft on everybody, in the background of this instance. A rehearsal that ends with its process has failed and
 * is begun anew by whoever wants it: it takes seconds, and a half one would be of two different days.
 */
final class Rehearse implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rehearse.class);

    private final TransactionTemplate transaction;
    private final CheckDraft check;
    private final PackVersions versions;
    private final Rehearsals rehearsals;
    private final RehearsalRuns runs;
    private final PacksInForce packs;
    private final AuditLog audit;
    private final IdSource ids;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService background = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("rehearsal-", 0).daemon().factory());

    Rehearse(
            TransactionTemplate transaction,
            CheckDraft check,
            PackVersions versions,
            Rehearsals rehearsals,
            RehearsalRuns runs,
            PacksInForce packs,
            AuditLog audit,
            IdSource ids) {
        this.transaction = transaction;
        this.check = check;
        this.versions = versions;
        this.rehearsals = rehearsals;
        this.runs = runs;
        this.packs = packs;
        this.audit = audit;
        this.ids = ids;
    }

    /** The rehearsal's id; it begins at once. Without a day it is of the draft's first. */
    String begin(String draftId, @Nullable LocalDate wanted) {
        PackVersion version = versions.get(draftId);
        if (version.status() != PackStatus.DRAFT) {
            throw Problem.conflict("pack-not-a-draft");
        }
        Pack draft = check.check(version.yaml()).pack();
        LocalDate on = day(draft, wanted);
        rehearsals.giveUp();
        if (rehearsals.isAnyRunning()) {
            throw Problem.conflict("rehearsal-running");
        }
        String id = ids.next();
        transaction.executeWithoutResult(status -> {
            rehearsals.begin(id, version, on, Caller.current().subject());
            audit.record("packs.rehearsal-started", "pack", draftId);
        });
        background.execute(() -> run(id, draft.programme(), version.yaml(), on));
        return id;
    }

    private static LocalDate day(Pack draft, @Nullable LocalDate wanted) {
        LocalDate on = wanted == null ? draft.from() : wanted;
        LocalDate to = draft.to();
        if (on.isBefore(draft.from()) || (to != null && on.isAfter(to))) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "rehearsal-day",
                    draft.from().toString(),
                    to == null ? "…" : to.toString());
        }
        return on;
    }

    private void run(String id, String programme, String yaml, LocalDate on) {
        running.add(id);
        try {
            long start = System.nanoTime();
            RulePacks before = packs.current();
            RulePacks after = before.publish(List.of(new PackSource("draft.yaml", yaml)));
            Tally tally = runs.run(id, new Trial(programme, before, after, on));
            if (tally.broken().isEmpty()) {
                Duration time = Duration.ofNanos(System.nanoTime() - start);
                Pack draft = after.inForce(programme, on).orElseThrow();
                rehearsals.done(
                        id,
                        RehearsalResult.of(tally, before.inForce(programme, on).orElse(null), draft, time));
            } else {
                rehearsals.failed(id, reason(tally.broken()));
            }
        } catch (RuntimeException failed) {
            log.error("The rehearsal {} failed", id, failed);
            fail(id, "unexpected");
        } finally {
            running.remove(id);
        }
    }

    private static String reason(Map<String, Long> broken) {
        String rules = broken.entrySet().stream()
                .map(rule -> rule.getKey() + " (" + rule.getValue() + ")")
                .collect(Collectors.joining(", "));
        String reason = "rules broke: " + rules;
        return reason.length() > 190 ? reason.substring(0, 190) : reason;
    }

    private void fail(String id, String reason) {
        try {
            rehearsals.failed(id, reason);
        } catch (RuntimeException away) {
            log.warn("The rehearsal {} will be found dead", id, away);
        }
    }

    /** What instances that are gone left unfinished. */
    @Scheduled(fixedDelayString = "PT20S")
    void giveUpTheDead() {
        if (rehearsals.giveUp() > 0) {
            log.warn("A rehearsal was interrupted by the end of its process");
        }
    }

    @Override
    public void close() {
        running.forEach(id -> fail(id, "interrupted"));
        background.shutdownNow();
    }
}
