package org.huizhu.eligibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A pack as text, with the file name that faults are reported under. */
public record PackSource(String file, String text) {

    /** Every {@code .yaml} file of a folder, by name. */
    public static List<PackSource> in(Path folder) throws IOException {
        List<PackSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                sources.add(new PackSource(String.valueOf(file.getFileName()), Files.readString(file)));
            }
        }
        return List.copyOf(sources);
    }
}
