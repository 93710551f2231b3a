package org.huizhu.local.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huizhu.local.platform.Part;
import org.huizhu.local.platform.PlatformHome;
import org.huizhu.local.servers.Ports;

/** Holds the machine against what the parts that are still to be started need. */
public final class StartChecks {

    private static final long GIGA = 1L << 30;
    private static final long MEGA = 1L << 20;
    private static final long DISK = 4 * GIGA;
    private static final int JAVA = 25;

    private final PlatformHome home;
    private final Machine machine;

    public StartChecks(PlatformHome home, Machine machine) {
        this.home = home;
        this.machine = machine;
    }

    /** One sentence for each thing that is in the way. */
    public List<String> problems(List<Part> toStart) {
        var problems = new ArrayList<String>();
        checkPrograms(problems);
        checkDisk(problems, home.directory());
        checkMemory(problems, toStart);
        for (var part : toStart) {
            checkPorts(problems, part);
        }
        return problems;
    }

    private void checkPrograms(List<String> problems) {
        if (machine.javaVersion() < JAVA) {
            problems.add("Java " + JAVA + " is needed and this is Java " + machine.javaVersion() + ": install a JDK "
                    + JAVA + " and let JAVA_HOME point to it.");
        }
        if (!machine.runsLinuxPrograms()) {
            problems.add("The packed database runs on Linux on x86-64 only: use such a machine, WSL 2 or a container.");
        }
    }

    private void checkDisk(List<String> problems, Path directory) {
        var free = machine.freeDisk();
        if (free < DISK) {
            problems.add("Only " + gigabytes(free) + " GB of disk are free at " + directory + " and " + gigabytes(DISK)
                    + " GB are needed: free some, or set HUIZHU_HOME to a directory on a larger disk.");
        }
    }

    private void checkMemory(List<String> problems, List<Part> toStart) {
        var needed = toStart.stream().mapToLong(Part::memory).sum() * MEGA;
        var free = machine.freeMemory();
        if (free < needed) {
            problems.add("Only " + gigabytes(free) + " GB of memory are free and " + gigabytes(needed)
                    + " GB are needed: close other programs or give this machine more memory.");
        }
    }

    private void checkPorts(List<String> problems, Part part) {
        for (var port : home.ports(part)) {
            if (Ports.isTaken(port)) {
                problems.add("Port " + port + " (" + part.word() + ") is held by " + PortHolder.describe(port)
                        + ": stop it, or choose other ports with ./huizhu up --port-offset 1000.");
            }
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", (double) bytes / GIGA);
    }
}
