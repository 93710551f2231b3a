package org.huizhu.platform.packs;

import java.time.LocalDate;
import java.util.List;
import org.huizhu.eligibility.Pack;
import org.huizhu.eligibility.PackFault;
import org.huizhu.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The text of a draft, what could be read of it, and everything that is wrong with it. */
record CheckedDraft(String yaml, @Nullable Pack read, List<PackFault> faults) {

    private static final int LONGEST_ID = 64;

    boolean isFaulty() {
        return !faults.isEmpty();
    }

    String sha256() {
        return Sha256.of(List.of(yaml));
    }

    /** The pack, when it is without fault. */
    Pack pack() {
        if (read == null || isFaulty()) {
            throw new Problem(HttpStatus.CONFLICT, "pack-faulty");
        }
        return read;
    }

    @Nullable
    String programme() {
        return read == null ? null : storable(read.programme());
    }

    @Nullable
    String name() {
        return read == null ? null : storable(read.name());
    }

    /** A first day that was not written is read as the epoch. */
    @Nullable
    LocalDate from() {
        return read == null || read.from().equals(LocalDate.EPOCH) ? null : read.from();
    }

    @Nullable
    LocalDate to() {
        return read == null ? null : read.to();
    }

    /** What a faulty draft says may be anything. */
    private static @Nullable String storable(String id) {
        boolean plain = !id.isEmpty() && id.length() <= LONGEST_ID && id.chars().allMatch(c -> c > ' ' && c < 127);
        return plain ? id : null;
    }
}
