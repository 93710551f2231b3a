package org.huizhu.local.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that can be recognised later: its pid together with when it started, because the system gives pids again.
 *
 * @param pid the process
 * @param birth boot and start tick, the same for as long as this very process lives
 */
record ProcessId(long pid, String birth) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int STATE = 0;
    private static final int START_TICK = 19;

    /** The process that has this pid now, if it is alive; a zombie is not. */
    static Optional<ProcessId> now(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[STATE].equals("Z") || fields[STATE].equals("X")
                    ? Optional.empty()
                    : Optional.of(new ProcessId(pid, Files.readString(BOOT).strip() + ":" + fields[START_TICK]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The process written to the file earlier, whether it still lives or not. */
    static Optional<ProcessId> read(Path file) {
        try {
            var parts = Files.readString(file).strip().split(" ", -1);
            return parts.length == 2
                    ? Optional.of(new ProcessId(Long.parseLong(parts[0]), parts[1]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, pid + " " + birth + "\n");
    }

    boolean isAlive() {
        return now(pid).equals(Optional.of(this));
    }
}
