package org.huizhu.identity.matter;

import java.time.InstantSource;
import java.time.LocalDate;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.identity.matter.Result.Disability;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a federation officer decides: approval by a second person, and what comes of it. Nothing is while it is disputed. */
@Component
class DecideMatter {

    private final MoveMatter move;
    private final Matters matters;
    private final KnownHolders holders;
    private final CarryOut carryOut;
    private final InstantSource clock;

    DecideMatter(MoveMatter move, Matters matters, KnownHolders holders, CarryOut carryOut, InstantSource clock) {
        this.move = move;
        this.matters = matters;
        this.holders = holders;
        this.carryOut = carryOut;
        this.clock = clock;
    }

    Matter approve(String id, long seen, @Nullable String remark) {
        String actor = Caller.current().subject();
        return move.move(asked(id, seen, Action.APPROVE, remark), (matter, today) -> {
            undisputed(matter);
            Matter approved = matter.approve(actor, remark != null, today);
            changes(matter);
            return approved;
        });
    }

    Matter sendBack(String id, long seen, String remark) {
        return move.move(asked(id, seen, Action.SEND_BACK, remark), (matter, today) -> {
            undisputed(matter);
            return matter.sendBack(today);
        });
    }

    Matter handOver(String id, long seen, @Nullable String remark) {
        return move.move(asked(id, seen, Action.HAND_OVER, remark), (matter, today) -> {
            undisputed(matter);
            return matter.simply(Action.HAND_OVER, today);
        });
    }

    /** Gives out the card, or ends it: {@code action} is ISSUE or COMPLETE. */
    Matter carryOut(String id, long seen, Action action, @Nullable String remark) {
        LocalDate today = Shanghai.today(clock);
        return move.move(
                asked(id, seen, action, remark),
                (matter, day) -> {
                    undisputed(matter);
                    return matter.simply(action, day);
                },
                moved -> carryOut.carryOut(moved, today));
    }

    private static MoveMatter.Asked asked(String id, long seen, Action action, @Nullable String remark) {
        return new MoveMatter.Asked(id, seen, action, remark);
    }

    private void undisputed(Matter matter) {
        if (matters.isDisputed(matter.id())) {
            throw Problem.conflict("matter-disputed");
        }
    }

    /** A change that changes nothing would give ten more years by the back door. */
    private void changes(Matter matter) {
        Result result = matter.progress().result();
        Disability found = result == null ? null : result.disability();
        Holder.Card held = holders.find(matter.residentId()).map(Holder::card).orElse(null);
        if (matter.kind() == Kind.CHANGE
                && found != null
                && held != null
                && held.category() == found.category()
                && held.level() == found.level()
                && held.components().equals(found.components())) {
            throw Problem.conflict("matter-nothing-changed");
        }
    }
}
