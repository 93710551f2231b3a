package org.huizhu.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A packed server program.
 *
 * @param file the zip or jar
 * @param root the folder in it that is wanted, with a slash at its end
 */
record Archive(Path file, String root) {

    /** Unpacks into the target unless that is there already; several programs may call this at the same time. */
    Path unpackOnce(Path target) {
        try {
            Files.createDirectories(target.getParent());
            var lock = target.resolveSibling(target.getFileName() + ".lock");
            synchronized (Archive.class) {
                try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    if (held.isValid() && !Files.exists(target)) {
                        var part = Files.createTempDirectory(target.getParent(), target.getFileName() + ".part");
                        unpack(part);
                        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpack(Path target) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.isDirectory() && entry.getName().startsWith(root)) {
                    unpack(zip, entry, target);
                }
            }
        }
    }

    private void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        var path = target.resolve(entry.getName().substring(root.length())).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        Files.createDirectories(path.getParent());
        try (var in = zip.getInputStream(entry)) {
            Files.copy(in, path);
        }
        var program = entry.getName().contains("/bin/") || entry.getName().contains("/scripts/");
        if (program && !path.toFile().setExecutable(true)) {
            throw new IOException("Cannot make executable: " + path);
        }
    }
}
