package org.huizhu.gateway.me;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huizhu.gateway.ask.Question;
import org.huizhu.gateway.me.Part.Status;
import org.huizhu.gateway.me.Reads.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Who looked at a file, and everything that is held on it, from all services; for the caller's own and whom they act for. */
@Component
public class FileOfMine {

    private final AskAboutMe ask;
    private final ExportArchive archive;

    FileOfMine(AskAboutMe ask, ExportArchive archive) {
        this.ask = ask;
        this.archive = archive;
    }

    /**
     * One page of reads, the newest first.
     *
     * @param missing the services that could not be asked
     * @param before where the next page begins; null behind the last
     */
    public record Looked(
            List<JsonNode> reads,
            List<String> missing,
            @Nullable String before) {}

    /** Empty if no service answers this caller about that file, or {@code before} makes no sense. */
    public Optional<Looked> whoLooked(UUID resident, String before, int size, Locale language) {
        try {
            Reads reads = reads(resident, before, size, language);
            return Optional.of(new Looked(
                    reads.reads(),
                    reads.services().stream()
                            .filter(each -> each.status() == Status.UNAVAILABLE)
                            .map(ServiceStatus::service)
                            .toList(),
                    reads.before()));
        } catch (RefusedAboutMe refused) {
            return Optional.empty();
        }
    }

    /** The archive; empty if no service answers this caller about that file. */
    public Optional<byte[]> export(UUID resident, Locale language) {
        try {
            return Optional.of(exported(resident, language));
        } catch (RefusedAboutMe refused) {
            return Optional.empty();
        }
    }

    Reads reads(@Nullable UUID someone, @Nullable String before, int size, Locale language) {
        Cursor cursor = Cursor.read(before);
        return Reads.merge(
                ask.everywhere(
                        service -> about(
                                someone,
                                Question.get(
                                        service,
                                        "/api/" + service + "/me/reads?before={before}&size={size}",
                                        cursor.before(service),
                                        size)),
                        language),
                cursor,
                size);
    }

    byte[] exported(@Nullable UUID someone, Locale language) {
        return archive.of(ask.everywhere(
                service -> about(someone, Question.get(service, "/api/" + service + "/me/export")), language));
    }

    private static Question about(@Nullable UUID someone, Question question) {
        return question.where(Map.of("for", Objects.toString(someone, "")));
    }
}
