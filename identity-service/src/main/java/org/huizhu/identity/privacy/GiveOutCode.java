package org.huizhu.identity.privacy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huizhu.identity.privacy.VerificationCodes.Code;
import org.huizhu.platform.audit.AuditLog;
import org.huizhu.platform.problem.Fault;
import org.huizhu.platform.problem.Problem;
import org.huizhu.platform.time.IdSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a code with which its holder's certificate can be seen to be valid, by whoever gets the code. */
@Component
class GiveOutCode {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final VerificationCodes codes;
    private final VerificationSettings settings;
    private final AuditLog audit;
    private final IdSource ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    GiveOutCode(
            VerificationCodes codes, VerificationSettings settings, AuditLog audit, IdSource ids, InstantSource clock) {
        this.codes = codes;
        this.settings = settings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The only time that the code itself is there. */
    record GivenOut(Code code, CodeText text) {}

    /**
     * For that resident, to live so many minutes.
     *
     * @throws Problem if that is too long or too short, or there are too many codes already
     */
    @Transactional
    public GivenOut to(String residentId, @Nullable Long minutes) {
        Duration life = minutes == null ? settings.validFor() : Duration.ofMinutes(Math.clamp(minutes, 0, 1_000_000));
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
            throw Problem.faults(
                    "verification-code-refused",
                    List.of(Fault.of(
                            "validMinutes", "verification-code-life", SHORTEST.toMinutes(), LONGEST.toMinutes())));
        }
        if (codes.countLive(residentId) >= settings.most()) {
            throw Problem.conflict("too-many-verification-codes", settings.most());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var code = new Code(ids.next(), residentId, now, now.plus(life), null);
        CodeText text = CodeText.random(random);
        codes.add(code, text);
        audit.record("verification-code.given-out", residentId);
        return new GivenOut(code, text);
    }

    /** Ends one at once. */
    @Transactional
    public void revoke(String residentId, String id) {
        if (!codes.revoke(residentId, id)) {
            throw Problem.notFound("no-such-verification-code");
        }
        audit.record("verification-code.revoked", residentId);
    }
}
