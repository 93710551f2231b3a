package org.huizhu.identity.draft;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.huizhu.contracts.ContractJson;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of the caller for a resident for whom they may file certificate matters: one of each kind. */
@RestController
@RequestMapping("/api/identity/residents/{id}/drafts")
class DraftsController {

    private static final String FILERS = "hasAnyRole('resident', 'guardian') and @access.acts(#id,"
            + " T(org.huizhu.contracts.ResidentDelegations.Scope).CERTIFICATE_MATTERS)";
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final int LARGEST = 16_000;
    private static final int MOST = 20;

    private final Drafts drafts;
    private final Atomically atomically;

    DraftsController(Drafts drafts, Atomically atomically) {
        this.drafts = drafts;
        this.atomically = atomically;
    }

    record Saved(String kind, Instant savedAt) {

        static Saved of(Drafts.Draft draft) {
            return new Saved(draft.kind(), draft.savedAt());
        }
    }

    record All(List<Saved> items) {}

    @GetMapping
    @PreAuthorize(FILERS)
    All list(@PathVariable String id) {
        return new All(drafts.of(id, account()).stream().map(Saved::of).toList());
    }

    @GetMapping("/{kind}")
    @PreAuthorize(FILERS)
    ResponseEntity<Drafts.Draft> read(@PathVariable String id, @PathVariable String kind) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(drafts.find(id, account(), kind).orElseThrow(() -> Problem.notFound("no-such-draft")));
    }

    /** Whatever object; it is given back as it came. */
    @PutMapping("/{kind}")
    @PreAuthorize(FILERS)
    Saved save(@PathVariable String id, @PathVariable String kind, @RequestBody ObjectNode content) {
        if (!KIND.matcher(kind).matches()) {
            throw Problem.notFound("no-such-draft");
        }
        String text = ContractJson.MAPPER.writeValueAsString(content);
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "draft-too-large", LARGEST / 1_000);
        }
        return atomically.run(() -> {
            List<Drafts.Draft> held = drafts.of(id, account());
            if (held.size() >= MOST
                    && held.stream().noneMatch(draft -> draft.kind().equals(kind))) {
                throw Problem.conflict("too-many-drafts", MOST);
            }
            drafts.put(id, account(), kind, text);
            return drafts.find(id, account(), kind).map(Saved::of).orElseThrow();
        });
    }

    @DeleteMapping("/{kind}")
    @PreAuthorize(FILERS)
    ResponseEntity<Void> throwAway(@PathVariable String id, @PathVariable String kind) {
        drafts.remove(id, account(), kind);
        return ResponseEntity.noContent().build();
    }

    private static String account() {
        return Caller.current().subject();
    }
}
