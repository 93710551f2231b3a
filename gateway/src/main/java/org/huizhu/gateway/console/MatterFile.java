package org.huizhu.gateway.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A matter whole, as identity shows it to the reader's office; the person is masked. */
public record MatterFile(
        MatterSummary matter,
        Holder holder,
        boolean priority,
        Filing filing,
        List<String> missingDocuments,
        List<Submission> submissions,
        @Nullable Assessment assessment,
        List<Result> results,
        List<String> warnings,
        @Nullable Notice notice,
        @Nullable LocalDate disputableUntil,
        boolean disputed,
        List<String> actions,
        List<Entry> history) {

    /** Whose. */
    public record Holder(
            String residentId,
            String name,
            String idNumber,
            LocalDate birthDate,
            @Nullable LocalDate deceasedOn,
            @Nullable String homeArea,
            @Nullable Card card) {}

    /** The last certificate. */
    public record Card(
            String number, String category, int level, LocalDate issuedOn, LocalDate expiresOn, String status) {}

    /** How it came in. */
    public record Filing(
            String channel,
            @Nullable String office,
            @Nullable String handTo,
            @Nullable String about,
            @Nullable Details details) {}

    /** What only some kinds need. */
    public record Details(
            @Nullable String reason,
            @Nullable LocalDate on,
            @Nullable String area) {}

    /** What was handed in at one time. */
    public record Submission(
            Instant at, List<String> documents, @Nullable String remark) {}

    /** Who assesses. */
    public record Assessment(
            String hospital,
            @Nullable LocalDate visitOn,
            @Nullable String team) {}

    /** What was found. */
    public record Result(
            String source,
            @Nullable String hospital,
            LocalDate assessedOn,
            LocalDate toldOn,
            boolean disabled,
            @Nullable String category,
            @Nullable Integer level,
            @Nullable List<Component> components,
            @Nullable String cause,
            boolean diagnosisKnown) {}

    /** One disability of several. */
    public record Component(String category, int level) {}

    /** The public notice. */
    public record Notice(LocalDate until, @Nullable List<Objection> objections) {}

    /** What somebody had against it. */
    public record Objection(Instant at, String text) {}

    /** One step that was taken; {@code actor} is the subject of a token, and is never shown. */
    public record Entry(
            long version,
            Instant at,
            @Nullable String actor,
            String role,
            String action,
            @Nullable String from,
            String to,
            @Nullable LocalDate dueOn,
            @Nullable String remark) {}
}
