package org.huizhu.identity.survey;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhu.identity.certificate.CheckRegistration;
import org.huizhu.identity.certificate.RegistrationRequest;
import org.huizhu.identity.certificate.RegistrationRequest.PersonPart;
import org.huizhu.identity.imports.RegistrationTable;
import org.huizhu.identity.imports.RegistrationTable.Line;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.IdSource;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a survey file that came back: what it says otherwise than the file is noted, nothing is changed. Rows go in piece
 * by piece; a file that broke off can come again, for the last answer about a person counts.
 */
@Component
class TakeSurveyFile {

    private static final int MEGABYTES = 20;
    private static final int ROWS_AT_ONCE = 500;
    private static final Set<String> OF_CERTIFICATE = Set.of("category", "level", "components", "issuedOn");
    private static final String MASK = "*";

    private final HeldFiles files;
    private final SurveyAnswers answers;
    private final SurveyFiles surveyFiles;
    private final Atomically atomically;
    private final AuditLog audit;
    private final IdSource ids;
    private final InstantSource clock;

    TakeSurveyFile(
            HeldFiles files,
            SurveyAnswers answers,
            SurveyFiles surveyFiles,
            Atomically atomically,
            AuditLog audit,
            IdSource ids,
            InstantSource clock) {
        this.files = files;
        this.answers = answers;
        this.surveyFiles = surveyFiles;
        this.atomically = atomically;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a file's rows. */
    record Taken(String file, int rows, int taken, int differing, int rejected) {}

    Taken take(Survey survey, String area, InputStream upload) throws IOException {
        String file = ids.next();
        audit.record("survey.upload", "survey", survey.id());
        try (RegistrationTable table = RegistrationTable.open(upload, MEGABYTES)) {
            if (!table.headings().stream().map(String::strip).toList().contains(SurveyColumn.RESIDENT.heading())) {
                throw Problem.faults(
                        "file-unreadable", List.of(Fault.of("", "columns-missing", SurveyColumn.RESIDENT.heading())));
            }
            surveyFiles.begin(file, survey.id(), area, table.headings());
            var reading = new Reading(survey, area, file, table);
            Taken sum = new Taken(file, 0, 0, 0, 0);
            List<Line> lines = next(table);
            while (!lines.isEmpty()) {
                sum = reading.take(lines, sum);
                lines = next(table);
            }
            return sum;
        }
    }

    private static List<Line> next(RegistrationTable table) throws IOException {
        List<Line> lines = new ArrayList<>();
        while (lines.size() < ROWS_AT_ONCE) {
            Line line = table.next();
            if (line == null) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    /** One file being read. */
    private final class Reading {

        private final Survey survey;
        private final String area;
        private final String file;
        private final RegistrationTable table;
        private final LocalDate today = Shanghai.today(clock);
        private final Set<String> seen = new HashSet<>();

        Reading(Survey survey, String area, String file, RegistrationTable table) {
            this.survey = survey;
            this.area = area;
            this.file = file;
            this.table = table;
        }

        Taken take(List<Line> lines, Taken before) {
            List<String> named = lines.stream()
                    .map(line -> table.cell(line, SurveyColumn.RESIDENT.heading()))
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .toList();
            Map<String, HeldFile> held = files.of(named);
            Map<String, String> homes = files.areasOf(named);
            List<SurveyAnswers.Answer> good = new ArrayList<>();
            List<SurveyFiles.Rejected> bad = new ArrayList<>();
            for (Line line : lines) {
                List<Fault> faults = new ArrayList<>();
                String id = table.cell(line, SurveyColumn.RESIDENT.heading());
                String home = homes.get(id);
                HeldFile person = home != null && home.startsWith(area) ? held.get(id) : null;
                SurveyAnswers.Answer answer = person == null ? unknown(faults) : answer(line, person, faults);
                if (answer != null && faults.isEmpty() && !seen.add(id)) {
                    faults.add(Fault.of(SurveyColumn.RESIDENT.heading(), "survey-person-twice"));
                }
                if (answer == null || !faults.isEmpty()) {
                    bad.add(new SurveyFiles.Rejected(line.number(), line.cells(), faults));
                } else {
                    good.add(answer);
                }
            }
            atomically.run(() -> {
                answers.keep(survey.id(), file, good);
                surveyFiles.reject(file, lines.size(), bad);
                return file;
            });
            int differing = Math.toIntExact(good.stream()
                    .filter(answer -> !answer.differences().isEmpty())
                    .count());
            return new Taken(
                    file,
                    before.rows() + lines.size(),
                    before.taken() + good.size(),
                    before.differing() + differing,
                    before.rejected() + bad.size());
        }

        private SurveyAnswers.@Nullable Answer unknown(List<Fault> faults) {
            faults.add(Fault.of(SurveyColumn.RESIDENT.heading(), "survey-person-unknown"));
            return null;
        }

        private SurveyAnswers.@Nullable Answer answer(Line line, HeldFile held, List<Fault> faults) {
            Outcome outcome = outcome(line, faults);
            LocalDate day = day(line, faults);
            String surveyor = table.cell(line, SurveyColumn.SURVEYOR.heading());
            if (surveyor.isEmpty()) {
                faults.add(Fault.of(SurveyColumn.SURVEYOR.heading(), "required"));
            } else if (surveyor.length() > 100) {
                faults.add(Fault.of(SurveyColumn.SURVEYOR.heading(), "too-long", 100));
            }
            Map<SurveyField, Compare.Difference> differences =
                    outcome == Outcome.REACHED ? differences(line, held, faults) : Map.of();
            return outcome == null || day == null
                    ? null
                    : new SurveyAnswers.Answer(held.residentId(), outcome, day, surveyor, differences);
        }

        private @Nullable Outcome outcome(Line line, List<Fault> faults) {
            String text = table.cell(line, SurveyColumn.OUTCOME.heading());
            Outcome outcome = Outcome.of(text).orElse(null);
            if (outcome == null) {
                faults.add(
                        text.isEmpty()
                                ? Fault.of(SurveyColumn.OUTCOME.heading(), "required")
                                : Fault.of(
                                        SurveyColumn.OUTCOME.heading(),
                                        "word-unknown",
                                        String.join(
                                                "、",
                                                Outcome.WORDS.keySet().stream()
                                                        .sorted()
                                                        .toList())));
            }
            return outcome;
        }

        /** A day within the time of the survey that has come. */
        private @Nullable LocalDate day(Line line, List<Fault> faults) {
            String heading = SurveyColumn.DAY.heading();
            if (table.cell(line, heading).isEmpty()) {
                faults.add(Fault.of(heading, "required"));
                return null;
            }
            String iso = table.day(line, heading);
            if (!iso.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                faults.add(Fault.of(heading, "day-malformed"));
                return null;
            }
            LocalDate day = LocalDate.parse(iso);
            if (day.isAfter(today) || day.isBefore(survey.from()) || day.isAfter(survey.to())) {
                faults.add(Fault.of(
                        heading,
                        "survey-day",
                        survey.from().toString(),
                        survey.to().toString()));
                return null;
            }
            return day;
        }

        private Map<SurveyField, Compare.Difference> differences(Line line, HeldFile held, List<Fault> faults) {
            RegistrationRequest told = line.request();
            line.faults().stream()
                    .filter(fault -> OF_CERTIFICATE.stream()
                            .noneMatch(path -> table.columnOf(path).equals(fault.field())))
                    .forEach(faults::add);
            CheckRegistration.Result result =
                    CheckRegistration.checkWithoutCertificate(about(told, held, faults), today, area);
            Map<SurveyField, Compare.Difference> differences = new EnumMap<>(SurveyField.class);
            switch (result) {
                case CheckRegistration.Result.Valid valid -> differences.putAll(Compare.of(held, valid.registration()));
                case CheckRegistration.Result.Invalid(List<Fault> found) ->
                    found.stream()
                            .map(fault -> new Fault(table.columnOf(fault.field()), fault.code(), fault.arguments()))
                            .filter(fault -> faults.stream()
                                    .noneMatch(earlier -> earlier.field().equals(fault.field())))
                            .toList()
                            .forEach(faults::add);
            }
            certificate(told, held, differences);
            return differences;
        }

        /** What is masked or left empty of the person is the person whom the row names. */
        private RegistrationRequest about(RegistrationRequest told, HeldFile held, List<Fault> faults) {
            PersonPart person = told.person();
            String name = person == null ? null : person.name();
            String number = person == null ? null : person.idNumber();
            String heldNumber = held.person().idNumber().value();
            if (number != null && !number.contains(MASK) && !number.equalsIgnoreCase(heldNumber)) {
                faults.add(Fault.of(table.columnOf("person.idNumber"), "survey-person-other"));
            }
            String phone = person == null ? null : person.phone();
            var about = new PersonPart(
                    name == null || name.contains(MASK) ? held.person().name() : name,
                    heldNumber,
                    phone == null || phone.contains(MASK) ? null : phone,
                    person == null ? null : person.addressLine());
            return new RegistrationRequest(
                    about,
                    told.hukou(),
                    told.home(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    told.household(),
                    told.employment(),
                    told.schooling(),
                    told.careNeed(),
                    told.otherBenefits(),
                    told.guardian(),
                    told.imprisonment());
        }

        private void certificate(
                RegistrationRequest told, HeldFile held, Map<SurveyField, Compare.Difference> differences) {
            HeldFile.Card card = held.card();
            String category = told.category();
            Integer level = told.level();
            if (card != null
                    && category != null
                    && level != null
                    && !(category.equalsIgnoreCase(card.category().name()) && level == card.level())) {
                differences.put(
                        SurveyField.CERTIFICATE,
                        new Compare.Difference(
                                "\"" + card.category() + "/" + card.level() + "\"",
                                "\"" + category.replace("\"", "") + "/" + level + "\""));
            }
        }
    }
}
