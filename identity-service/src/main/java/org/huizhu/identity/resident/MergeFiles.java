package org.huizhu.identity.resident;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huizhu.contracts.ContractJson;
import org.huizhu.contracts.EventTypes;
import org.huizhu.identity.report.Report;
import org.huizhu.identity.report.Reports;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a file that is a second one of the same person, and opens it again. The closed file stays as it is; it is told
 * with its certificate cancelled on that day, so that nobody decides for it any more, and counts in no household. What it
 * had of its person's place among others goes on in the survivor. Both run in the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MergeFiles {

    private static final String MERGE = "merge";

    private final Files files;
    private final Residents residents;
    private final Reports reports;
    private final Memberships memberships;
    private final List<MergeFollower> followers;
    private final IdSource ids;
    private final InstantSource clock;

    MergeFiles(
            Files files,
            Residents residents,
            Reports reports,
            Memberships memberships,
            List<MergeFollower> followers,
            IdSource ids,
            InstantSource clock) {
        this.files = files;
        this.residents = residents;
        this.reports = reports;
        this.memberships = memberships;
        this.followers = followers;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the survivor had of the taken fields, and what it got; without {@code place} in memos of old. */
    record Memo(
            String said,
            EnumSet<MergeField> taken,
            MergeValues before,
            MergeValues after,
            Memberships.@Nullable Place place) {}

    /**
     * Lets the survivor go on, with those fields of the other file, and in its household if it was in none itself. The
     * answer is a memo that {@link #undo} wants; it holds personal data.
     *
     * @throws Problem 409 if one of both is closed, or only the one to be closed holds a certificate
     */
    public String merge(String survivor, String closed, Set<MergeField> wanted) {
        WorkingSet work = files.openOf(List.of(survivor, closed));
        Resident goesOn = work.get(survivor);
        Resident ends = work.get(closed);
        if (goesOn.merged() != null || ends.merged() != null) {
            throw Problem.conflict("file-merged");
        }
        if (goesOn.certificates().current().isEmpty()
                && ends.certificates().current().isPresent()) {
            throw Problem.conflict("survivor-without-certificate");
        }
        EnumSet<MergeField> fields = EnumSet.noneOf(MergeField.class);
        fields.addAll(wanted);
        if (goesOn.householdId() == null && ends.householdId() != null) {
            fields.add(MergeField.HOUSEHOLD);
        }
        MergeValues before = MergeValues.of(goesOn);
        MergeValues after = before.with(fields, MergeValues.of(ends));
        var merged = new Resident.Merged(survivor, Shanghai.today(clock));
        String said = ids.next();
        Memberships.Place place = memberships.place(survivor);
        work.change(survivor, EventTypes.RESIDENT_UPDATED, after::in, new Books.Voice(MERGE, clock.instant(), said));
        work.change(closed, EventTypes.RESIDENT_MERGED, file -> file.merged(merged));
        files.close(work);
        residents.merge(closed, merged);
        boolean moved = !Objects.equals(before.household(), after.household());
        Memberships.Place taken = place.withRelation(memberships.takeOver(survivor, closed, moved));
        followers.forEach(follower -> follower.merged(survivor, closed));
        return ContractJson.MAPPER.writeValueAsString(new Memo(said, fields, before, after, taken));
    }

    /**
     * Opens the closed file again as it was, and gives the survivor back what it had. A field that somebody changed
     * after the merge is theirs and stays; those are the answer.
     */
    public Set<MergeField> undo(String survivor, String closed, String memo) {
        Memo kept = ContractJson.MAPPER.readValue(memo, Memo.class);
        String home = kept.before().household();
        WorkingSet work = files.openOf(List.of(survivor, closed), home == null ? List.of() : List.of(home));
        MergeValues now = MergeValues.of(work.get(survivor));
        EnumSet<MergeField> back = EnumSet.noneOf(MergeField.class);
        EnumSet<MergeField> later = EnumSet.noneOf(MergeField.class);
        for (MergeField field : kept.taken()) {
            (now.isSame(field, kept.after()) ? back : later).add(field);
        }
        MergeValues restored = now.with(back, kept.before());
        work.change(survivor, EventTypes.RESIDENT_UPDATED, restored::personIn);
        // What the merge said of the survivor is taken back; what others said since then stands.
        for (Report report : reports.received(kept.said())) {
            work.books().settle(report.with(Report.Standing.WITHDRAWN));
            reports.settle(report.id(), Report.Standing.WITHDRAWN, MERGE);
        }
        work.account(survivor);
        work.change(closed, EventTypes.RESIDENT_UPDATED, file -> file.merged(null));
        files.close(work);
        residents.merge(closed, null);
        if (kept.place() != null) {
            memberships.giveBack(survivor, kept.place(), back.contains(MergeField.HOUSEHOLD));
        }
        followers.forEach(follower -> follower.parted(survivor, closed));
        return later;
    }
}
