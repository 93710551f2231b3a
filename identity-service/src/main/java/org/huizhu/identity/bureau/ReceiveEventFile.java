package org.huizhu.identity.bureau;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhu.identity.imports.FileFormat;
import org.huizhu.identity.imports.Header;
import org.huizhu.identity.imports.ImportSettings;
import org.huizhu.identity.imports.Table;
import org.huizhu.identity.imports.UnreadableFile;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.crypto.Sealer;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

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
    private final CheckEvent check;
    private final Sealer sealer;
    private final AuditLog audit;
    private final ImportSettings settings;
    private final InstantSource clock;

    ReceiveEventFile(
            EventFiles files,
            TakeEventFile takeEventFile,
            FileLayouts layouts,
            CheckEvent check,
            Sealer sealer,
            AuditLog audit,
            ImportSettings settings,
            InstantSource clock) {
        this.files = files;
        this.takeEventFile = takeEventFile;
        this.layouts = layouts;
        this.check = check;
        this.sealer = sealer;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the sender says of the file; what is missing is the sender's files, now. */
    record Sent(
            @Nullable String type,
            @Nullable String source,
            @Nullable String time) {}

    /** The file as it is now; {@code fresh}: it did not come before. */
    record Received(EventFile file, boolean fresh, int known) {}

    /**
     * Nothing of a file is kept that cannot be read.
     *
     * @throws Problem if the sender may not say this, or the file as a whole cannot be taken
     */
    Received receive(Sent sent, Set<String> bureaus, InputStream upload) throws IOException {
        EventFile.Said said = said(sent, bureaus);
        String id = files.begin(said, Caller.current().subject());
        EventFile stored = store(id, said, upload);
        boolean fresh = stored.id().equals(id);
        audit.record("event-file.upload", "event-file", stored.id());
        int known = takeEventFile.take(stored);
        return new Received(files.find(stored.id()).orElseThrow(), fresh, known);
    }

    /** Held to the rules for the attributes of an event. */
    private EventFile.Said said(Sent sent, Set<String> bureaus) {
        String typeName = sent.type() == null ? "" : BureauEventType.fullName(sent.type());
        BureauEventType type = BureauEventType.of(typeName).orElse(null);
        String bureau = bureaus.stream()
                .sorted()
                .filter(each -> type == null || type.isReportedBy(each))
                .findFirst()
                .orElseGet(() -> bureaus.iterator().next());
        String source = sent.source() == null ? "/bureau/" + bureau + "/files" : sent.source();
        String time = sent.time() == null
                ? clock.instant().truncatedTo(ChronoUnit.MICROS).toString()
                : sent.time();
        List<Fault> faults = faults(typeName, source, time, bureaus);
        if (type == null || !faults.isEmpty()) {
            throw Problem.faults("event-file-refused", faults);
        }
        return new EventFile.Said(
                type,
                source,
                OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.MICROS),
                CheckEvent.bureauOf(source));
    }

    private List<Fault> faults(String typeName, String source, String time, Set<String> bureaus) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0")
                .put("id", "any")
                .put("source", source)
                .put("type", typeName)
                .put("time", time);
        List<Fault> faults = switch (check.check(event, bureaus)) {
            case CheckEvent.Result.Nameless(List<Fault> found) -> found;
            case CheckEvent.Result.Identified(CheckEvent.Checked found) -> found.faults();
        };
        return faults.stream().filter(fault -> !fault.field().equals("data")).toList();
    }

    /** The file under that id, or under its own when the same came before. */
    private EventFile store(String id, EventFile.Said said, InputStream upload) {
        try {
            byte[] fingerprint = store(id, upload);
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

    private byte[] store(String id, InputStream upload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.store(id, new DigestInputStream(upload, digest));
            return sealer.fingerprint("event-file:" + HexFormat.of().formatHex(digest.digest()));
        } catch (IOException brokenOff) {
            throw new Problem(HttpStatus.BAD_REQUEST, "upload-broken");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
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
