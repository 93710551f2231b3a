package org.huizhu.gateway.benefits;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.benefits.Benefits.Part;
import org.huizhu.gateway.benefits.Benefits.Status;
import org.huizhu.gateway.problems.Problem;
import org.springframework.stereotype.Component;

/**
 * Asks every benefit service about one resident, all at the same time and in the caller's name. A service that is down
 * or slow costs its own part only; the whole takes no longer than one part may.
 */
@Component
public class ReadBenefits {

    private final List<BenefitService> services;
    private final CallerToken callerToken;
    private final ExecutorService executor;

    ReadBenefits(List<BenefitService> benefitServices, CallerToken callerToken, ExecutorService callExecutor) {
        this.services = benefitServices;
        this.callerToken = callerToken;
        this.executor = callExecutor;
    }

    /**
     * What the services have decided.
     *
     * @throws BenefitsRefused if none of them answers this caller about this resident
     */
    public Benefits of(UUID residentId) {
        String token = callerToken.value();
        List<CompletableFuture<Part>> answers = services.stream()
                .map(service -> CompletableFuture.supplyAsync(() -> service.decisionsOn(residentId, token), executor))
                .toList();
        List<Part> parts = answers.stream()
                .map(CompletableFuture::join)
                .map(Objects::requireNonNull)
                .toList();
        return refuseIfNoneMaySpeak(new Benefits(residentId.toString(), parts));
    }

    private static Benefits refuseIfNoneMaySpeak(Benefits benefits) {
        if (benefits.any(Status.OK)) {
            return benefits;
        }
        if (benefits.any(Status.REFUSED)) {
            throw new BenefitsRefused(Problem.FORBIDDEN);
        }
        if (benefits.any(Status.UNKNOWN_RESIDENT) && !benefits.any(Status.UNAVAILABLE)) {
            throw new BenefitsRefused(Problem.NO_SUCH_RESIDENT);
        }
        return benefits;
    }
}
