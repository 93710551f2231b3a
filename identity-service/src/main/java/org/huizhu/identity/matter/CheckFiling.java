package org.huizhu.identity.matter;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.ResidentFacts.CertificateStatus;
import org.huizhu.identity.certificate.CheckClaim;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.matter.Progress.Notice;
import org.huizhu.identity.resident.CancelReason;
import org.huizhu.identity.resident.CertificateClaim;
import org.huizhu.identity.resident.Holder;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Whether a matter can be filed: whether the request is whole, and whether it fits what the resident holds. */
final class CheckFiling {

    private static final Pattern AREA = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final Pattern DISTRICT = Pattern.compile("[0-9]{6}");
    private static final int MOST_LOST_CARDS = 99;

    private final Requests.File request;
    private final Holder holder;
    private final OfficeDay today;
    private final Caller caller = Caller.current();
    private final Sent sent = new Sent();
    private final Findings findings = sent.findings();

    CheckFiling(Requests.File request, Holder holder, OfficeDay today) {
        this.request = request;
        this.holder = holder;
        this.today = today;
    }

    /** What can be filed. */
    record Checked(
            Kind kind,
            Filing filing,
            Set<Document> documents,
            @Nullable String remark,
            @Nullable Result result,
            Notice notice) {}

    Checked check() {
        findings.required("kind", request.kind());
        Kind kind = findings.code("kind", request.kind(), Kind.class);
        if (kind == Kind.DISPUTE) {
            findings.add("kind", "dispute-a-matter");
        }
        Set<Document> documents = sent.documents(request.documents());
        String remark = sent.remark("remark", request.remark());
        String office = findings.matching("office", request.office(), AREA, "area-malformed");
        String handTo = findings.matching("handTo", request.handTo(), DISTRICT, "district-malformed");
        boolean assessedElsewhere = request.assessment() != null;
        if (kind != null) {
            crossProvince(kind, office, handTo, assessedElsewhere);
        }
        MatterDetails details = kind == null ? MatterDetails.NONE : details(kind);
        Result result = assessedElsewhere ? elsewhere() : null;
        Notice notice = result == null ? Notice.NONE : notice();
        sent.check();
        Kind wanted = Objects.requireNonNull(kind);
        fits(wanted, details);
        Filing filing = new Filing(
                track(wanted, assessedElsewhere),
                channel(office),
                caller.subject(),
                today.date(),
                office == null ? caller.staffArea().orElse(null) : office,
                handTo,
                null,
                details);
        return new Checked(wanted, filing, documents, remark, result, notice);
    }

    private void crossProvince(Kind kind, @Nullable String office, @Nullable String handTo, boolean assessed) {
        boolean assessable = kind == Kind.APPLY || kind == Kind.RENEW || kind == Kind.CHANGE;
        if ((office != null || handTo != null || assessed) && !caller.roles().contains("federation-officer")) {
            findings.add(office != null ? "office" : assessed ? "assessment" : "handTo", "federation-only");
        } else if (assessed && (office == null || !assessable)) {
            findings.add("assessment", "assessed-elsewhere-only");
        } else if (handTo != null && (!assessable || assessed)) {
            findings.add("handTo", "hands-over-what-is-assessed");
        }
    }

    private Track track(Kind kind, boolean assessedElsewhere) {
        return switch (kind) {
            case APPLY, CHANGE -> assessedElsewhere ? Track.REVIEWED : Track.ASSESSED;
            case RENEW ->
                (today.holds(Rule.RENEWAL_REASSESSES) || request.handTo() != null) && !assessedElsewhere
                        ? Track.ASSESSED
                        : Track.REVIEWED;
            case CANCEL -> Track.REVIEWED;
            case DISPUTE -> Track.DISPUTED;
            case REISSUE, REPLACE, MOVE_IN, MOVE_OUT -> Track.PLAIN;
        };
    }

    private Channel channel(@Nullable String office) {
        if (caller.staffArea().isPresent()) {
            return office == null ? Channel.CLERK : Channel.CROSS_PROVINCE;
        }
        return holder.residentId().equals(caller.residentId()) ? Channel.RESIDENT : Channel.GUARDIAN;
    }

    private @Nullable Result elsewhere() {
        return sent.result(
                request.assessment(),
                Result.Source.CROSS_PROVINCE,
                null,
                new Sent.By(caller.subject(), today.date(), applicant()));
    }

    private Applicant applicant() {
        return new Applicant(holder.birthDate());
    }

