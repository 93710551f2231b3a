package org.huizhu.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.huizhu.eligibility.PackFaults;
import org.huizhu.eligibility.PackSource;
import org.huizhu.local.rules.RuleFiles;

/** Files as people name them on the command line, and faults as they are shown to them. */
final class PackFiles {

    private PackFiles() {}

    static List<PackSource> read(List<Path> places) throws IOException {
        try {
            List<PackSource> sources = RuleFiles.read(places);
            if (sources.isEmpty()) {
                throw new Refusal("There is no .yaml file in " + places + ": check the name.");
            }
            return sources;
        } catch (NoSuchFileException missing) {
            throw new Refusal("There is no file " + missing.getMessage() + ": check the name.");
        } catch (CharacterCodingException otherCode) {
            throw new Refusal("A file of " + places + " is not written in UTF-8: save it so.");
        }
    }

    /** One line a fault, as editors and CI understand them; gives the exit code. */
    static int show(PackFaults refused, PrintWriter out) {
        refused.faults().forEach(out::println);
        out.println(count(refused.faults().size(), "fault") + " in "
                + count(
                        refused.faults().stream()
                                .map(fault -> fault.file())
                                .distinct()
                                .count(),
                        "file") + ".");
        return 1;
    }

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
