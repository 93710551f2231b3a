package org.huizhu.identity.duplicate;

import java.time.Duration;
import java.util.List;
import org.huizhu.identity.resident.Atomically;
import org.huizhu.identity.resident.HeldFiles;
import org.huizhu.identity.resident.PersonFollower.Written;
import org.huizhu.platform.work.BackgroundWorker;
import org.huizhu.platform.work.BackgroundWorker.Rests;
import org.huizhu.platform.work.WorksInBackground;
import org.springframework.stereotype.Component;

/** Makes the keys of whoever was entered before there were keys, so that they are found too. */
@Component
class KeepMissingKeys implements WorksInBackground {

    private static final int AT_ONCE = 500;
    private static final Duration POLL = Duration.ofHours(6);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final PersonKeys keys;
    private final HeldFiles files;
    private final FindDuplicates find;
    private final Atomically atomically;
    private final BackgroundWorker worker;

    KeepMissingKeys(PersonKeys keys, HeldFiles files, FindDuplicates find, Atomically atomically) {
        this.keys = keys;
        this.files = files;
        this.find = find;
        this.atomically = atomically;
        this.worker = new BackgroundWorker("person-keys", this::keep, new Rests(POLL, AWAY, POLL));
    }

    /** True while there may be more. */
    boolean keep() {
        return atomically.run(() -> {
            List<String> missing = keys.missing(AT_ONCE);
            if (!missing.isEmpty()) {
                find.written(files.of(missing).values().stream()
                        .map(file -> new Written(file.residentId(), file.person()))
                        .toList());
            }
            return missing.size() == AT_ONCE;
        });
    }

    @Override
    public BackgroundWorker worker() {
        return worker;
    }

    @Override
    public Duration stopWithin() {
        return AWAY;
    }
}
