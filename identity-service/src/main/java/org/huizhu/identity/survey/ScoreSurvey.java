package org.huizhu.identity.survey;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.platform.time.Shanghai;
import org.springframework.stereotype.Component;

/**
 * Says how good the files are, by street or community:
 *
 * <ul>
 *   <li>completeness: of all fields that should be known of the holders, how many are;
 *   <li>plausibility: of the holders, how many have a file that can be true;
 *   <li>consistency: of those who were reached, how many have nothing left open in which the survey contradicts the file,
 *       and a certificate of the category and level that the surveyor saw (100 when nobody was reached);
 *   <li>timeliness: of the holders, how many were reached in the time of the survey;
 *   <li>score: 40 % completeness, 20 % each of the others, rounded to whole points.
 * </ul>
 */
@Component
class ScoreSurvey {

    private static final int PAGE = 500;
    private static final int STREET_DIGITS = 9;

    private final HeldFiles files;
    private final SurveyAnswers answers;
    private final InstantSource clock;

    ScoreSurvey(HeldFiles files, SurveyAnswers answers, InstantSource clock) {
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    /** What areas are told apart. */
    enum By {
        STREET,
        COMMUNITY
    }

    /** All but {@code holders} in percent. */
    record Score(
            String area,
            long holders,
            double completeness,
            double plausibility,
            double consistency,
            double timeliness,
            long score) {}

    private static final class Sum {
        private long holders;
        private long expected;
        private long known;
        private long plausible;
        private long reached;
        private long consistent;

        void add(QualityOfFile quality, SurveyAnswers.Visited visit) {
            holders++;
            expected += quality.expected();
            known += quality.known();
            plausible += quality.plausible() ? 1 : 0;
            if (visit.outcome() == Outcome.REACHED) {
                reached++;
                consistent += visit.contradictions() == 0 ? 1 : 0;
            }
        }

        Score score(String area) {
            double completeness = percent(known, expected);
            double plausibility = percent(plausible, holders);
            double consistency = percent(consistent, reached);
            double timeliness = percent(reached, holders);
            return new Score(
                    area,
                    holders,
                    completeness,
                    plausibility,
                    consistency,
                    timeliness,
                    Math.round(0.4 * completeness + 0.2 * (plausibility + consistency + timeliness)));
        }

        private static double percent(long part, long whole) {
            return whole == 0 ? 100 : Math.round(1_000.0 * part / whole) / 10.0;
        }
    }

    List<Score> score(Survey survey, String area, By by) {
        LocalDate today = Shanghai.today(clock);
        var nobody = new SurveyAnswers.Visited(Outcome.NOT_REACHED, survey.from(), 0);
        Map<String, Sum> sums = new TreeMap<>();
        List<String> ids = files.holders(area, today, "", PAGE);
        while (!ids.isEmpty()) {
            Map<String, HeldFile> held = files.of(ids);
            Map<String, String> homes = files.areasOf(ids);
            Map<String, SurveyAnswers.Visited> visits = answers.visited(survey.id(), ids);
            held.forEach((id, file) -> sums.computeIfAbsent(place(homes.getOrDefault(id, area), by), key -> new Sum())
                    .add(QualityOfFile.of(file, today), visits.getOrDefault(id, nobody)));
            ids = files.holders(area, today, ids.getLast(), PAGE);
        }
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().score(entry.getKey()))
                .toList();
    }

    private static String place(String home, By by) {
        return by == By.STREET ? home.substring(0, Math.min(STREET_DIGITS, home.length())) : home;
    }
}
