package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.identity.resident.CancelReason;
import org.huizhu.identity.resident.ChangeCertificate;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a day brings about by itself: notices end, certificates expire, freeze and lapse, renewals fall due, matters of
 * the dead are closed. Each bucket of residents is done once a day by whichever instance has it; each resident is a
 * transaction of their own, so a round that is killed goes on where it was, and one that failed for somebody is tried
 * again for all of the bucket, which does nothing to those who are done.
 */
@Component
class DailyRound {

    private static final Logger log = LoggerFactory.getLogger(DailyRound.class);

    private static final int BEFORE_THE_FIRST = -1;

    private final CalendarRounds rounds;
    private final Matters matters;
    private final BringUpToDay upToDay;
    private final ChangeCertificate certificates;
    private final KnownHolders holders;
    private final TellMatter tell;
    private final OfficeDays days;
    private final TransactionTemplate bucketTransaction;
    private final TransactionTemplate ownTransaction;

    DailyRound(
            CalendarRounds rounds,
            Matters matters,
            BringUpToDay upToDay,
            ChangeCertificate certificates,
            KnownHolders holders,
            TellMatter tell,
            OfficeDays days,
            PlatformTransactionManager transactions) {
        this.rounds = rounds;
        this.matters = matters;
        this.upToDay = upToDay;
        this.certificates = certificates;
        this.holders = holders;
        this.tell = tell;
        this.days = days;
        this.bucketTransaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does what is left of today's round and no other instance is doing. */
    @Scheduled(
            initialDelayString = "${huizhu.certificate-matters.calendar-poll:10m}",
            fixedDelayString = "${huizhu.certificate-matters.calendar-poll:10m}")
    void run() {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken("certificate-calendar", "n/a", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            OfficeDay today = days.today();
            Optional<Integer> reached = Optional.of(BEFORE_THE_FIRST);
            while (reached.isPresent()) {
                int last = reached.get();
                reached = bucketTransaction.execute(status -> bucket(today, last));
            }
            warnOfUnpublishedYear(today);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** The bucket after {@code last} that was worked on; one where something failed does not stop the others. */
    private Optional<Integer> bucket(OfficeDay today, int last) {
        Optional<Integer> claimed = rounds.claim(today.date(), last);
        claimed.ifPresent(bucket -> {
            if (work(bucket, today) == 0) {
                rounds.done(bucket, today.date());
            }
        });
        return claimed;
    }

    /** How many failed. */
    private int work(int bucket, OfficeDay today) {
        LocalDate date = today.date();
        return each("deceased", rounds.deceased(bucket), this::died)
                + each("matters", rounds.mattersDue(bucket, date), id -> matter(id, today))
                + each("moved", rounds.moved(bucket, movedBefore(today)), id -> moved(id, today))
                + each("expired", rounds.expired(bucket, date), certificates::expire)
                + each("reminders", rounds.toRemind(bucket, remindUntil(today)), id -> remind(id, today));
    }

    private int each(String what, List<String> ids, Consumer<String> work) {
        int failures = 0;
        for (String id : ids) {
            try {
                ownTransaction.executeWithoutResult(status -> work.accept(id));
            } catch (RuntimeException failed) {
                log.warn("Daily round: {} failed for {}, tried again later", what, id, failed);
                failures++;
            }
        }
        return failures;
    }

    private void died(String residentId) {
        holders.find(residentId).map(Holder::deceasedOn).ifPresent(day -> certificates.death(residentId, day));
    }

    private void matter(String id, OfficeDay today) {
        matters.lock(id).ifPresent(matter -> upToDay.bring(matter, today));
    }

    private static LocalDate movedBefore(OfficeDay today) {
        return today.date().minusMonths(today.number(Rule.FREEZE_MONTHS).orElse(0));
    }

    /** By the day on which it was to be, also when that is noticed late: what follows from it counts from then. */
    private void moved(String residentId, OfficeDay today) {
        Holder holder = holders.find(residentId).orElseThrow();
        Holder.Card card = holder.card();
        LocalDate left = holder.leftOn();
        if (card == null || !card.isHeld()) {
            return;
        }
        if (left == null) {
            if (card.status() == CertificateStatus.FROZEN) {
                certificates.thaw(residentId, today.date());
            }
        } else if (isPast(left, Rule.LAPSE_MONTHS, today)) {
            certificates.cancel(residentId, CancelReason.NOT_MOVED, dayAfter(left, Rule.LAPSE_MONTHS, today));
        } else if (card.status() == CertificateStatus.ACTIVE && isPast(left, Rule.FREEZE_MONTHS, today)) {
            certificates.freeze(residentId, dayAfter(left, Rule.FREEZE_MONTHS, today));
        }
    }

    private static boolean isPast(LocalDate left, Rule months, OfficeDay today) {
        return today.number(months)
                .filter(count -> today.date().isAfter(left.plusMonths(count)))
                .isPresent();
    }

    private static LocalDate dayAfter(LocalDate left, Rule months, OfficeDay today) {
        return left.plusMonths(today.number(months).orElseThrow()).plusDays(1);
    }

    private static LocalDate remindUntil(OfficeDay today) {
        return today.date().plusMonths(today.number(Rule.RENEWAL_MONTHS).orElse(0));
    }

    private void remind(String residentId, OfficeDay today) {
        Holder.Card card = holders.find(residentId).map(Holder::card).orElse(null);
        if (card != null && rounds.remind(residentId, card.sequence(), today.date())) {
            tell.renewalDue(residentId, card.expiresOn());
        }
    }

    private static void warnOfUnpublishedYear(OfficeDay today) {
        int year = today.date().plusMonths(1).getYear();
        if (!today.workingDays().isPublished(year)) {
            log.warn("The public holidays of {} are not known: deadlines count its weekdays", year);
        }
    }
}
