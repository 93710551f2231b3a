package org.huizhu.gateway.benefits;

import java.util.List;
import java.util.UUID;
import org.huizhu.gateway.access.CallerToken;
import org.huizhu.gateway.benefits.Benefits.Part;
import org.huizhu.gateway.benefits.Benefits.Status;
import org.huizhu.gateway.problems.Problem;
import org.huizhu.gateway.services.AskedServices;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every benefit service about one resident, all at the same time and in the caller's name. A service that is down
 * or slow costs its own part only; the whole takes no longer than one part may.
 */
@Component
public class ReadBenefits {

    private final AskedServices services;
    private final CallerToken callerToken;
    private final JsonMapper json;

    ReadBenefits(AskedServices services, CallerToken callerToken, JsonMapper json) {
        this.services = services;
        this.callerToken = callerToken;
        this.json = json;
    }

    /**
     * What the services have decided.
     *
     * @throws BenefitsRefused if none of them answers this caller about this resident
     */
    public Benefits of(UUID residentId) {
        String token = callerToken.value();
        List<Part> parts = services.ask(
                services.inOrder(), service -> new BenefitService(service, json).decisionsOn(residentId, token));
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
