package org.huizhu.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.huizhu.local.servers.Distribution;

/** The program of one application, unpacked once for each build of it, with a cache that makes the JVM start quickly. */
final class ServiceProgram {

    private static final List<String> JVM = List.of(
            "-Xms96m",
            "-Xmx224m",
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=Asia/Shanghai",
            "-Djava.security.egd=file:/dev/urandom");

    private final PlatformHome home;
    private final Part part;
    private final Path directory;

    private ServiceProgram(PlatformHome home, Part part, Path directory) {
        this.home = home;
        this.part = part;
        this.directory = directory;
    }

    /** The unpacked program of the jar that the last build made. */
    static ServiceProgram of(PlatformHome home, Part part) {
        var jar = jar(part);
        var all = home.servers().binaries().resolve("apps").resolve(part.word());
        var directory = all.resolve(digest(jar));
        try {
            if (!Files.exists(directory)) {
                removeOlder(all);
                unpack(jar, directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServiceProgram(home, part, directory);
    }

    boolean hasCache() {
        return Files.exists(cache());
    }

    /** Starts the application as far as its beans and ends it again, so that the JVM can keep what it loaded and linked. */
    void makeCache(Path settings) {
        var command = command(settings, "-XX:AOTCacheOutput=" + cache(), "-Dspring.context.exit=onRefresh");
        try {
            var log = home.servers().log(part.word() + "-training");
            Files.createDirectories(log.getParent());
            var training = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            // No cache is only a slower start, so a failure here is not one of the start.
            if (!training.waitFor(10, TimeUnit.MINUTES)) {
                training.destroyForcibly().waitFor();
            }
            if (training.exitValue() != 0) {
                Files.deleteIfExists(cache());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The command that runs it with these settings. */
    List<String> command(Path settings) {
        return hasCache()
                ? command(settings, "-XX:AOTCache=" + cache(), "-Xlog:aot=off", "-Xlog:cds=off")
                : command(settings, "-Xshare:auto");
    }

    private List<String> command(Path settings, String... options) {
        var command = new ArrayList<String>();
        command.add(Distribution.java());
        command.addAll(JVM);
        command.addAll(List.of(options));
        command.add("-Dspring.config.additional-location=file:" + settings);
        command.add("-jar");
        command.add(directory.resolve("app.jar").toString());
        return command;
    }

    private Path cache() {
        return directory.resolve("app.aot");
    }

    private static Path jar(Part part) {
        var target = Distribution.project().resolve(part.module()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(part.word() + " is not built: no jar in " + target));
        } catch (IOException e) {
            throw new UncheckedIOException(part.word() + " is not built", e);
        }
    }

    private static void unpack(Path jar, Path directory) throws IOException {
        var part = Files.createTempDirectory(Files.createDirectories(directory.getParent()), "part");
        var extract = new ProcessBuilder(
                        Distribution.java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        part.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(extract.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (extract.waitFor() != 0) {
                throw new IOException("Cannot unpack " + jar + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Files.move(part.resolve(jar.getFileName()), part.resolve("app.jar"));
        Files.move(part, directory);
    }

    private static void removeOlder(Path all) throws IOException {
        if (Files.exists(all)) {
            try (Stream<Path> paths = Files.walk(all)) {
                paths.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    /** Of what is in the jar and of the JVM, because a cache fits one pair only. */
    private static String digest(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((System.getProperty("java.vm.version") + JVM).getBytes(StandardCharsets.UTF_8));
            // The checksums that the jar carries: reading all of it would take longer than starting it.
            zip.stream()
                    .map(entry -> entry.getName() + entry.getCrc())
                    .forEach(entry -> digest.update(entry.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
