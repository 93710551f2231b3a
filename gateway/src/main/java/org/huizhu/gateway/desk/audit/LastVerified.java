package org.huizhu.gateway.desk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the last check of each log found, as long as this gateway runs: so that a break is seen by whoever comes next, and a
 * check that was too long for one go goes on from where it really ended.
 */
@Component
class LastVerified {

    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    /**
     * What was found.
     *
     * @param to the last link that was looked at
     * @param complete whether the end was reached, or a fault
     * @param kind of the fault; null if there is none
     * @param place of the fault, as far as it has one: its link, or else its entry
     * @param topicRead whether it was held against what the message broker was told
     */
    record Verdict(
            Instant at,
            long to,
            boolean complete,
            @Nullable String kind,
            @Nullable Long place,
            boolean topicRead) {}

    void found(String service, Verdict verdict) {
        verdicts.put(service, verdict);
    }

    Optional<Verdict> of(String service) {
        return Optional.ofNullable(verdicts.get(service));
    }

    /** Where a check may go on: nobody can leave a part out by an address. */
    long after(String service, long wanted) {
        return of(service)
                .filter(last -> !last.complete() && last.to() == wanted)
                .map(Verdict::to)
                .orElse(0L);
    }

    /** The services whose logs were broken when they were last looked at. */
    List<String> broken() {
        return verdicts.entrySet().stream()
                .filter(each -> each.getValue().kind() != null)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
