package org.huizhu.identity.bureau;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.huizhu.identity.imports.FileFormat;
import org.huizhu.identity.imports.Header;
import org.huizhu.identity.imports.ImportSettings;
import org.huizhu.identity.imports.Table;
import org.huizhu.identity.imports.UnreadableFile;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a file of events of one type: it is sealed as it comes, looked through once, and its rows are received as if each
 * had been posted. All in the request, not in the background as an import: a bureau's system wants to know what became of
 * its rows, and needs nothing to survive a restart, because each row has its id by what the file holds. Broken off at any
 * point, the file is sent again and goes on where it was; sent again when it is done, it changes nothing.
 */
@Component
class ReceiveEventFile {

    private final EventFiles files;
    private final TakeEventFile takeEventFile;
    private final FileLayouts layouts;
    private final CheckEventFile check;
    private final AuditLog audit;
    private final ImportSettings settings;

    ReceiveEventFile(
            EventFiles files,
            TakeEventFile takeEventFile,
            FileLayouts layouts,
            CheckEventFile check,
            AuditLog audit,
            ImportSettings settings) {
        this.files = files;
        this.takeEventFile = takeEventFile;
        this.layouts = layouts;
        this.check = check;
        this.audit = audit;
        this.settings = settings;
    }

    /** The file as it is now; {@code fresh}: it did not come before. */
    record Received(EventFile file, boolean fresh, int known) {}

    /**
     * Nothing of a file is kept that cannot be read.
     *
     * @throws Problem if the sender may not say this, or the file as a whole cannot be taken
     */
    Received receive(CheckEventFile.Sent sent, Set<String> bureaus, InputStream upload) throws IOException {
        EventFile.Said said = check.said(sent, bureaus);
        String id = files.begin(said, Caller.current().subject());
        EventFile stored = store(id, said, upload);
        boolean fresh = stored.id().equals(id);
        audit.record("event-file.upload", "event-file", stored.id());
        int known = takeEventFile.take(stored);
        return new Received(files.find(stored.id()).orElseThrow(), fresh, known);
    }

    /** The file under that id, or under its own when the same came before. */
    private EventFile store(String id, EventFile.Said said, InputStream upload) {
        try {
            byte[] fingerprint = files.store(id, upload);
            Optional<EventFile> earlier = files.same(said, fingerprint);
            if (earlier.isEmpty() && lookThrough(id, said.type(), fingerprint)) {
                return files.find(id).orElseThrow();
            }
            EventFile same = earlier.or(() -> files.same(said, fingerprint)).orElseThrow();
            files.remove(id);
            return same;
        } catch (UnreadableFile unreadable) {
            files.remove(id);
            throw unreadable.problem();
        } catch (RuntimeException failed) {
            files.remove(id);
            throw failed;
        }
    }

    /** Reads the file once from end to end, so that what is wrong with it as a whole is known before a row goes in. */
    private boolean lookThrough(String id, BureauEventType type, byte[] fingerprint) {
        FileFormat.Source source = () -> files.open(id);
        FileLayout layout = layouts.of(type);
        int line = 0;
        int rows = 0;
        try {
            FileFormat format = FileFormat.of(source, layout.columns());
            try (Table table = format.open(source)) {
                Header<FileColumn> header = layout.header(table.next());
                for (Table.@Nullable Row row = table.next(); row != null; row = table.next()) {
                    line = row.line();
                    rows++;
                    if (rows > settings.maxRows()) {
                        throw new UnreadableFile("file-too-many-rows", settings.maxRows());
                    }
                }
                if (rows == 0) {
                    throw new UnreadableFile("file-no-rows");
                }
                return files.received(id, fingerprint, format.asText(), header, rows);
            }
        } catch (IOException damaged) {
            throw line == 0 ? new UnreadableFile("file-not-a-table") : new UnreadableFile("file-broken", line);
        }
    }
}
