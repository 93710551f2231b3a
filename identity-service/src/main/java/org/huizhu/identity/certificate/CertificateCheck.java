package org.huizhu.identity.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huizhu.contracts.DisabilityCategory;
import org.huizhu.contracts.ResidentFacts.Component;
import org.huizhu.identity.certificate.RegistrationRequest.ComponentPart;
import org.huizhu.identity.resident.CertificateClaim;
import org.jspecify.annotations.Nullable;

/** What a certificate may say (残疾人证管理办法 Art. 13): the level of a multiple disability is that of its heaviest part. */
final class CertificateCheck {

    private static final int LIGHTEST = 4;
    private static final int FEWEST_COMPONENTS = 2;

    private final Findings findings;
    private final RegistrationRequest request;
    private final LocalDate today;

    CertificateCheck(Findings findings, RegistrationRequest request, LocalDate today) {
        this.findings = findings;
        this.request = request;
        this.today = today;
    }

    @Nullable
    CertificateClaim check(@Nullable LocalDate born) {
        findings.required("category", request.category());
        DisabilityCategory category = findings.code("category", request.category(), DisabilityCategory.class);
        Integer level = level("level", request.level());
        List<Component> components = components();
        LocalDate issuedOn =
                Objects.requireNonNullElse(findings.pastDay("issuedOn", request.issuedOn(), born, today), today);
        if (category != null) {
            fit(category, level, components);
        }
        if (category == null || level == null) {
            return null;
        }
        return new CertificateClaim(category, level, components, issuedOn, Boolean.TRUE.equals(request.reissue()));
    }

    private @Nullable Integer level(String field, @Nullable Integer level) {
        if (level == null) {
            findings.required(field, null);
            return null;
        }
        if (level < 1 || level > LIGHTEST) {
            findings.add(field, "level-range");
            return null;
        }
        return level;
    }

    private List<Component> components() {
        List<Component> components = new ArrayList<>();
        Set<DisabilityCategory> seen = EnumSet.noneOf(DisabilityCategory.class);
        List<@Nullable ComponentPart> parts = Objects.requireNonNullElse(request.components(), List.of());
        findings.entries("components", parts).forEach((field, part) -> {
            findings.required(field + ".category", part.category());
            DisabilityCategory category = findings.code(field + ".category", part.category(), DisabilityCategory.class);
            Integer level = level(field + ".level", part.level());
            if (category == DisabilityCategory.MULTIPLE) {
                findings.add(field + ".category", "component-multiple");
            } else if (category != null && !seen.add(category)) {
                findings.add(field + ".category", "component-twice");
            }
            if (category != null && level != null) {
                components.add(new Component(category, level));
            }
        });
        components.sort(Comparator.comparing(Component::category));
        return List.copyOf(components);
    }

    private void fit(DisabilityCategory category, @Nullable Integer level, List<Component> components) {
        if (category != DisabilityCategory.MULTIPLE) {
            if (!components.isEmpty()) {
                findings.add("components", "components-not-allowed");
            }
            return;
        }
        if (Objects.requireNonNullElse(request.components(), List.of()).size() < FEWEST_COMPONENTS) {
            findings.add("components", "components-required");
            return;
        }
        int heaviest = components.stream().mapToInt(Component::level).min().orElse(LIGHTEST);
        if (level != null && level != heaviest) {
            findings.add("level", "level-not-heaviest", heaviest);
        }
    }
}
