package org.huizhu.identity.privacy;

import java.util.ArrayList;
import java.util.List;
import org.huizhu.identity.resident.PersonInFull;
import org.huizhu.identity.resident.ReadInFull;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a person in clear: to staff for a purpose that their office has, to residents their own. Recorded, or not shown. */
@Component
class ShowInFull {

    private static final int LONGEST_NOTE = 500;

    private final ReadInFull read;
    private final FullViews views;
    private final AuditLog audit;

    ShowInFull(ReadInFull read, FullViews views, AuditLog audit) {
        this.read = read;
        this.views = views;
        this.audit = audit;
    }

    /**
     * For staff.
     *
     * @throws Problem with every fault of the purpose and the note, or 404
     */
    @Transactional
    public PersonInFull toStaff(String residentId, @Nullable String purpose, @Nullable String note) {
        Caller caller = Caller.current();
        String written = note == null || note.isBlank() ? null : note.strip();
        Purpose checked = checked(caller, purpose, written);
        PersonInFull person = read.person(residentId).orElseThrow(() -> Problem.notFound("no-such-resident"));
        views.add(residentId, caller.subject(), checked, written);
        audit.recordFor(checked.name(), "resident.full-view", residentId);
        return person;
    }

    /** For residents, their own. */
    @Transactional
    public PersonInFull toOneself(String residentId) {
        PersonInFull person = read.person(residentId).orElseThrow(() -> Problem.notFound("no-such-resident"));
        audit.record("resident.own-full-view", residentId);
        return person;
    }

    private static Purpose checked(Caller caller, @Nullable String code, @Nullable String note) {
        List<Fault> faults = new ArrayList<>();
        Purpose purpose = code == null
                ? null
                : Purpose.of(code).filter(each -> each.isOpenTo(caller.roles())).orElse(null);
        if (purpose == null) {
            faults.add(Fault.of("purpose", "purpose-unknown", openTo(caller)));
        } else if (purpose.needsNote() && note == null) {
            faults.add(Fault.of("note", "note-missing"));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add(Fault.of("note", "note-too-long", LONGEST_NOTE));
        }
        if (purpose == null || !faults.isEmpty()) {
            throw Problem.faults("full-view-refused", faults);
        }
        return purpose;
    }

    /** What this caller may say, as one text. */
    private static String openTo(Caller caller) {
        return String.join(", ", purposesOf(caller).stream().map(Purpose::name).toList());
    }

    static List<Purpose> purposesOf(Caller caller) {
        return List.of(Purpose.values()).stream()
                .filter(purpose -> purpose.isOpenTo(caller.roles()))
                .toList();
    }
}
