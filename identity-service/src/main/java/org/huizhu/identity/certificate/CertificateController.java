package org.huizhu.identity.certificate;

import java.net.URI;
import org.huizhu.identity.resident.StaffArea;
import org.huizhu.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity/certificates")
class CertificateController {

    private final IssueCertificate issueCertificate;

    CertificateController(IssueCertificate issueCertificate) {
        this.issueCertificate = issueCertificate;
    }

    @PostMapping
    @PreAuthorize("hasRole('federation-officer')")
    ResponseEntity<IssuedCertificate> issue(
            @RequestBody RegistrationRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        IssuedCertificate issued = issueCertificate.issue(request, StaffArea.of(Caller.current()), key);
        return ResponseEntity.created(URI.create("/api/identity/residents/" + issued.residentId()))
                .body(issued);
    }
}
