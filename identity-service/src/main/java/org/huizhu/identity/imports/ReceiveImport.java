package org.huizhu.identity.imports;

import java.io.InputStream;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an upload in, piece by piece as it comes; when it breaks off, nothing of it stays. */
@Component
class ReceiveImport {

    private final ImportRuns runs;
    private final Uploads uploads;
    private final ImportWorker worker;
    private final AuditLog audit;

    ReceiveImport(ImportRuns runs, Uploads uploads, ImportWorker worker, AuditLog audit) {
        this.runs = runs;
        this.uploads = uploads;
        this.worker = worker;
        this.audit = audit;
    }

    /** The id of the import, which is worked off in the background. */
    String receive(InputStream upload, @Nullable String area) {
        audit.record("import.upload", null);
        String id = runs.begin(area, Caller.current().subject());
        try {
            uploads.store(id, upload);
            runs.received(id);
        } catch (RuntimeException refused) {
            runs.remove(id);
            throw refused;
        }
        worker.wake();
        return id;
    }
}
