package org.huizhu.identity.matter;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizhu.contracts.CertificateMatterMoved.Kind;
import org.huizhu.contracts.CertificateMatterMoved.Step;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Filing and reading certificate work. */
@RestController
@RequestMapping("/api/identity/certificate-matters")
class MatterController {

    private static final int LARGEST_PAGE = 200;
    private static final Pattern AREA = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");

    private final FileMatter fileMatter;
    private final ReadMatter readMatter;
    private final ListMatters listMatters;
    private final RenewalsDue renewals;
    private final InstantSource clock;

    MatterController(
            FileMatter fileMatter,
            ReadMatter readMatter,
            ListMatters listMatters,
            RenewalsDue renewals,
            InstantSource clock) {
        this.fileMatter = fileMatter;
        this.readMatter = readMatter;
        this.listMatters = listMatters;
        this.renewals = renewals;
        this.clock = clock;
    }

    record Diagnosis(String text) {

        @Override
        public String toString() {
            return "Diagnosis[…]";
        }
    }

    @PostMapping
    @PreAuthorize("@matterAccess.has('FILE')")
    ResponseEntity<MatterSummary> file(
            @RequestBody Requests.File request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        MatterSummary filed = fileMatter.file(request, key);
        return ResponseEntity.created(URI.create("/api/identity/certificate-matters/" + filed.id()))
                .eTag("\"" + filed.version() + "\"")
                .body(filed);
    }

    /** {@code role}: what somebody in that role has to do; {@code dueInDays}: due until then, or overdue. */
    @GetMapping
    @PreAuthorize("@matterAccess.has('READ')")
    ListMatters.Page list(
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable List<Step> step,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String residentId,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable Integer dueInDays,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (area != null && !AREA.matcher(area).matches()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        LocalDate dueBy = dueInDays == null ? null : Shanghai.today(clock).plusDays(Math.clamp(dueInDays, 0, 3_650));
        return listMatters.list(
                new ListMatters.Wanted(kind, steps(step, role), area, residentId, open, overdue, dueBy),
                Math.clamp(page, 0, 1_000_000),
                Math.clamp(size, 1, LARGEST_PAGE));
    }

    private static @Nullable Set<Step> steps(@Nullable List<Step> named, @Nullable String role) {
        if (named == null && role == null) {
            return null;
        }
        Set<Step> steps = role == null ? EnumSet.allOf(Step.class) : MatterFlow.stepsOf(role);
        if (named != null) {
            steps.retainAll(named);
        }
        return steps;
    }

    @GetMapping("/renewals")
    @PreAuthorize("hasAnyRole('community-worker', 'street-clerk', 'federation-officer', 'auditor')")
    RenewalsDue.Page renewals(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return renewals.list(Math.clamp(page, 0, 1_000_000), Math.clamp(size, 1, LARGEST_PAGE));
    }

    @GetMapping("/{id}")
    @PreAuthorize("@matterAccess.may('READ', #id)")
    ResponseEntity<MatterView> read(@PathVariable String id) {
        MatterView view = readMatter.read(id);
        return ResponseEntity.ok().eTag("\"" + view.matter().version() + "\"").body(view);
    }

    @GetMapping("/{id}/diagnosis")
    @PreAuthorize("@matterAccess.may('READ_DIAGNOSIS', #id)")
    Diagnosis diagnosis(@PathVariable String id) {
        return new Diagnosis(readMatter.diagnosis(id));
    }
}
