package org.huizhu.identity.card;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards one by one: who needs one, whether the photo will do, handing over; and how far the district is. */
@RestController
@RequestMapping("/api/identity/smart-cards")
class CardController {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_AT_ONCE = 1_000;

    private final SmartCards cards;
    private final WantCard want;
    private final AuditLog audit;
    private final Atomically atomically;
    private final InstantSource clock;

    CardController(SmartCards cards, WantCard want, AuditLog audit, Atomically atomically, InstantSource clock) {
        this.cards = cards;
        this.want = want;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    record Page<T>(int page, int size, long total, List<T> items) {}

    record Enlisted(int cards) {}

    record Photo(@Nullable String state, @Nullable String reason) {}

    record Streets(long holders, long withCard, int percent, List<SmartCards.Progress> streets) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('community-worker', 'street-clerk', 'federation-officer', 'auditor')")
    Page<SmartCards.Card> list(
            @RequestParam(required = false) @Nullable CardStatus status,
            @RequestParam(required = false) @Nullable PhotoState photo,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        int from = Math.clamp(page, 0, 1_000_000);
        int most = Math.clamp(size, 1, LARGEST_PAGE);
        return new Page<>(
                from,
                most,
                cards.count(status, photo, area()),
                cards.list(status, photo, area(), most, (long) from * most));
    }

    /** Wants a card for holders who have none, a thousand at a time. */
    @PostMapping("/enlist")
    @PreAuthorize("hasRole('federation-officer')")
    Enlisted enlist() {
        LocalDate today = today();
        return atomically.run(() -> {
            List<String> holders = cards.withoutCard(area(), MOST_AT_ONCE);
            holders.forEach(holder -> want.want(holder, "FIRST", today));
            audit.record("smart-card.enlist", null);
            return new Enlisted(holders.size());
        });
    }

    @PostMapping("/{id}/photo")
    @PreAuthorize("hasAnyRole('street-clerk', 'federation-officer')")
    SmartCards.Card photo(@PathVariable String id, @RequestBody Photo photo) {
        var findings = new Findings();
        findings.required("state", photo.state());
        PhotoState state = findings.code("state", photo.state(), PhotoState.class);
        PhotoFault reason = findings.code("reason", photo.reason(), PhotoFault.class);
        if (state == PhotoState.REJECTED) {
            findings.required("reason", photo.reason());
        }
        if (!findings.isEmpty()) {
            throw Problem.faults("matter-invalid", findings.faults());
        }
        return atomically.run(() -> {
            SmartCards.Card card = visible(id);
            if (card.status() != CardStatus.WAITING) {
                throw Problem.conflict("card-not-waiting");
            }
            cards.photo(id, Objects.requireNonNull(state), state == PhotoState.REJECTED ? reason : null);
            audit.record("smart-card.photo", card.residentId());
            return visible(id);
        });
    }

    /** The card takes the place of the one before. */
    @PostMapping("/{id}/hand-over")
    @PreAuthorize("hasAnyRole('community-worker', 'street-clerk', 'federation-officer')")
    SmartCards.Card handOver(@PathVariable String id) {
        LocalDate today = today();
        return atomically.run(() -> {
            SmartCards.Card card = visible(id);
            if (card.status() != CardStatus.MADE) {
                throw Problem.conflict("card-not-made");
            }
            cards.endHandedOver(card.residentId(), today);
            cards.handOver(id, today);
            audit.record("smart-card.hand-over", card.residentId());
            return visible(id);
        });
    }

    @GetMapping("/progress")
    @PreAuthorize("hasAnyRole('community-worker', 'street-clerk', 'federation-officer', 'auditor')")
    Streets progress() {
        List<SmartCards.Progress> streets = cards.progress(area());
        long holders = streets.stream().mapToLong(SmartCards.Progress::holders).sum();
        long with = streets.stream().mapToLong(SmartCards.Progress::withCard).sum();
        return new Streets(holders, with, holders == 0 ? 0 : (int) (with * 100 / holders), streets);
    }

    private SmartCards.Card visible(String id) {
        String area = area();
        return cards.find(id)
                .filter(card -> card.area() != null && card.area().startsWith(area))
                .orElseThrow(() -> Problem.notFound("no-such-card"));
    }

    private static String area() {
        return Objects.requireNonNullElse(StaffArea.of(Caller.current()), "");
    }

    private LocalDate today() {
        return Shanghai.today(clock);
    }
}
