package org.huizhu.platform.security;

import java.util.Collection;
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
 * Who is calling: the token's subject, realm roles, area (6, 9 or 12 digits, for staff) and the resident they are. For
 * whom they act is not in a token, which lives on after a delegation has ended: see {@link Delegations}.
 */
public record Caller(
        String subject,
        Set<String> roles,
        @Nullable String area,
        @Nullable String residentId) {

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
            return new Caller(authentication.getName(), roles, null, null);
        }
        return new Caller(
                Objects.requireNonNullElse(token.getSubject(), authentication.getName()),
                roles,
                token.getClaimAsString("area"),
                token.getClaimAsString("resident_id"));
    }

    /** Whether this caller has a role to which residents' files are open at all. */
    boolean readsFiles() {
        return isStaff(roles) || isPerson();
    }

    /** Whether this caller is here for themselves or for somebody close, not for an office. */
    boolean isPerson() {
        return roles.contains("resident") || roles.contains("guardian");
    }

    /** Whether this caller is that resident. */
    boolean is(String someResidentId) {
        return roles.contains("resident") && someResidentId.equals(residentId);
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
