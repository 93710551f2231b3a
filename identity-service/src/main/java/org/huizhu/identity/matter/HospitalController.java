package org.huizhu.identity.matter;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.identity.certificate.Findings;
import org.huizhu.identity.matter.Hospitals.Hospital;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.security.Caller;
import org.huizhu.platform.time.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Designated hospitals, kept by the federation of their district. */
@RestController
@RequestMapping("/api/identity/hospitals")
class HospitalController {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern AREA = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,64}");

    private final Hospitals hospitals;
    private final AuditLog audit;
    private final InstantSource clock;

    HospitalController(Hospitals hospitals, AuditLog audit, InstantSource clock) {
        this.hospitals = hospitals;
        this.audit = audit;
        this.clock = clock;
    }

    record Designation(
            @Nullable String name,
            @Nullable String area,
            @Nullable List<@Nullable String> categories,
            @Nullable String validFrom,
            @Nullable String validTo) {}

    record Listed(List<Hospital> hospitals) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('community-worker', 'street-clerk', 'federation-officer', 'auditor')")
    Listed list() {
        String area = StaffArea.of(Caller.current());
        return new Listed(hospitals.within(area == null ? "" : area));
    }

    @PutMapping("/{code}")
    @PreAuthorize("hasRole('federation-officer')")
    @Transactional
    Hospital designate(@PathVariable String code, @RequestBody Designation request) {
        Hospital hospital = check(code, request);
        if (hospitals.find(code).filter(known -> !isOurs(known.area())).isPresent()) {
            throw Problem.notFound("no-such-hospital");
        }
        hospitals.put(hospital);
        audit.record("hospital.designate", "hospital", code);
        return hospital;
    }

    @PutMapping("/{code}/accounts/{subject}")
    @PreAuthorize("hasRole('federation-officer')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void addAccount(@PathVariable String code, @PathVariable String subject) {
        ours(code);
        if (!SUBJECT.matcher(subject).matches()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        hospitals.putAccount(subject, code);
        audit.record("hospital.add-account", "hospital", code);
    }

    @DeleteMapping("/{code}/accounts/{subject}")
    @PreAuthorize("hasRole('federation-officer')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void removeAccount(@PathVariable String code, @PathVariable String subject) {
        ours(code);
        hospitals.removeAccount(subject, code);
        audit.record("hospital.remove-account", "hospital", code);
    }

    private void ours(String code) {
        if (hospitals.find(code).filter(known -> isOurs(known.area())).isEmpty()) {
            throw Problem.notFound("no-such-hospital");
        }
    }

    private static boolean isOurs(String area) {
        String own = StaffArea.of(Caller.current());
        return own == null || area.startsWith(own);
    }

    private static List<@Nullable String> categories(Designation request) {
        List<@Nullable String> sent = request.categories();
        return sent == null ? List.of() : sent;
    }

    private Hospital check(String code, Designation request) {
        var findings = new Findings();
        findings.matching("code", code, CODE, "hospital-code-malformed");
        String name = findings.required("name", request.name());
        findings.required("area", request.area());
        String area = findings.matching("area", request.area(), AREA, "area-malformed");
        if (area != null && !isOurs(area)) {
            findings.add("area", "outside-area");
        }
        Set<DisabilityCategory> categories = EnumSet.noneOf(DisabilityCategory.class);
        findings.entries("categories", categories(request)).forEach((field, text) -> {
            DisabilityCategory category = findings.code(field, text, DisabilityCategory.class);
            if (category != null) {
                categories.add(category);
            }
        });
        if (categories.isEmpty()) {
            findings.required("categories", null);
        }
        LocalDate from = findings.day("validFrom", request.validFrom());
        LocalDate to = findings.day("validTo", request.validTo());
        LocalDate today = Shanghai.today(clock);
        if (from != null && to != null && to.isBefore(from)) {
            findings.add("validTo", "period-backwards");
        }
        if (!findings.isEmpty() || name == null || area == null) {
            throw Problem.faults("matter-invalid", findings.faults());
        }
        return new Hospital(code, name, area, categories, Objects.requireNonNullElse(from, today), to);
    }
}
