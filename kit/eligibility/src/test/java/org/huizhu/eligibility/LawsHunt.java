package org.huizhu.eligibility;

import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Looks for people and units who break a law, among ever new ones: {@code mvn -pl kit/eligibility -am test
 * -Dtest=LawsHunt}. No part of a build, which holds the same laws to the same people each time, so that it fails for
 * what was changed and for nothing else. Whoever is found here becomes an example of a test.
 */
class LawsHunt {
    private static final Duration FOR = Duration.ofMinutes(Integer.getInteger("huizhu.hunt.minutes", 5));

    @Test
    void nobody_breaks_a_law() {
        Random random = new Random();
        long end = System.nanoTime() + FOR.toNanos();
        while (System.nanoTime() < end) {
            long seed = random.nextBoolean() ? random.nextLong() : random.nextInt(1_000_000);
            Stream.of(new MonthLawsTest(), new PackLawsTest(), new EmployerPacksTest())
                    .forEach(laws -> hold(laws, seed));
        }
    }

    private static void hold(Object laws, long seed) {
        for (Method law : laws.getClass().getDeclaredMethods()) {
            if (law.isAnnotationPresent(Property.class)) {
                try {
                    law.invoke(laws, seed);
                } catch (InvocationTargetException broken) {
                    fail(law.getName() + "(" + seed + "L)", broken.getCause());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
