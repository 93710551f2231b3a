package org.huizhu.identity.survey;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.huizhu.identity.imports.HeldRow;
import org.huizhu.identity.imports.TableFile;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HeldFile;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.time.Shanghai;
import org.springframework.stereotype.Component;

/** Writes the file that surveyors take along: everybody who holds a certificate, with what is held. Nothing is stored. */
@Component
class ExportSurvey {

    private static final int PAGE = 500;

    private final HeldFiles files;
    private final AuditLog audit;
    private final Atomically atomically;
    private final InstantSource clock;

    ExportSurvey(HeldFiles files, AuditLog audit, Atomically atomically, InstantSource clock) {
        this.files = files;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** {@code full}: with names, numbers, phones and addresses; this is recorded for every person. */
    void write(Survey survey, String area, boolean full, TableFile out) throws IOException {
        audit.record(full ? "survey.export.full" : "survey.export", "survey", survey.id());
        out.row(SurveyColumn.headings());
        String after = "";
        List<String> ids = files.holders(area, Shanghai.today(clock), after, PAGE);
        while (!ids.isEmpty()) {
            record(full ? ids : List.of());
            for (HeldFile file : files.of(ids).values()) {
                List<String> row = new ArrayList<>(List.of(file.residentId()));
                row.addAll(HeldRow.cells(file, full));
                row.addAll(List.of("", "", ""));
                out.row(row);
            }
            after = ids.getLast();
            ids = files.holders(area, Shanghai.today(clock), after, PAGE);
        }
    }

    /** Before they are written: what was not recorded is not shown. */
    private void record(List<String> residents) {
        atomically.run(() -> {
            residents.forEach(id -> audit.record("survey.export.full", id));
            return residents;
        });
    }
}
