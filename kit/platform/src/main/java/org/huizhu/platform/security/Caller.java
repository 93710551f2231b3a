package org.huizhu.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is calling: the token's subject, realm roles, area (6, 9 or 12 digits, for staff), the resident they are and the
 * residents they act for.
 */
public record Caller(
        String subject,
        Set<String> roles,
        @Nullable String area,
        @Nullable String residentId,
        List<String> actsFor) {

    private static final Set<String> STAFF = Set.of(
            "community-worker",
            "street-clerk",
            "federation-officer",
            "civil-affairs-officer",
            "finance-officer",
            "policy-officer",
            "auditor");

    private static final Pattern AREA = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

    /** The caller of the request that this thread serves. */
    public static Caller current() {
        return of(Objects.requireNonNull(
                SecurityContextHolder.getContext().getAuthentication(), "no request is being served"));
    }

    static Caller of(Authentication authentication) {
        Set<String> roles = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .filter(authority -> authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .collect(Collectors.toUnmodifiableSet());
        if (!(authentication.getPrincipal() instanceof Jwt token)) {
            return new Caller(authentication.getName(), roles, null, null, List.of());
        }
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), authentication.getName()),
                roles,
                token.getClaimAsString("area"),
                token.getClaimAsString("resident_id"),
                List.copyOf(Objects.requireNonNullElse(token.getClaimAsStringList("acts_for"), List.of())));
    }

    /** Whether this caller has a role to which residents' files are open at all. */
    boolean readsFiles() {
        return isStaff(roles) || roles.contains("resident") || roles.contains("guardian");
    }

    /** Whether this caller is, or acts for, that resident. */
    boolean standsFor(String someResidentId) {
        return (roles.contains("resident") && someResidentId.equals(residentId))
                || (roles.contains("guardian") && actsFor.contains(someResidentId));
    }

    /**
     * Whether this caller is staff whose area holds {@code code}, a code of 6, 9 or 12 digits. Anything else in an
     * account's area is no area: an empty one must not come to mean everywhere.
     */
    boolean isStaffFor(@Nullable String code) {
        return area != null && AREA.matcher(area).matches() && code != null && code.startsWith(area) && isStaff(roles);
    }

    /** The area that this caller is staff of; empty for others and for staff without a proper area. */
    public Optional<String> staffArea() {
        return Optional.ofNullable(area).filter(code -> isStaffFor(code));
    }

    private static boolean isStaff(Collection<String> roles) {
        return roles.stream().anyMatch(STAFF::contains);
    }
}
