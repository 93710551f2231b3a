package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.List;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.Component;

/**
 * What a certificate is to say: checked, with components in the order of categories. {@code reissue}: the card held was
 * lost.
 */
public record CertificateClaim(
        DisabilityCategory category, int level, List<Component> components, LocalDate issuedOn, boolean reissue) {}
