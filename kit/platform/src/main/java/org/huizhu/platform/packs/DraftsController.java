package org.huizhu.platform.packs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.PackDifference;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packs over time, and the drafts and versions that officers make. */
@RestController
@RequestMapping("/api/${huizhu.decisions.service}/packs")
class DraftsController {

    private static final int MOST_BYTES = 200 * 1024;
    private static final String YAML = "application/yaml";
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private final KeepDraft keep;
    private final PublishPack publish;
    private final CheckDraft check;
    private final PackVersions versions;
    private final Rehearsals rehearsals;
    private final PacksOverTime overTime;
    private final PacksInForce packs;
    private final ProblemTexts texts;

    DraftsController(
            KeepDraft keep,
            PublishPack publish,
            CheckDraft check,
            PackVersions versions,
            Rehearsals rehearsals,
            PacksOverTime overTime,
            PacksInForce packs,
            ProblemTexts texts) {
        this.keep = keep;
        this.publish = publish;
        this.check = check;
        this.versions = versions;
        this.rehearsals = rehearsals;
        this.overTime = overTime;
        this.packs = packs;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('policy-officer', 'auditor')")
    Map<String, @Nullable Object> list(@RequestParam(required = false) @Nullable String programme) {
        return overTime.list(programme);
    }

    @PostMapping(path = "/drafts", consumes = YAML)
    @PreAuthorize("hasRole('policy-officer')")
    ResponseEntity<?> create(InputStream body, Locale locale) throws IOException {
        KeepDraft.Kept kept = keep.create(read(body));
        return answer(HttpStatus.CREATED, kept, locale);
    }

    @PutMapping(path = "/drafts/{id}", consumes = YAML)
    @PreAuthorize("hasRole('policy-officer')")
    ResponseEntity<?> edit(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            InputStream body,
            Locale locale)
            throws IOException {
        KeepDraft.Kept kept = keep.edit(id, version(seen), read(body));
        return answer(HttpStatus.OK, kept, locale);
    }

    @GetMapping({"/drafts/{id}", "/versions/{id}"})
    @PreAuthorize("hasAnyRole('policy-officer', 'auditor')")
    ResponseEntity<Map<String, @Nullable Object>> get(@PathVariable String id, Locale locale) {
        PackVersion version = versions.get(id);
        Map<String, @Nullable Object> json = PackJson.head(version, overTime.state(version));
        json.put("sha256", version.sha256());
        json.put("yaml", version.yaml());
        boolean draft = version.status() == PackStatus.DRAFT;
        json.put("errors", draft ? PackJson.faults(check.check(version.yaml()).faults(), locale) : List.of());
        json.put(
                "rehearsals",
                rehearsals.of(id).stream().map(PackJson::rehearsal).toList());
        return ResponseEntity.ok().eTag(tag(version)).body(json);
    }

    @GetMapping("/drafts/{id}/difference")
    @PreAuthorize("hasAnyRole('policy-officer', 'auditor')")
    Map<String, @Nullable Object> difference(@PathVariable String id) {
        Pack draft = check.check(versions.get(id).yaml()).pack();
        LocalDate from = draft.from();
        Optional<Pack> before = packs.current().inForce(draft.programme(), from);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("on", from.toString());
        json.put("against", before.map(Pack::name).orElse(null));
        json.put(
                "changes",
                before.map(pack -> PackDifference.between(pack, draft)).orElse(List.of()).stream()
                        .map(PackJson::change)
                        .toList());
        return json;
    }

    @PostMapping("/drafts/{id}/approve")
    @PreAuthorize("hasRole('policy-officer')")
    ResponseEntity<Map<String, @Nullable Object>> approve(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        return answer(publish.approve(id, version(seen)));
    }

    @PostMapping("/versions/{id}/withdraw")
    @PreAuthorize("hasRole('policy-officer')")
    ResponseEntity<Map<String, @Nullable Object>> withdraw(@PathVariable String id) {
        return answer(publish.withdraw(id));
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(PackVersion version) {
        return ResponseEntity.ok().eTag(tag(version)).body(PackJson.head(version, overTime.state(version)));
    }

    /** A faulty draft is kept all the same: the answer says under which id, and what is wrong with it. */
    private ResponseEntity<?> answer(HttpStatus status, KeepDraft.Kept kept, Locale locale) {
        PackVersion version = kept.version();
        URI location = URI.create("/api/" + check.service() + "/packs/drafts/" + version.id());
        if (!kept.draft().isFaulty()) {
            Map<String, @Nullable Object> json = PackJson.head(version, overTime.state(version));
            json.put("status", version.status().name());
            return ResponseEntity.status(status)
                    .location(location)
                    .eTag(tag(version))
                    .body(json);
        }
        ProblemDetail problem = texts.describe(HttpStatus.UNPROCESSABLE_CONTENT, "pack-faulty", locale);
        problem.setProperty("id", version.id());
        problem.setProperty("version", version.version());
        problem.setProperty("errors", PackJson.faults(kept.draft().faults(), locale));
        return ResponseEntity.unprocessableContent()
                .location(location)
                .eTag(tag(version))
                .body(problem);
    }

    private static String tag(PackVersion version) {
        return "\"" + version.version() + "\"";
    }

    private static long version(@Nullable String seen) {
        if (seen == null) {
            throw new Problem(HttpStatus.PRECONDITION_REQUIRED, "version-needed");
        }
        Matcher number = VERSION.matcher(seen.strip());
        if (!number.matches()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        return Long.parseLong(number.group(1));
    }

    private static String read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new Problem(HttpStatus.BAD_REQUEST, "not-utf-8");
        }
    }
}