    /** The other office publicised it: the notice must have ended, unless the holder is a minor. */
    private Notice notice() {
        LocalDate until = findings.day("noticeUntil", request.noticeUntil());
        boolean due =
                !applicant().isYoungerThan(today.number(Rule.NOTICE_FROM_AGE).orElse(0), today.date());
        if (until == null && due) {
            findings.required("noticeUntil", null);
        } else if (until != null && !until.isBefore(today.date())) {
            findings.add("noticeUntil", "notice-not-over");
        }
        return new Notice(due, until, false);
    }

    private MatterDetails details(Kind kind) {
        Requests.Details part =
                Objects.requireNonNullElse(request.details(), new Requests.Details(null, null, null, null));
        return switch (kind) {
            case CANCEL -> cancel(part);
            case MOVE_OUT -> {
                findings.required("details.area", part.area());
                String to = findings.matching("details.area", part.area(), AREA, "area-malformed");
                yield new MatterDetails(null, null, to, null, null);
            }
            case MOVE_IN -> moveIn(part);
            case APPLY, RENEW, CHANGE, REISSUE, REPLACE, DISPUTE -> MatterDetails.NONE;
        };
    }

    private MatterDetails cancel(Requests.Details part) {
        findings.required("details.reason", part.reason());
        CancelReason reason = findings.code("details.reason", part.reason(), CancelReason.class);
        LocalDate on = findings.pastDay("details.on", part.on(), holder.birthDate(), today.date());
        boolean staff = caller.staffArea().isPresent();
        if (reason == CancelReason.NOT_MOVED || (reason != null && reason != CancelReason.OWN_REQUEST && !staff)) {
            findings.add("details.reason", "cancel-reason");
        }
        if (reason == CancelReason.DECEASED && on == null) {
            findings.required("details.on", null);
        }
        return new MatterDetails(reason, on, null, null, null);
    }

    private MatterDetails moveIn(Requests.Details part) {
        findings.required("details.area", part.area());
        String from = findings.matching("details.area", part.area(), AREA, "area-malformed");
        Requests.Card card = part.certificate();
        if (card == null) {
            findings.add("details.certificate", "required");
            return MatterDetails.NONE;
        }
        var inner = new Findings();
        inner.required("issuedOn", card.issuedOn());
        CertificateClaim claim = CheckClaim.check(
                inner,
                new CheckClaim.Said(card.category(), card.level(), card.components(), card.issuedOn()),
                holder.birthDate(),
                today.date());
        inner.faults()
                .forEach(fault -> findings.add(
                        "details.certificate." + fault.field(),
                        fault.code(),
                        fault.arguments().toArray()));
        int lost = Objects.requireNonNullElse(card.lostCards(), 0);
        if (lost < 0 || lost > MOST_LOST_CARDS) {
            findings.add("details.certificate.lostCards", "count-range", 0, MOST_LOST_CARDS);
        }
        return new MatterDetails(null, null, from, claim, lost);
    }

    private void fits(Kind kind, MatterDetails details) {
        if (holder.deceasedOn() != null) {
            throw Problem.conflict("resident-deceased");
        }
        Holder.Card card = holder.card();
        switch (kind) {
            case APPLY, MOVE_IN -> holdsNone(card);
            case RENEW -> canRenew(held(card));
            case CHANGE, REISSUE, REPLACE -> {
                if (held(card).status() != CertificateStatus.ACTIVE) {
                    throw Problem.conflict("certificate-not-active");
                }
            }
            case MOVE_OUT -> held(card);
            case CANCEL -> {
                if (details.reason() != CancelReason.DECEASED) {
                    held(card);
                }
            }
            case DISPUTE -> throw new IllegalStateException("refused before");
        }
    }

    private static Holder.Card held(Holder.@Nullable Card card) {
        if (card == null || !card.isHeld()) {
            throw Problem.conflict("no-certificate-held");
        }
        return card;
    }

    private void holdsNone(Holder.@Nullable Card card) {
        if (card == null) {
            return;
        }
        if (card.isHeld()) {
            throw Problem.conflict("certificate-held");
        }
        boolean waits = card.status() == CertificateStatus.CANCELLED && card.endReason() != null;
        today.reapplyFrom(card.statusSince())
                .filter(from -> waits && today.date().isBefore(from))
                .ifPresent(from -> {
                    throw Problem.conflict("matter-wait", from.toString());
                });
    }

    private void canRenew(Holder.Card card) {
        if (card.status() == CertificateStatus.FROZEN) {
            throw Problem.conflict("certificate-not-active");
        }
        today.number(Rule.RENEWAL_MONTHS)
                .map(months -> card.expiresOn().minusMonths(months))
                .filter(from -> today.date().isBefore(from))
                .ifPresent(from -> {
                    throw Problem.conflict("renewal-too-early", from.toString());
                });
    }
}
