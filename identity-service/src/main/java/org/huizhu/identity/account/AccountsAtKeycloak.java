package org.huizhu.identity.account;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one place that talks to Keycloak's administration. Each call is tried twice, bounded in time, and not made while
 * Keycloak is known to be away. All of it can be done again: what is so already stays.
 */
@Component
class AccountsAtKeycloak {

    private static final String AREA = "area";
    private static final String RESIDENT_ID = "resident_id";
    private static final String UPDATE_PASSWORD = "UPDATE_PASSWORD";
    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;
    private static final int PAGE = 100;

    private final AccountSettings settings;
    private final String realm;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final TimeLimiter limiter;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Keycloak keycloak;

    AccountsAtKeycloak(
            AccountSettings settings, @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        this.settings = settings;
        int realms = issuer.lastIndexOf("/realms/");
        this.realm = issuer.substring(realms + "/realms/".length());
        this.breaker = CircuitBreaker.of(
                "keycloak",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .ignoreException(AccountsAtKeycloak::isRefusal)
                        .build());
        this.retry = Retry.of(
                "keycloak",
                RetryConfig.custom()
                        .maxAttempts(2)
                        .waitDuration(Duration.ofMillis(200))
                        .retryExceptions(ProcessingException.class, ServerErrorException.class)
                        .build());
        this.limiter = TimeLimiter.of(TimeLimiterConfig.custom()
                .timeoutDuration(settings.timeLimit())
                .cancelRunningFuture(true)
                .build());
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(settings.server() == null ? issuer.substring(0, realms) : settings.server())
                .realm(realm)
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .resteasyClient(ClientBuilder.newBuilder()
                        .connectTimeout(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
                        .register(JacksonProvider.class, 100)
                        .build())
                .build();
    }

    /** Keycloak is away, or slow, or does not let us in: worth trying again, later. */
    static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Away(Throwable why) {
            super("Keycloak does not answer: " + why.getClass().getSimpleName());
        }
    }

    /** Keycloak understood and does not want to; trying again does not help by itself. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(int status) {
            super("Keycloak refused: HTTP " + status);
        }
    }

    /** Whether there is a secret to sign in with. */
    boolean isConfigured() {
        return settings.clientSecret() != null && !settings.clientSecret().isBlank();
    }

    /** Makes the account what it is to be, and gives Keycloak's id of it. */
    String makeSo(Account account) {
        return call(() -> {
            String subject = account.subject() == null ? findOrCreate(account) : account.subject();
            UserResource user = users().get(subject);
            UserRepresentation found = user.toRepresentation();
            if (change(found, account)) {
                user.update(found);
            }
            setRoles(user.roles().realmLevel(), account.roles());
            return subject;
        });
    }

    /** Sets a password that must be changed at the first sign-in. */
    void setOneTimePassword(String subject, String password) {
        this.<@Nullable Void>call(() -> {
            var credential = new CredentialRepresentation();
            credential.setType(CredentialRepresentation.PASSWORD);
            credential.setValue(password);
            credential.setTemporary(true);
            users().get(subject).resetPassword(credential);
            return null;
        });
    }

    /** Takes a one-time password away if nobody has signed in with it. */
    void takeUnusedPassword(String subject) {
        this.<@Nullable Void>call(() -> {
            UserResource user = users().get(subject);
            if (user.toRepresentation().getRequiredActions().contains(UPDATE_PASSWORD)) {
                user.credentials().stream()
                        .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                        .forEach(credential -> user.removeCredential(credential.getId()));
            }
            return null;
        });
    }

    /** An account of staff that somebody else made. */
    record Found(
            String subject,
            String username,
            @Nullable String name,
            @Nullable String area,
            Set<String> roles,
            boolean enabled) {

        @Override
        public String toString() {
            return "Found[" + subject + "]";
        }
    }

