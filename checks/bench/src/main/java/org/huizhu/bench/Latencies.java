package org.huizhu.bench;

import java.time.Duration;
import java.util.List;

/** Times, to be asked for percentiles. */
final class Latencies {

    private final List<Duration> sorted;

    Latencies(List<Duration> times) {
        this.sorted = times.stream().sorted().toList();
    }

    int count() {
        return sorted.size();
    }

    /** In milliseconds, by the nearest rank. */
    long percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1).toMillis();
    }
}
