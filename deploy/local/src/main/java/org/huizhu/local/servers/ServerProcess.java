package org.huizhu.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A process that outlives the program which started it and is found again by its pid file. */
public final class ServerProcess {

    private static final long LARGEST_LOG = 32L << 20;

    private final String name;
    private final ServerHome home;
    private final ProcessId id;

    private ServerProcess(String name, ServerHome home, ProcessId id) {
        this.name = name;
        this.home = home;
        this.id = id;
    }

    /** Starts the command detached, its output appended to the log of that name. */
    public static ServerProcess start(
            ServerHome home, String name, List<String> command, Map<String, String> environment) {
        try {
            var log = home.log(name);
            Files.createDirectories(log.getParent());
            keepShort(log);
            // A session of its own: Ctrl-C in the terminal must not reach it.
            var builder = new ProcessBuilder("setsid");
            builder.command().addAll(command);
            builder.environment().putAll(environment);
            builder.directory(home.directory().toFile());
            builder.redirectInput(Path.of("/dev/null").toFile());
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var pid = builder.start().pid();
            var id = ProcessId.now(pid).orElseThrow(() -> new ServerFailed(name, "ended at once", log));
            id.write(home.pidFile(name));
            return new ServerProcess(name, home, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process last started under this name, dead or alive. */
    public static Optional<ServerProcess> last(ServerHome home, String name) {
        return ProcessId.read(home.pidFile(name)).map(id -> new ServerProcess(name, home, id));
    }

    /** The process of this name, if it is alive. */
    public static Optional<ServerProcess> running(ServerHome home, String name) {
        return last(home, name).filter(ServerProcess::isAlive);
    }

    public String name() {
        return name;
    }

    public long pid() {
        return id.pid();
    }

    public Path log() {
        return home.log(name);
    }

    /** Whether this very process lives; another one that got its pid does not count. */
    public boolean isAlive() {
        return id.isAlive();
    }

    /** Bytes of memory that it holds now. */
    public long memory() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** How long it has run. */
    public Duration uptime(InstantSource clock) {
        return handle().flatMap(handle -> handle.info().startInstant())
                .map(start -> Duration.between(start, clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** Waits until the condition holds; fails when the process dies before or the limit is over. */
    public void await(Duration limit, BooleanSupplier ready) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(Duration.ofMillis(100))) {
                throw new ServerFailed(name, "died while starting", log());
            }
            if (System.nanoTime() > deadline) {
                throw new ServerFailed(name, "was not ready after " + limit.toSeconds() + " s", log());
            }
        }
    }

    /** Asks it to end and waits; after the limit it is killed. Afterwards it counts as stopped, not as dead. */
    public void stop(Duration limit) {
        handle().ifPresent(ProcessHandle::destroy);
        if (!endsWithin(limit)) {
            kill();
        }
        try {
            Files.deleteIfExists(home.pidFile(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, as a power cut would: the pid file stays, so that it counts as dead. */
    public void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
        endsWithin(Duration.ofSeconds(10));
    }

    private static void keepShort(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean endsWithin(Duration limit) {
        var handle = handle();
        if (handle.isEmpty()) {
            return true;
        }
        try {
            handle.get().onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    private Optional<ProcessHandle> handle() {
        return isAlive() ? ProcessHandle.of(id.pid()) : Optional.empty();
    }
}
