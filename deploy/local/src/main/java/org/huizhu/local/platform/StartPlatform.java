package org.huizhu.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts every part, each as soon as what it needs is there. */
final class StartPlatform {

    private final LocalPlatform platform;
    private final Progress progress;

    StartPlatform(LocalPlatform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /** The gateway needs no broker; it only lets it have the processors first. */
    void start() {
        // Not closed: after a failure nobody waits for the parts that are still coming up.
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
        var keycloak = part(Part.KEYCLOAK, List.of(), threads);
        var database = part(Part.MARIADB, List.of(), threads);
        var broker = part(Part.KAFKA, List.of(), threads);
        var all = new ArrayList<>(List.of(keycloak, database, broker));
        for (var service : Part.services()) {
            all.add(part(service, List.of(database, broker), threads));
        }
        all.add(part(Part.GATEWAY, List.of(database, broker), threads));
        await(all);
    }

    private CompletableFuture<Void> part(Part part, List<CompletableFuture<Void>> needed, ExecutorService threads) {
        return CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new))
                .thenRunAsync(
                        () -> {
                            progress.doing(part.word(), platform.isRunning(part) ? "running already" : "starting");
                            platform.start(part, progress);
                            progress.done(part.word(), "ready");
                        },
                        threads);
    }

    /** Ends with the first failure, not with the last success. */
    private static void await(List<CompletableFuture<Void>> parts) {
        var failed = new CompletableFuture<Void>();
        for (var part : parts) {
            part.exceptionally(problem -> {
                failed.completeExceptionally(problem);
                return null;
            });
        }
        var all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
