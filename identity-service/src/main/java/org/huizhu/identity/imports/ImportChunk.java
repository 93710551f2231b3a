package org.huizhu.identity.imports;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huizhu.identity.certificate.CheckRegistration;
import org.huizhu.identity.number.IdNumber;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.RegisterResidents;
import org.huizhu.identity.resident.Registered;
import org.huizhu.identity.resident.Registration;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes some rows of a file in: the good ones to the residents, the bad ones to the list, all of it or none. */
@Component
class ImportChunk {

    private static final String PERSON_TWICE = "person-twice";

    private final ImportRuns runs;
    private final SeenPersons seen;
    private final RejectedRows rejectedRows;
    private final RegisterResidents register;
    private final Atomically atomically;
    private final InstantSource clock;

    ImportChunk(
            ImportRuns runs,
            SeenPersons seen,
            RejectedRows rejectedRows,
            RegisterResidents register,
            Atomically atomically,
            InstantSource clock) {
        this.runs = runs;
        this.seen = seen;
        this.rejectedRows = rejectedRows;
        this.register = register;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** What all rows of one file have in common. */
    record File(String importId, String worker, @Nullable String area, Header<ImportColumn> header, boolean from1904) {}

    private record Good(Table.Row row, Registration registration) {}

    /** False when another worker has taken the import over: then nothing was done. */
    boolean take(File file, int from, List<Table.Row> rows) {
        LocalDate today = Shanghai.today(clock);
        List<Checked> checked =
                rows.stream().map(row -> check(file, row, today)).toList();
        return atomically.run(() -> {
            if (!runs.isStillAt(file.importId(), file.worker(), from)) {
                return false;
            }
            runs.advance(file.importId(), from + rows.size(), write(file, checked));
            return true;
        });
    }

    private record Checked(
            Table.Row row,
            @Nullable IdNumber person,
            @Nullable Registration registration,
            List<Fault> faults) {}

    private static Checked check(File file, Table.Row row, LocalDate today) {
        RowReader.Reading reading = RowReader.read(file.header(), row, file.from1904());
        List<Fault> faults = new ArrayList<>(reading.faults());
        Registration registration = null;
        switch (CheckRegistration.check(reading.request(), today, file.area())) {
            case CheckRegistration.Result.Valid(Registration valid) -> registration = valid;
            case CheckRegistration.Result.Invalid(List<Fault> found) ->
                found.stream()
                        .filter(fault -> faults.stream()
                                .noneMatch(earlier -> earlier.field().equals(fault.field())))
                        .toList()
                        .forEach(faults::add);
        }
        return new Checked(row, personOf(reading, today), faults.isEmpty() ? registration : null, faults);
    }

    private static @Nullable IdNumber personOf(RowReader.Reading reading, LocalDate today) {
        var person = reading.request().person();
        String text = person == null ? null : person.idNumber();
        return text != null && IdNumber.read(text, today) instanceof IdNumber.Reading.Read(IdNumber number)
                ? number
                : null;
    }

    private ImportRun.Tally write(File file, List<Checked> rows) {
        Map<IdNumber, Integer> earlier = seen.linesOf(
                file.importId(),
                rows.stream().map(Checked::person).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<Good> good = new ArrayList<>();
        Map<Integer, RejectedRows.Rejected> bad = new HashMap<>();
        for (Checked row : rows) {
            List<Fault> faults = new ArrayList<>(row.faults());
            Integer line = row.person() == null ? null : earlier.get(row.person());
            if (line != null) {
                faults.add(Fault.of(ImportColumn.ID_NUMBER.path(), PERSON_TWICE, line));
            }
            if (faults.isEmpty() && row.registration() != null) {
                good.add(new Good(row.row(), row.registration()));
            } else {
                bad.put(row.row().line(), reject(file, row.row(), faults));
            }
        }
        return register(file, good, bad);
    }

    private ImportRun.Tally register(File file, List<Good> good, Map<Integer, RejectedRows.Rejected> bad) {
        List<Registered> results = good.isEmpty()
                ? List.of()
                : register.register(good.stream().map(Good::registration).toList(), file.area());
        Map<Registered.Extent, Integer> extents = new EnumMap<>(Registered.Extent.class);
        Map<IdNumber, Integer> taken = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            Table.Row row = good.get(i).row();
            IdNumber person = good.get(i).registration().person().idNumber();
            switch (results.get(i)) {
                case Registered.Accepted accepted -> {
                    extents.merge(accepted.extent(), 1, Integer::sum);
                    taken.put(person, row.line());
                }
                case Registered.Refused(String field, String code) -> {
                    Fault fault = code.equals(PERSON_TWICE)
                            ? Fault.of(field, code, taken.getOrDefault(person, row.line()))
                            : Fault.of(field, code);
                    bad.put(row.line(), reject(file, row, List.of(fault)));
                }
            }
        }
        seen.remember(file.importId(), taken);
        rejectedRows.add(file.importId(), List.copyOf(bad.values()));
        return new ImportRun.Tally(
                extents.getOrDefault(Registered.Extent.NEW, 0),
                extents.getOrDefault(Registered.Extent.CHANGED, 0),
                extents.getOrDefault(Registered.Extent.UNCHANGED, 0),
                bad.size());
    }

    private static RejectedRows.Rejected reject(File file, Table.Row row, List<Fault> faults) {
        List<Fault> named = faults.stream()
                .map(fault -> new Fault(
                        ImportColumn.ofPath(fault.field())
                                .map(file.header()::nameOf)
                                .orElse(""),
                        fault.code(),
                        fault.arguments()))
                .distinct()
                .toList();
        return new RejectedRows.Rejected(
                row.line(), row.cells().stream().map(Table.Cell::text).toList(), named);
    }
}
