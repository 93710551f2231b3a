package org.huizhu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.huizhu.local.platform.LocalPlatform;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PartState;

/**
 * How long processors have worked: for each part, and for everybody on this machine. They tell where the time goes, and
 * whether a figure was taken on a machine that had something else to do.
 */
record CpuTimes(Map<Part, Duration> parts, Duration everybody) {

    private static final Path STAT = Path.of("/proc/stat");
    private static final int TICK_MS = 10;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;

    static CpuTimes of(LocalPlatform platform) throws IOException {
        Map<Part, Duration> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (platform.state(part) instanceof PartState.Running process) {
                parts.put(
                        part,
                        ProcessHandle.of(process.pid())
                                .flatMap(handle -> handle.info().totalCpuDuration())
                                .orElse(Duration.ZERO));
            }
        }
        return new CpuTimes(parts, busy());
    }

    CpuTimes since(CpuTimes before) {
        Map<Part, Duration> spent = new EnumMap<>(Part.class);
        parts.forEach((part, time) -> spent.put(part, time.minus(before.parts.getOrDefault(part, Duration.ZERO))));
        return new CpuTimes(spent, everybody.minus(before.everybody));
    }

    /** Of all parts. */
    Duration together() {
        return parts.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration busy() throws IOException {
        long[] ticks = Arrays.stream(Files.readAllLines(STAT).getFirst().split(" +", -1))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
        return Duration.ofMillis(TICK_MS * (Arrays.stream(ticks).sum() - ticks[IDLE] - ticks[IO_WAIT]));
    }
}
