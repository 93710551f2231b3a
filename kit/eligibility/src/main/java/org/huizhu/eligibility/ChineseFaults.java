package org.huizhu.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says faults in Chinese, for policy officers; what it has no words for, such as a message of CEL, it leaves as it is. */
public final class ChineseFaults {
    private static final List<Phrase> PHRASES = read();
    private static final int LONGEST = 2_000;

    private ChineseFaults() {}

    /** The same fault with problem and remedy in Chinese. */
    public static PackFault of(PackFault fault) {
        return new PackFault(fault.file(), fault.line(), chinese(fault.problem()), chinese(fault.remedy()));
    }

    private static String chinese(String english) {
        if (english.length() > LONGEST) {
            return english;
        }
        for (Phrase phrase : PHRASES) {
            Matcher matcher = phrase.english().matcher(english);
            if (matcher.matches()) {
                return phrase.chinese(matcher);
            }
        }
        return english;
    }

    /** A sentence and its translation, in which each {@code {}} takes the next thing that varies. */
    private record Phrase(Pattern english, String chinese) {

        static Phrase of(String line) {
            String[] sides = line.split(" => ", 2);
            String pattern =
                    Stream.of(sides[0].split("\\{}", -1)).map(Pattern::quote).collect(Collectors.joining("(.*)"));
            return new Phrase(Pattern.compile(pattern, Pattern.DOTALL), sides[1]);
        }

        String chinese(Matcher found) {
            StringBuilder text = new StringBuilder();
            String[] parts = chinese.split("\\{}", -1);
            for (int i = 0; i < parts.length; i++) {
                text.append(parts[i]);
                if (i < parts.length - 1) {
                    text.append(found.group(i + 1));
                }
            }
            return text.toString();
        }
    }

    private static List<Phrase> read() {
        try (InputStream file = Objects.requireNonNull(ChineseFaults.class.getResourceAsStream("faults.zh.txt"))) {
            List<Phrase> phrases = new ArrayList<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" => ") && !line.startsWith("#"))
                    .forEach(line -> phrases.add(Phrase.of(line)));
            return List.copyOf(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
