package org.huizhu.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A person's certificates over time, with the days without a valid one before the next was issued: those between expiry
 * and late renewal (D-7), and those between application and first issue (D-6). Force majeure (PAY-12) prolongs first.
 */
final class Certificates {
    private static final Set<String> RUNNING_OUT = Set.of("ACTIVE", "EXPIRED");
    private static final int MONTHS_BACK = 3;

    private final FactsOverTime held;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Claim.Transition> prolonged = new ArrayList<>();

    /**
     * Days without a valid certificate, and the one that ended them.
     *
     * @param row the question that decides whether they are paid after all
     */
    private record Gap(String row, LocalDate from, LocalDate to, Map<?, ?> certificate) {

        YearMonth issued() {
            return YearMonth.from(to.plusDays(1));
        }

        boolean reaches(YearMonth month) {
            YearMonth earliest = row.equals("D-7") ? issued().minusMonths(MONTHS_BACK) : YearMonth.from(from);
            return !month.isBefore(earliest) && month.isBefore(issued());
        }
    }

    Certificates(FactsOverTime facts, Claim claim) {
        this.held = prolonged(facts, claim.transitions());
        findGaps(claim.applied());
    }

    private FactsOverTime prolonged(FactsOverTime facts, List<Claim.Transition> transitions) {
        if (transitions.isEmpty()) {
            return facts;
        }
        NavigableMap<LocalDate, Map<String, ?>> longer = new TreeMap<>();
        facts.snapshots().forEach((from, json) -> {
            Map<String, ?> then = json;
            for (Claim.Transition transition : transitions) {
                then = prolonged(then, transition);
            }
            longer.put(from, then);
        });
        return facts.with(longer);
    }

    private Map<String, ?> prolonged(Map<String, ?> facts, Claim.Transition transition) {
        LocalDate lastDay = Json.day(facts.get("certificate"), "expiresOn");
        boolean concerned = facts.get("certificate") instanceof Map<?, ?> certificate
                && RUNNING_OUT.contains(String.valueOf(certificate.get("status")))
                && lastDay != null
                && !lastDay.isBefore(transition.from())
                && lastDay.isBefore(transition.to());
        if (!concerned || lastDay == null) {
            return facts;
        }
        prolonged.add(new Claim.Transition(lastDay.plusDays(1), transition.to()));
        return withCertificate(
                facts,
                facts.get("certificate"),
                Map.of("status", "ACTIVE", "expiresOn", transition.to().toString()));
    }

    private static Map<String, ?> withCertificate(
            Map<String, ?> facts, @Nullable Object certificate, Map<String, String> instead) {
        Map<String, @Nullable Object> other = Json.copy(facts);
        if (certificate instanceof Map<?, ?> group) {
            Map<String, @Nullable Object> changed = Json.copy(group);
            changed.putAll(instead);
            other.put("certificate", changed);
        }
        return other;
    }

    private void findGaps(@Nullable LocalDate applied) {
        Map<?, ?> last = null;
        for (Map.Entry<LocalDate, Map<String, ?>> snapshot : held.snapshots().entrySet()) {
            LocalDate day = snapshot.getKey();
            LocalDate issued = Json.day(snapshot.getValue().get("certificate"), "issuedOn");
            if (snapshot.getValue().get("certificate") instanceof Map<?, ?> now
                    && issued != null
                    && !issued.isAfter(day)) {
                LocalDate from = last == null ? pendingFrom(applied) : lapsedFrom(last, issued);
                if (from != null && from.isBefore(day)) {
                    gaps.add(new Gap(last == null ? "D-6" : "D-7", from, day.minusDays(1), now));
                }
                last = now;
            }
        }
    }

    private @Nullable LocalDate pendingFrom(@Nullable LocalDate applied) {
        return applied == null || applied.isAfter(held.begin()) ? applied : held.begin();
    }

    private static @Nullable LocalDate lapsedFrom(Map<?, ?> last, LocalDate issued) {
        LocalDate lastDay = Json.day(last, "expiresOn");
        boolean renewed = !issued.equals(Json.day(last, "issuedOn"));
        return renewed && lastDay != null && RUNNING_OUT.contains(String.valueOf(last.get("status")))
                ? lastDay.plusDays(1)
                : null;
    }

    /** The facts as they count from day to day. */
    FactsOverTime held() {
        return held;
    }

    /** The same with every gap closed by the certificate that ended it. */
    FactsOverTime antedated() {
        NavigableMap<LocalDate, Map<String, ?>> closed = new TreeMap<>(held.snapshots());
        for (Gap gap : gaps) {
            Map.Entry<LocalDate, Map<String, ?>> before = closed.floorEntry(gap.from());
            if (before != null) {
                closed.put(gap.from(), before.getValue());
            }
            closed.subMap(gap.from(), true, gap.to(), true)
                    .replaceAll((day, facts) -> withCertificate(
                            facts,
                            gap.certificate(),
                            Map.of("issuedOn", gap.from().toString())));
        }
        return held.with(closed);
    }

    /** The question that decides whether that month is paid although no certificate was valid: D-6, D-7 or null. */
    @Nullable
    String antedating(YearMonth month) {
        for (Gap gap : gaps) {
            if (gap.reaches(month)) {
                return gap.row();
            }
        }
        return null;
    }

    /** The rows about certificates that made an owed month what it is. */
    List<String> rows(YearMonth month) {
        List<String> rows = new ArrayList<>();
        if (prolonged.stream()
                .anyMatch(p -> p.from().isBefore(month.atDay(2))
                        && !YearMonth.from(p.to()).isBefore(month))) {
            rows.add("PAY-12");
        }
        if (gaps.stream()
                .anyMatch(gap -> gap.row().equals("D-7") && gap.issued().equals(month))) {
            rows.add("PAY-10");
        }
        return rows;
    }
}
