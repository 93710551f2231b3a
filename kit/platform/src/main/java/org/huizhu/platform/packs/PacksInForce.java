package org.huizhu.platform.packs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.huizhu.eligibility.PackFaults;
import org.huizhu.eligibility.PackSource;
import org.huizhu.eligibility.RulePacks;
import org.huizhu.platform.time.Shanghai;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The packs that decide now: those that the service ships, and on top of them the versions that officers published.
 * What is published in one instance is in force there at once and in the others after the next poll.
 */
public final class PacksInForce {

    private static final Logger log = LoggerFactory.getLogger(PacksInForce.class);

    private final RulePacks shipped;
    private final String shippedText;
    private final PublishedVersions published;
    private final ObjectProvider<PacksChanged> followers;
    private final InstantSource clock;
    private volatile Loaded loaded;
    private volatile String announced;

    PacksInForce(
            RulePacks shipped,
            String shippedText,
            PublishedVersions published,
            ObjectProvider<PacksChanged> followers,
            InstantSource clock) {
        this.shipped = shipped;
        this.shippedText = shippedText;
        this.published = published;
        this.followers = followers;
        this.clock = clock;
        this.loaded = load();
        this.announced = digest();
    }

    /** Packs as of a change, with the digest of what they were made from. */
    private record Loaded(long change, RulePacks packs, String text) {}

    /** The packs to decide with; ask anew for each batch, never keep them. */
    public RulePacks current() {
        return loaded.packs();
    }

    /**
     * SHA-256 over all texts and names that decide, versions with a coming first day among them, and over which
     * programmes have begun. Two days with the same digest differ by the calendar alone, which every assessment's next
     * change foresees.
     */
    public String digest() {
        Loaded now = loaded;
        LocalDate today = Shanghai.today(clock);
        List<String> parts = new ArrayList<>(List.of(now.text()));
        now.packs().programmes().stream()
                .filter(programme -> now.packs().inForce(programme, today).isPresent())
                .forEach(parts::add);
        return Sha256.of(parts);
    }

    /** Looks whether packs were published or withdrawn, here or in another instance, and tells those who follow. */
    void refresh() {
        if (isNews()) {
            log.info("Other packs are in force: {}", announced);
            followers.forEach(this::tell);
        }
    }

    private synchronized boolean isNews() {
        if (published.lastChange() != loaded.change()) {
            loaded = load();
        }
        String now = digest();
        boolean news = !announced.equals(now);
        announced = now;
        return news;
    }

    private void tell(PacksChanged follower) {
        try {
            follower.packsChanged();
        } catch (RuntimeException failed) {
            log.error("{} could not follow other packs", follower.getClass().getSimpleName(), failed);
        }
    }

    @Scheduled(fixedDelayString = "${huizhu.packs.poll:PT5S}")
    void poll() {
        try {
            refresh();
        } catch (DataAccessException away) {
            log.warn("Published packs cannot be read, those known stay in force", away);
        } catch (PackFaults newer) {
            log.error("Published packs of a newer release, those known stay in force", newer);
        }
    }

    /**
     * A version that cannot be loaded fails this: a service does not start with it, and one that runs goes on as it was.
     * The change number is read before the versions: what comes in between is loaded again, never missed.
     */
    private Loaded load() {
        long change = published.lastChange();
        List<PackSource> versions = published.sources();
        List<String> parts = new ArrayList<>(List.of(shippedText));
        new TreeSet<>(versions.stream().map(PackSource::text).toList()).forEach(parts::add);
        return new Loaded(change, shipped.publish(versions), Sha256.of(parts));
    }

    /** Of the packs that a service ships, and the alternatives among them that it activates. */
    static String digest(Collection<PackSource> shipped, Collection<String> activated) {
        List<String> parts = new ArrayList<>(
                new TreeSet<>(shipped.stream().map(PackSource::text).toList()));
        parts.addAll(new TreeSet<>(activated));
        return Sha256.of(parts);
    }
}
