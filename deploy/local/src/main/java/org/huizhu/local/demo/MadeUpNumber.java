package org.huizhu.local.demo;

import java.util.random.RandomGenerator;

/**
 * Identity numbers for trying things out; nobody's in particular, and never that of somebody in a file of {@link
 * DemoDistrict}, whose certificate would be older and therefore be refused.
 */
public final class MadeUpNumber {

    private MadeUpNumber() {}

    /** A valid number of somebody born in 1986 and first registered in Beilin. */
    public static String next() {
        var dice = RandomGenerator.getDefault();
        var body = "610103" + "1986" + String.format("%02d%02d", dice.nextInt(1, 13), dice.nextInt(1, 29))
                + dice.nextInt(100, IdNumbers.FIRST_SEQUENCE);
        return body + IdNumbers.check(body);
    }
}
