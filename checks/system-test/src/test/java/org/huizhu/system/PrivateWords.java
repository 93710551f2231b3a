package org.huizhu.system;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names, numbers and addresses of the made-up people of a run, and a search for them in any amount of text. */
final class PrivateWords {

    /** Shorter runs of digits cannot be an identity number or a phone. */
    private static final int SHORTEST_NUMBER = 11;
    /** Enough of an address to tell it from the name of a district. */
    private static final int ADDRESS_START = 9;

    private final Map<Integer, Set<String>> byLength = new ConcurrentHashMap<>();

    void add(String name, String idNumber, String phone, String address) {
        add(name);
        add(idNumber);
        add(phone);
        add(start(address));
    }

    /** Ends with a character that is not ASCII, since the search looks at such ends only. */
    private static String start(String address) {
        return address.substring(0, Math.min(ADDRESS_START, address.length())).replaceFirst("\\p{ASCII}+$", "");
    }

    private void add(String word) {
        if (!word.isBlank()) {
            byLength.computeIfAbsent(word.length(), length -> ConcurrentHashMap.newKeySet())
                    .add(word);
        }
    }

    int count() {
        return byLength.values().stream().mapToInt(Set::size).sum();
    }

    /** The first of them that the text holds. */
    Optional<String> foundIn(String text) {
        int digits = 0;
        for (int end = 0; end < text.length(); end++) {
            char c = text.charAt(end);
            boolean digit = c >= '0' && c <= '9';
            boolean interesting = c > 0x7f || (c == 'X' && digits >= SHORTEST_NUMBER);
            digits = digit ? digits + 1 : 0;
            if (interesting || digits >= SHORTEST_NUMBER) {
                Optional<String> found = endingAt(text, end + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> endingAt(String text, int end) {
        return byLength.entrySet().stream()
                .filter(entry -> entry.getKey() <= end)
                .filter(entry -> entry.getValue().contains(text.substring(end - entry.getKey(), end)))
                .map(entry -> text.substring(end - entry.getKey(), end))
                .findFirst();
    }
}
