package org.huizhu.local.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way on every machine: the algorithm of {@link Random} is part of its contract. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code low} to {@code high}, both possible. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** As {@link #between}, the higher the likelier. */
    int higher(int low, int high) {
        int once = between(low, high);
        return Math.max(once, between(low, high));
    }

    /** As {@link #between}, the lower the likelier. */
    int lower(int low, int high) {
        int once = between(low, high);
        return Math.min(once, between(low, high));
    }

    /** A day from {@code first} to {@code last}, both possible; {@code first} if there is none between. */
    LocalDate day(LocalDate first, LocalDate last) {
        int days = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(first, last)));
        return first.plusDays(random.nextInt(days + 1));
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** An index, each as likely as its weight says. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double point = random.nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            point -= weights[i];
            if (point < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
