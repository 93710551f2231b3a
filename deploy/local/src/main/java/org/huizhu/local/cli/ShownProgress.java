package org.huizhu.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huizhu.local.platform.Progress;

/** One line for each thing that is finished, and on a terminal a last line with what is still going on. */
final class ShownProgress implements Progress, AutoCloseable {

    private static final String CLEAR_LINE = "\r\033[K";
    private static final int WIDTH = 110;

    private record Doing(String what, long since) {}

    private final PrintWriter out;
    private final boolean live = Terminal.isThere();
    private final Map<String, Doing> doing = new LinkedHashMap<>();
    private final Map<String, Long> begun = new LinkedHashMap<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    ShownProgress(PrintWriter out) {
        this.out = out;
        if (live) {
            var drawing = ticks.scheduleAtFixedRate(this::draw, 200, 200, TimeUnit.MILLISECONDS);
            assert !drawing.isCancelled();
        }
    }

    @Override
    public synchronized void doing(String part, String what) {
        begun.putIfAbsent(part, System.nanoTime());
        var before = doing.put(part, new Doing(what, System.nanoTime()));
        var isNew = before == null || !before.what().equals(what);
        if (!live && isNew && !what.equals("running already")) {
            line(part, what + " …");
        }
    }

    @Override
    public synchronized void done(String part, String what) {
        doing.remove(part);
        var since = begun.remove(part);
        line(part, String.format(Locale.ROOT, "%-8s %6s", what, since == null ? "" : seconds(since)));
    }

    @Override
    public synchronized void close() {
        ticks.shutdownNow();
        if (live) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private void line(String part, String text) {
        out.printf("%s  %-10s %s%n", live ? CLEAR_LINE : "", part, text);
    }

    private synchronized void draw() {
        var now = doing.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().what() + " "
                        + seconds(entry.getValue().since()))
                .collect(Collectors.joining(" · "));
        out.print(CLEAR_LINE + "  … " + now.substring(0, Math.min(WIDTH, now.length())));
        out.flush();
    }

    private static String seconds(long since) {
        var elapsed = Duration.ofNanos(System.nanoTime() - since);
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}
