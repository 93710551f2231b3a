package org.huizhu.identity.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.problem.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Works an import off from wherever it stands. It may be stopped, or killed, at any point and be run again. */
@Component
class RunImport {

    private static final Logger log = LoggerFactory.getLogger(RunImport.class);

    private static final int ROWS_PER_RENEWAL = 5_000;
    private static final int MOST_ATTEMPTS = 5;

    private final ImportRuns runs;
    private final Uploads uploads;
    private final ImportChunk chunk;
    private final Atomically atomically;
    private final ImportSettings settings;

    RunImport(ImportRuns runs, Uploads uploads, ImportChunk chunk, Atomically atomically, ImportSettings settings) {
        this.runs = runs;
        this.uploads = uploads;
        this.chunk = chunk;
        this.atomically = atomically;
        this.settings = settings;
    }

    /**
     * Goes on until the file ends, another worker takes over, or it is no longer wanted. Fails when the database is away
     * or others were quicker; an import that was begun again and again without moving on ends as failed.
     */
    void run(ImportRun run, String worker, BooleanSupplier wanted) {
        if (run.attempts() > MOST_ATTEMPTS) {
            log.error("Import {} does not move on", run.id());
            fail(run, worker, Fault.of("", "import-stopped"));
            return;
        }
        try {
            work(run, worker, wanted);
        } catch (UnreadableFile unreadable) {
            fail(run, worker, new Fault("", unreadable.code(), unreadable.arguments()));
        } catch (TransactionException away) {
            throw away;
        } catch (DataAccessException failed) {
            if (!(failed instanceof InvalidDataAccessResourceUsageException)
                    && !(failed instanceof DataIntegrityViolationException)) {
                throw failed;
            }
            log.error("Import {} cannot go on", run.id(), failed);
            fail(run, worker, Fault.of("", "import-stopped"));
        } catch (IOException | RuntimeException unexpected) {
            log.error("Import {} cannot go on", run.id(), unexpected);
            fail(run, worker, Fault.of("", "import-stopped"));
        }
    }

    private void fail(ImportRun run, String worker, Fault fault) {
        List<Fault> faults = new ArrayList<>(run.faults());
        faults.add(fault);
        finish(run.id(), worker, ImportRun.Status.FAILED, faults);
    }

    private void finish(String id, String worker, ImportRun.Status status, List<Fault> faults) {
        atomically.run(() -> {
            runs.finish(id, worker, status, faults);
            return id;
        });
        log.atInfo().addKeyValue("import", id).addKeyValue("status", status).log("Import ended");
    }

    private void work(ImportRun run, String worker, BooleanSupplier wanted) throws IOException {
        FileFormat.Source source = () -> uploads.open(run.id());
        String known = run.format();
        FileFormat format = known == null ? FileFormat.of(source, ImportColumn.ALL) : FileFormat.parse(known);
        List<Fault> warnings = known == null ? inspect(run.id(), worker, format, source) : run.faults();
        try (Table table = format.open(source)) {
            Header<ImportColumn> header = Header.of(table.next(), ImportColumn.ALL);
            var file = new ImportChunk.File(run.id(), worker, run.area(), header, table.countsFrom1904());
            for (int i = 0; i < run.nextRow(); i++) {
                Objects.requireNonNull(table.next(), "the file was longer when the import was interrupted");
                renewAt(i, run.id(), worker);
            }
            int next = run.nextRow();
            List<Table.Row> rows = rows(table);
            while (!rows.isEmpty()) {
                if (!wanted.getAsBoolean() || !chunk.take(file, next, rows)) {
                    return;
                }
                next += rows.size();
                rows = rows(table);
            }
        }
        finish(run.id(), worker, ImportRun.Status.DONE, warnings);
    }

    /** Reads the file once from end to end, so that what is wrong with it as a whole is known before a row goes in. */
    private List<Fault> inspect(String id, String worker, FileFormat format, FileFormat.Source source)
            throws IOException {
        int count = 0;
        Header<ImportColumn> header;
        try (Table table = format.open(source)) {
            header = Header.of(table.next(), ImportColumn.ALL);
            for (@Nullable Object row = table.next(); row != null; row = table.next()) {
                if (++count > settings.maxRows()) {
                    throw new UnreadableFile("file-too-many-rows", settings.maxRows());
                }
                renewAt(count, id, worker);
            }
        }
        if (count == 0) {
            throw new UnreadableFile("file-no-rows");
        }
        runs.inspected(id, worker, format, header, count);
        return header.warnings();
    }

    private void renewAt(int row, String id, String worker) {
        if (row % ROWS_PER_RENEWAL == 0) {
            runs.renew(id, worker);
        }
    }

    private List<Table.Row> rows(Table table) throws IOException {
        List<Table.Row> rows = new ArrayList<>();
        while (rows.size() < settings.chunkRows()) {
            Table.Row row = table.next();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }
}
