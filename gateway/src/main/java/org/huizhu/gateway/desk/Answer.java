package org.huizhu.gateway.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.huizhu.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a service answered: what was asked for, or its words on why not; or that it did not answer at all.
 *
 * @param status 0 if there was no answer
 * @param tag the version of what was read, as the service wrote it into {@code ETag}
 */
public record Answer(int status, JsonNode body, @Nullable String tag) {

    /** No answer came. */
    public static final Answer AWAY = new Answer(0, MissingNode.getInstance(), null);

    private static final Set<Integer> NOT_FOR_THE_CALLER = Set.of(401, 403);

    /** Where a service finds a fault. */
    public record FieldFault(String field, String text) {}

    public boolean isOk() {
        return status / 100 == 2;
    }

    /** Whether asking again later may help. */
    public boolean isAway() {
        return status == 0 || status == 429 || status >= 500;
    }

    /**
     * The same answer, as long as the page can be made with it or can say that it is missing.
     *
     * @throws ResponseStatusException if the caller may not see it or there is no such thing
     */
    public Answer shown() {
        if (isOk() || isAway()) {
            return this;
        }
        throw new ResponseStatusException(
                NOT_FOR_THE_CALLER.contains(status) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
    }

    /** The same answer to something that was to be done; a thing that is not there has no form to be shown again. */
    public Answer done() {
        return switch (status) {
            case 401 -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case 404 -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            default -> this;
        };
    }

    /** The stable code of the problem; empty if it is none. */
    public String code() {
        return Json.text(body, "code");
    }

    /** Why it was not done, in the service's words, or in ours where it said nothing. */
    public String why(Words words, Locale language) {
        if (isAway()) {
            return words.text("desk.away.kept", language);
        }
        return Optional.of(Json.text(body, "detail"))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> words.text("desk.refused", language));
    }

    /** What is wrong, field by field. */
    public List<FieldFault> faults() {
        return body.path("errors")
                .valueStream()
                .map(fault -> new FieldFault(Json.text(fault, "field"), Json.text(fault, "message")))
                .filter(fault -> !fault.text().isEmpty())
                .toList();
    }
}
