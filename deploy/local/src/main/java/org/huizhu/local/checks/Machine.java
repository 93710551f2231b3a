package org.huizhu.local.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a machine has to give.
 *
 * @param javaVersion of this program, with which everything is started
 * @param runsLinuxPrograms whether the packed database runs here
 * @param freeDisk bytes that may still be written
 * @param freeMemory bytes that programs may still take
 */
public record Machine(int javaVersion, boolean runsLinuxPrograms, long freeDisk, long freeMemory) {

    /** This machine, with the disk that holds the directory. */
    public static Machine here(Path directory) {
        var linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return new Machine(Runtime.version().feature(), linux, freeDiskAt(directory), availableMemory());
    }

    private static long freeDiskAt(Path directory) {
        try {
            return Files.getFileStore(Files.createDirectories(directory)).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Within the limit of a container if there is one. */
    private static long availableMemory() {
        var available = number(Path.of("/proc/meminfo"), "MemAvailable:").orElse(Long.MAX_VALUE / 1024) * 1024;
        var limit = number(Path.of("/sys/fs/cgroup/memory.max"), "");
        var used = number(Path.of("/sys/fs/cgroup/memory.current"), "");
        return limit.isPresent() && used.isPresent() ? Math.min(available, limit.get() - used.get()) : available;
    }

    private static Optional<Long> number(Path file, String label) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(label))
                    .map(line -> line.replaceAll("\\D", ""))
                    .filter(digits -> !digits.isEmpty())
                    .map(Long::parseLong)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
