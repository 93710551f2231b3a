package org.huizhu.identity.credential;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.credential.SecondCredentials.Credential;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.Holder;
import org.huizhu.identity.resident.KnownHolders;
import org.huizhu.platform.audit.AuditLog;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Second credentials of a resident. */
@RestController
@RequestMapping("/api/identity/residents/{residentId}/credentials")
class CredentialController {

    private static final Pattern NUMBER = Pattern.compile("[\\p{IsHan}A-Za-z0-9-]{4,40}");
    private static final int LIGHTEST = 10;
    private static final String STAFF =
            "hasAnyRole('street-clerk', 'federation-officer') and @access.reads(#residentId)";

    private final SecondCredentials credentials;
    private final Priority priority;
    private final KnownHolders holders;
    private final AuditLog audit;
    private final Atomically atomically;
    private final InstantSource clock;

    CredentialController(
            SecondCredentials credentials,
            Priority priority,
            KnownHolders holders,
            AuditLog audit,
            Atomically atomically,
            InstantSource clock) {
        this.credentials = credentials;
        this.priority = priority;
        this.holders = holders;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    record Request(
            @Nullable String kind,
            @Nullable Integer grade,
            @Nullable String number,
            @Nullable String issuedOn) {

        @Override
        public String toString() {
            return "Request[" + kind + "]";
        }
    }

    record Held(boolean priority, List<Credential> credentials) {}

    @GetMapping
    @PreAuthorize("@access.reads(#residentId)")
    Held list(@PathVariable String residentId) {
        return atomically.run(() -> {
            audit.record("credential.read", residentId);
            return new Held(priority.isFirst(residentId), credentials.of(residentId));
        });
    }

    @PostMapping
    @PreAuthorize(STAFF)
    ResponseEntity<Held> add(@PathVariable String residentId, @RequestBody Request request) {
        return atomically.run(() -> {
            String id = check(residentId, request);
            audit.record("credential.add", residentId);
            return ResponseEntity.created(URI.create("/api/identity/residents/" + residentId + "/credentials/" + id))
                    .body(new Held(true, credentials.of(residentId)));
        });
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize(STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String residentId, @PathVariable String id) {
        atomically.run(() -> {
            if (!credentials.withdraw(residentId, id, Shanghai.today(clock))) {
                throw Problem.notFound("no-such-credential");
            }
            audit.record("credential.withdraw", residentId);
            return true;
        });
    }

    private String check(String residentId, Request request) {
        Holder holder = holders.find(residentId).orElseThrow(() -> Problem.notFound("no-such-resident"));
        var findings = new Findings();
        findings.required("kind", request.kind());
        CredentialKind kind = findings.code("kind", request.kind(), CredentialKind.class);
        findings.required("number", request.number());
        String number = findings.matching("number", request.number(), NUMBER, "credential-number-malformed");
        LocalDate issuedOn =
                findings.pastDay("issuedOn", request.issuedOn(), holder.birthDate(), Shanghai.today(clock));
        Integer grade = request.grade();
        if (grade == null) {
            findings.required("grade", null);
        } else if (grade < 1 || grade > LIGHTEST) {
            findings.add("grade", "count-range", 1, LIGHTEST);
        }
        if (!findings.isEmpty()) {
            throw Problem.faults("matter-invalid", findings.faults());
        }
        if (credentials.isHeld(Objects.requireNonNull(kind), Objects.requireNonNull(number))) {
            throw Problem.conflict("credential-held");
        }
        return credentials.add(residentId, kind, Objects.requireNonNull(grade), number, issuedOn);
    }
}