    /** The accounts of staff from the {@code first} account on, of up to a page of accounts; empty behind the last. */
    Optional<List<Found>> staff(int page) {
        return call(() -> {
            List<UserRepresentation> users = users().list(page * PAGE, PAGE);
            if (users.isEmpty()) {
                return Optional.<List<Found>>empty();
            }
            List<Found> staff = new ArrayList<>();
            for (UserRepresentation user : users) {
                Set<String> roles = users().get(user.getId()).roles().realmLevel().listAll().stream()
                        .map(RoleRepresentation::getName)
                        .filter(StaffRoles.ALL::contains)
                        .collect(Collectors.toSet());
                if (!roles.isEmpty() && !user.getUsername().startsWith("service-account-")) {
                    staff.add(new Found(
                            user.getId(),
                            user.getUsername(),
                            user.getLastName(),
                            user.firstAttribute(AREA),
                            roles,
                            Boolean.TRUE.equals(user.isEnabled())));
                }
            }
            return Optional.of(staff);
        });
    }

    private String findOrCreate(Account account) {
        String username = Objects.requireNonNull(account.username(), "an account without id and name");
        return find(username).orElseGet(() -> create(username, account));
    }

    private Optional<String> find(String username) {
        return users().searchByUsername(username, true).stream()
                .map(UserRepresentation::getId)
                .findFirst();
    }

    private String create(String username, Account account) {
        var user = new UserRepresentation();
        user.setUsername(username);
        change(user, account);
        try (Response response = users().create(user)) {
            if (response.getStatus() == CONFLICT) {
                return find(username).orElseThrow(() -> new Refused(CONFLICT));
            }
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    /** Whether anything had to become other; what Keycloak knows beside stays. */
    private static boolean change(UserRepresentation user, Account account) {
        Map<String, List<String>> before = Objects.requireNonNullElse(user.getAttributes(), Map.of());
        Map<String, List<String>> attributes = new HashMap<>(before);
        put(attributes, AREA, account.area());
        put(attributes, RESIDENT_ID, account.residentId());
        boolean same = attributes.equals(before) && Objects.equals(user.isEnabled(), account.maySignIn());
        user.setAttributes(attributes);
        user.setEnabled(account.maySignIn());
        if (account.name() != null && !account.name().equals(user.getLastName())) {
            user.setLastName(account.name());
            same = false;
        }
        return !same;
    }

    private static void put(Map<String, List<String>> attributes, String name, @Nullable String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, List.of(value));
        }
    }

    /** Gives and takes the roles that are managed here; a guardian's, a bureau's or an employer's stay as they are. */
    private static void setRoles(RoleScopeResource scope, Set<String> wanted) {
        List<RoleRepresentation> held = scope.listAll();
        Set<String> heldNames = held.stream().map(RoleRepresentation::getName).collect(Collectors.toSet());
        List<RoleRepresentation> toTake = held.stream()
                .filter(role -> StaffRoles.ALL.contains(role.getName())
                        || role.getName().equals(StaffRoles.RESIDENT))
                .filter(role -> !wanted.contains(role.getName()))
                .toList();
        if (!toTake.isEmpty()) {
            scope.remove(toTake);
        }
        if (!heldNames.containsAll(wanted)) {
            scope.add(scope.listAvailable().stream()
                    .filter(role -> wanted.contains(role.getName()))
                    .toList());
        }
    }

    private UsersResource users() {
        return keycloak.realm(realm).users();
    }

    private <T extends @Nullable Object> T call(Callable<T> work) {
        Callable<T> limited = limiter.decorateFutureSupplier(() -> threads.submit(work));
        try {
            return breaker.executeCallable(Retry.decorateCallable(retry, limited));
        } catch (Refused refused) {
            throw refused;
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            throw isRefusal(refused) ? new Refused(status) : new Away(refused);
        } catch (Exception away) {
            throw new Away(away);
        }
    }

    /** What a repetition would not change; not being let in may be a matter of the realm's being set up. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Refused
                || (failure instanceof WebApplicationException web
                        && (web.getResponse().getStatus() == BAD_REQUEST
                                || web.getResponse().getStatus() == CONFLICT
                                || web.getResponse().getStatus() == 404));
    }

    @PreDestroy
    void close() {
        keycloak.close();
        threads.shutdownNow();
    }
}
