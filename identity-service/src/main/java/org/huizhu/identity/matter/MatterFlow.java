package org.huizhu.identity.matter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhu.contracts.CertificateMatterMoved.Step;

/** Every way from one step to the next; what is not in the table is not possible. */
final class MatterFlow {

    private static final String TABLE = """
            step         action      track     if          next step

            FILED        ACCEPT      ASSESSED  ALWAYS      ACCEPTED
            FILED        ACCEPT      REVIEWED  ALWAYS      REVIEW
            FILED        ACCEPT      PLAIN     ALWAYS      READY
            FILED        RETURN      *         ALWAYS      RETURNED
            FILED        REFUSE      *         ALWAYS      REFUSED
            RETURNED     RESUBMIT    *         ALWAYS      FILED
            ACCEPTED     ASSIGN      ASSESSED  ALWAYS      AT_HOSPITAL
            ACCEPTED     PLAN_VISIT  ASSESSED  ALWAYS      HOME_VISIT
            AT_HOSPITAL  ASSIGN      ASSESSED  ALWAYS      AT_HOSPITAL
            AT_HOSPITAL  PLAN_VISIT  ASSESSED  ALWAYS      HOME_VISIT
            AT_HOSPITAL  ASSESS      ASSESSED  NOTICE      NOTICE
            AT_HOSPITAL  ASSESS      ASSESSED  NO_NOTICE   REVIEW
            HOME_VISIT   ASSIGN      ASSESSED  ALWAYS      AT_HOSPITAL
            HOME_VISIT   PLAN_VISIT  ASSESSED  ALWAYS      HOME_VISIT
            HOME_VISIT   ASSESS      ASSESSED  NOTICE      NOTICE
            HOME_VISIT   ASSESS      ASSESSED  NO_NOTICE   REVIEW
            NOTICE       OBJECT      *         ALWAYS      NOTICE
            NOTICE       END_NOTICE  *         ALWAYS      REVIEW
            REVIEW       APPROVE     *         OURS        READY
            REVIEW       SEND_BACK   ASSESSED  ALWAYS      ACCEPTED
            REVIEW       REFUSE      *         OURS        REFUSED
            REVIEW       HAND_OVER   ASSESSED  THEIRS      HANDED_OVER
            READY        ISSUE       *         GIVES_CARD  ISSUED
            READY        COMPLETE    *         ENDS_CARD   DONE

            FILED        WITHDRAW    *         ALWAYS      WITHDRAWN
            RETURNED     WITHDRAW    *         ALWAYS      WITHDRAWN
            ACCEPTED     WITHDRAW    *         ALWAYS      WITHDRAWN
            AT_HOSPITAL  WITHDRAW    *         ALWAYS      WITHDRAWN
            HOME_VISIT   WITHDRAW    *         ALWAYS      WITHDRAWN
            NOTICE       WITHDRAW    *         ALWAYS      WITHDRAWN
            REVIEW       WITHDRAW    *         ALWAYS      WITHDRAWN
            READY        WITHDRAW    *         ALWAYS      WITHDRAWN
            AT_CITY      WITHDRAW    *         ALWAYS      WITHDRAWN
            CITY_FOUND   WITHDRAW    *         ALWAYS      WITHDRAWN
            AT_PROVINCE  WITHDRAW    *         ALWAYS      WITHDRAWN

            AT_CITY      UPHOLD      DISPUTED  ALWAYS      CITY_FOUND
            AT_CITY      OVERTURN    DISPUTED  ALWAYS      DONE
            CITY_FOUND   ESCALATE    DISPUTED  ALWAYS      AT_PROVINCE
            CITY_FOUND   LAPSE       DISPUTED  ALWAYS      DONE
            AT_PROVINCE  UPHOLD      DISPUTED  ALWAYS      DONE
            AT_PROVINCE  OVERTURN    DISPUTED  ALWAYS      DONE
            NOTICE       CORRECT     *         NOTICE      NOTICE
            NOTICE       CORRECT     *         NO_NOTICE   REVIEW
            REVIEW       CORRECT     *         NOTICE      NOTICE
            REVIEW       CORRECT     *         NO_NOTICE   REVIEW
            READY        CORRECT     *         NOTICE      NOTICE
            READY        CORRECT     *         NO_NOTICE   REVIEW

            FILED        CLOSE       *         ALWAYS      CLOSED
            RETURNED     CLOSE       *         ALWAYS      CLOSED
            ACCEPTED     CLOSE       *         ALWAYS      CLOSED
            AT_HOSPITAL  CLOSE       *         ALWAYS      CLOSED
            HOME_VISIT   CLOSE       *         ALWAYS      CLOSED
            NOTICE       CLOSE       *         ALWAYS      CLOSED
            REVIEW       CLOSE       *         ALWAYS      CLOSED
            READY        CLOSE       *         ALWAYS      CLOSED
            AT_CITY      CLOSE       *         ALWAYS      CLOSED
            CITY_FOUND   CLOSE       *         ALWAYS      CLOSED
            AT_PROVINCE  CLOSE       *         ALWAYS      CLOSED
            """;

    static final List<Way> WAYS =
            TABLE.lines().skip(1).filter(line -> !line.isBlank()).map(Way::of).toList();

    private MatterFlow() {}

    /** One line of the table; without a track it is for every one. */
    record Way(Step from, Action action, Set<Track> tracks, Condition condition, Step to) {

        private static Way of(String line) {
            List<String> cells = Arrays.asList(line.strip().split(" +"));
            return new Way(
                    Step.valueOf(cells.get(0)),
                    Action.valueOf(cells.get(1)),
                    cells.get(2).equals("*") ? EnumSet.allOf(Track.class) : EnumSet.of(Track.valueOf(cells.get(2))),
                    Condition.valueOf(cells.get(3)),
                    Step.valueOf(cells.get(4)));
        }
    }

    static Optional<Step> next(Matter matter, Action action) {
        return WAYS.stream()
                .filter(way -> way.from() == matter.step()
                        && way.action() == action
                        && way.tracks().contains(matter.filing().track())
                        && way.condition().holds(matter))
                .map(Way::to)
                .findFirst();
    }

    /** Whether nothing follows. */
    static boolean isEnd(Step step) {
        return WAYS.stream().noneMatch(way -> way.from() == step);
    }

    /** The steps at which somebody with this role has something to do. */
    static Set<Step> stepsOf(String role) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        WAYS.stream()
                .filter(way -> way.action().roles().contains(role)
                        && way.action() != Action.WITHDRAW
                        && way.action() != Action.OBJECT)
                .forEach(way -> steps.add(way.from()));
        return steps;
    }
}
