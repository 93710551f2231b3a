package org.huizhu.identity.certificate;

import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.Fact;
import org.huizhu.identity.certificate.RegistrationRequest.ComponentPart;
import org.huizhu.identity.resident.CertificateClaim;
import org.jspecify.annotations.Nullable;

/** Checks what a certificate is to say, by the rules that hold for a registration too. */
public final class CheckClaim {

    private CheckClaim() {}

    /** The claim, or {@code null} when {@code findings} got something to say; without a day it is of {@code today}. */
    public static @Nullable CertificateClaim check(
            Findings findings, Said said, @Nullable LocalDate born, LocalDate today) {
        var request = new RegistrationRequest(
                null,
                null,
                null,
                said.category(),
                said.level(),
                said.components(),
                said.issuedOn(),
                null,
                null,
                null,
                null,
                null,
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown());
        CertificateClaim claim = new CertificateCheck(findings, request, today).check(born);
        return findings.isEmpty() ? claim : null;
    }

    /** As sent. */
    public record Said(
            @Nullable String category,
            @Nullable Integer level,
            @Nullable List<@Nullable ComponentPart> components,
            @Nullable String issuedOn) {}
}
