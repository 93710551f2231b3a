package org.huizhu.identity.needs;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down what a resident needs, whole each time, and shows it; both are recorded. */
@Component
class TellNeeds {

    private final NeedsBook book;
    private final Atomically atomically;
    private final AuditLog audit;

    TellNeeds(NeedsBook book, Atomically atomically, AuditLog audit) {
        this.book = book;
        this.atomically = atomically;
        this.audit = audit;
    }

    /** {@code version}: the one that was read; another one meanwhile is a conflict. Without it, it is not looked at. */
    record Told(
            @Nullable Integer version,
            @Nullable List<@Nullable String> modes,
            @Nullable String channel,
            @Nullable String language,
            @Nullable String bestTime) {}

    Needs tell(String resident, Told told) {
        var findings = new Findings();
        Set<Needs.Mode> modes = EnumSet.noneOf(Needs.Mode.class);
        if (told.modes() == null) {
            findings.add("modes", "required");
        } else {
            findings.entries("modes", told.modes()).forEach((field, name) -> {
                Needs.Mode mode = findings.code(field, name, Needs.Mode.class);
                if (mode != null) {
                    modes.add(mode);
                }
            });
        }
        Needs.Channel channel = findings.code("channel", told.channel(), Needs.Channel.class);
        Needs.Language language = findings.code("language", told.language(), Needs.Language.class);
        Needs.BestTime bestTime = findings.code("bestTime", told.bestTime(), Needs.BestTime.class);
        if (!findings.isEmpty()) {
            throw Problem.faults("needs-invalid", findings.faults());
        }
        return atomically.run(() -> {
            Needs held = book.current(resident);
            if (told.version() != null && told.version() != held.version()) {
                throw Problem.conflict("needs-changed");
            }
            book.add(
                    resident,
                    new Needs(book.nextVersion(resident), modes, channel, language, bestTime, null, null),
                    toldBy(resident));
            audit.record("needs.tell", resident);
            return book.current(resident);
        });
    }

    private static Needs.ToldBy toldBy(String resident) {
        Caller caller = Caller.current();
        if (resident.equals(caller.residentId())) {
            return Needs.ToldBy.RESIDENT;
        }
        // Whoever comes so far may read the file: staff in their area, or a guardian who acts for the resident.
        boolean guardian = caller.roles().contains("guardian") && caller.area() == null;
        return guardian ? Needs.ToldBy.GUARDIAN : Needs.ToldBy.STAFF;
    }

    Needs read(String resident) {
        return atomically.run(() -> {
            audit.record("needs.read", resident);
            return book.current(resident);
        });
    }

    List<Needs> history(String resident) {
        return atomically.run(() -> {
            audit.record("needs.read", resident);
            return book.history(resident);
        });
    }
}
