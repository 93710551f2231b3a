package org.huizhu.platform.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.PackFault;
import org.huizhu.eligibility.PackFaults;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.eligibility.Subject;

/** Checks a text as the service would load it, and whether it may be published in this service. */
final class CheckDraft {

    private static final String FILE = "draft.yaml";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LONGEST_PROGRAMME = 64;

    private final PacksInForce packs;
    private final String service;

    CheckDraft(PacksInForce packs, String service) {
        this.packs = packs;
        this.service = service;
    }

    String service() {
        return service;
    }

    CheckedDraft check(String yaml) {
        RulePacks current = packs.current();
        AtomicReference<Pack> read = new AtomicReference<>();
        try {
            current.publish(List.of(new PackSource(FILE, yaml)), pack -> {
                read.set(pack);
                return unfit(pack, current);
            });
            return new CheckedDraft(yaml, read.get(), List.of());
        } catch (PackFaults refused) {
            return new CheckedDraft(yaml, read.get(), refused.faults());
        }
    }

    private List<PackFault> unfit(Pack pack, RulePacks current) {
        List<PackFault> faults = new ArrayList<>();
        if (!pack.owner().equals(service)) {
            faults.add(pack.fault(
                    "owner", "the owner is '" + pack.owner() + "' and this is " + service, "write owner: " + service));
        }
        if (pack.subject() != Subject.RESIDENT) {
            faults.add(pack.fault(
                    "subject",
                    "this service holds the facts of residents and cannot rehearse over others",
                    "publish programmes about residents only; others come with a release"));
        }
        if (pack.programme().length() > LONGEST_PROGRAMME) {
            faults.add(pack.fault("programme", "the id is too long", "use at most " + LONGEST_PROGRAMME + " letters"));
        }
        if (!pack.name().isEmpty() && !NAME.matcher(pack.name()).matches()) {
            faults.add(pack.fault(
                    "pack",
                    "'" + pack.name() + "' cannot be the name of a version",
                    "use up to 64 of A-Z a-z 0-9 . _ -"));
        }
        current.packs().stream()
                .filter(other -> isTaken(pack, other))
                .findFirst()
                .ifPresent(other -> faults.add(pack.fault(
                        "pack",
                        "the pack that begins on " + other.from() + " is already called " + other.name(),
                        "give this version a name of its own: decisions are kept under it")));
        return faults;
    }

    /** The same name on the same day is a file replaced; on another day it would be two packs under one name. */
    private static boolean isTaken(Pack pack, Pack other) {
        return pack.programme().equals(other.programme())
                && pack.name().equals(other.name())
                && !pack.from().equals(other.from());
    }
}
