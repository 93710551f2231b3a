package org.huizhu.eligibility;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant by a name that does not exist. */
final class Nearest {
    private static final int SHOWN = 3;
    private static final int LONGEST = 60;

    private final Collection<String> known;

    Nearest(Collection<String> known) {
        this.known = known;
    }

    /** Those spelled almost so, else those with the same last word, else all that lie beside it. */
    List<String> to(String name) {
        if (name.length() > LONGEST) {
            return beside("");
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        int far = Math.max(2, name.length() / 3);
        List<String> spelled = known.stream()
                .filter(one -> distance(wanted, one.toLowerCase(Locale.ROOT)) <= far)
                .sorted(Comparator.comparingInt(one -> distance(wanted, one.toLowerCase(Locale.ROOT))))
                .limit(SHOWN)
                .toList();
        if (!spelled.isEmpty()) {
            return spelled;
        }
        List<String> sameWord = known.stream()
                .filter(one -> lastWord(one).equalsIgnoreCase(lastWord(name)))
                .toList();
        return sameWord.isEmpty() ? beside(name) : sameWord;
    }

    private List<String> beside(String name) {
        String group = name.contains(".") ? name.substring(0, name.lastIndexOf('.') + 1) : "";
        List<String> siblings = known.stream()
                .filter(one -> one.startsWith(group) && one.indexOf('.', group.length()) < 0)
                .toList();
        return siblings.isEmpty()
                ? known.stream().filter(one -> !one.contains(".")).toList()
                : siblings;
    }

    private static String lastWord(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** How many letters to change, add or leave out. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
