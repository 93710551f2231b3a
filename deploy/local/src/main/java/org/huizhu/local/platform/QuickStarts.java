package org.huizhu.local.platform;

import java.util.Arrays;
import java.util.concurrent.Executors;

/** Trains the JVM on each application that has no cache yet, while the platform already serves. */
final class QuickStarts {

    private final PlatformHome home;
    private final Progress progress;

    QuickStarts(PlatformHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** One for each processor at a time: more would only take memory. */
    void prepare() {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Arrays.stream(Part.values())
                    .filter(Part::isApplication)
                    .forEach(part -> threads.execute(() -> train(part)));
        }
    }

    private void train(Part part) {
        var program = ServiceProgram.of(home, part);
        if (!program.hasCache()) {
            progress.doing(part.word(), "preparing quick starts");
            program.makeCache(ServiceSettings.write(home, part));
            progress.done(part.word(), "prepared");
        }
    }
}
