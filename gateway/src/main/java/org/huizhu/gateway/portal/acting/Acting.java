package org.huizhu.gateway.portal.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huizhu.gateway.access.SignedInPerson;
import org.huizhu.gateway.ask.Answer;
import org.huizhu.gateway.ask.AskServices;
import org.huizhu.gateway.ask.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Remembers in the session whom the reader acts for, and asks identity at every page whether that still holds: what was
 * revoked ends with the next click.
 */
@Component
public class Acting {

    static final String REMEMBERED = Acting.class.getName();

    private static final String IDENTITY = "identity";

    private final AskServices services;
    private final InstantSource clock;

    Acting(AskServices services, InstantSource clock) {
        this.services = services;
        this.clock = clock;
    }

    /** Nobody was chosen yet, and the reader has no file of their own. */
    static final class ChooseFirst extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The reader may no longer act for whom they chose. */
    public static final class NoLonger extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whose file the reader has before them. */
    public Whom now(HttpServletRequest request, Locale language) {
        ActsFor chosen = remembered(request);
        if (chosen == null) {
            return ownFile().map(file -> new Whom(file, true, null, Set.of())).orElseThrow(ChooseFirst::new);
        }
        return switch (services.ask(Question.get(IDENTITY, "/api/identity/me/acts-for"), language)) {
            case Answer.Given(JsonNode body) ->
                inForce(body).stream()
                        .filter(each -> each.residentId().equals(chosen.residentId()))
                        .filter(ActsFor::reads)
                        .findFirst()
                        .map(Acting::whom)
                        .orElseThrow(() -> over(request));
            case Answer.Refused _ -> throw over(request);
            // Identity cannot be asked; whatever the page shows comes from services that look for themselves.
            case Answer.Away _ -> whom(chosen);
        };
    }

    /** Whether somebody else was chosen. */
    public static boolean isForAnother(HttpServletRequest request) {
        return remembered(request) != null;
    }

    /** Forgets whom was acted for, because a service no longer knows of it. */
    public NoLonger over(HttpServletRequest request) {
        forget(request);
        return new NoLonger();
    }

    private static Whom whom(ActsFor chosen) {
        return new Whom(UUID.fromString(chosen.residentId()), false, chosen.name(), chosen.scopes());
    }

    /** Those for whom the reader may act now: one entry a resident, with all that was given. */
    List<ActsFor> inForce(JsonNode answer) {
        Instant now = clock.instant();
        Map<String, ActsFor> byResident = new LinkedHashMap<>();
        answer.path("delegations")
                .valueStream()
                .filter(each -> each.path("status").asString("").equals("ACTIVE"))
                .filter(each -> !Instant.parse(each.path("from").asString()).isAfter(now))
                .map(Acting::one)
                .forEach(each -> byResident.merge(each.residentId(), each, Acting::both));
        return new ArrayList<>(byResident.values());
    }

    private static ActsFor one(JsonNode delegation) {
        return new ActsFor(
                delegation.path("residentId").asString(),
                delegation.path("name").asString("**"),
                delegation.hasNonNull("guardian"),
                delegation.path("scopes").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
    }

    private static ActsFor both(ActsFor one, ActsFor other) {
        Set<String> scopes = new TreeSet<>(one.scopes());
        scopes.addAll(other.scopes());
        return new ActsFor(one.residentId(), one.name(), one.guardian() || other.guardian(), scopes);
    }

    static @Nullable ActsFor remembered(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (ActsFor) session.getAttribute(REMEMBERED);
    }

    static void remember(HttpServletRequest request, ActsFor chosen) {
        request.getSession().setAttribute(REMEMBERED, chosen);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(REMEMBERED);
        }
    }

    /** The file of the reader's own, where they have one and are here as a resident. */
    public static Optional<UUID> ownFile() {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null && reader.getPrincipal() instanceof SignedInPerson person
                ? person.residentId().map(UUID::fromString)
                : Optional.empty();
    }
}
