package org.huizhu.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pack that is not in force, tried beside those that are: on the days it covers it decides its programme, on others the
 * pack in force does.
 */
public final class Draft {
    private final Pack pack;
    private final RulePacks packs;

    /** The pack on trial, and the packs in force. */
    public Draft(Pack pack, RulePacks packs) {
        this.pack = pack;
        this.packs = packs;
    }

    /** The pack on trial. */
    public Pack pack() {
        return pack;
    }

    /**
     * What the draft says of one person; empty on a day that it does not cover.
     *
     * @param eachDay called before each day that is looked at for the next change; may throw to give up
     * @throws RuleBroken when a rule of the draft cannot be evaluated
     */
    public Optional<Assessment> assess(Map<String, ?> facts, LocalDate asOf, Runnable eachDay) {
        if (!pack.covers(asOf)) {
            return Optional.empty();
        }
        List<Pack> all = Stream.concat(
                        Stream.of(pack),
                        packs.packs().stream().filter(other -> other.programme().equals(pack.programme())))
                .toList();
        Forecast forecast = new Forecast(all, day -> {
            eachDay.run();
            return pack.covers(day)
                    ? pack
                    : packs.inForce(pack.programme(), day).orElse(null);
        });
        return Optional.of(new Explanation(pack, new Facts(facts), asOf).of(forecast));
    }
}
