package org.huizhu.gateway.edge;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huizhu.gateway.edge.LimitSettings.Rate;
import org.springframework.stereotype.Component;

/** What each client has left: a bucket of requests that refills steadily. */
@Component
final class Shares {

    private final LimitSettings limits;
    private final Map<Client, Bucket> buckets;

    Shares(LimitSettings limits) {
        this.limits = limits;
        this.buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Client, Bucket> eldest) {
                return size() > limits.clients();
            }
        });
    }

    /** Takes one request; zero if there was one, else how long until there is. */
    Duration take(Client client) {
        ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Takes nothing; zero if there is a request left, else how long until there is. */
    Duration look(Client client) {
        EstimationProbe probe = bucket(client).estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket(Client client) {
        return buckets.computeIfAbsent(client, unseen -> newBucket(rate(unseen)));
    }

    private Rate rate(Client client) {
        return switch (client.kind()) {
            case PERSON -> limits.person();
            case SYSTEM -> limits.system();
            case ANONYMOUS -> limits.anonymous();
        };
    }

    private static Bucket newBucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
