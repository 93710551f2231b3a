package org.huizhu.platform.assess;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of {@link org.huizhu.eligibility.Pack#toJson()}, whose values are maps and lists without types of their own. */
final class PackParts {

    private PackParts() {}

    @SuppressWarnings("unchecked") // that is how a pack writes them
    static Map<String, List<Map<String, @Nullable Object>>> parameters(Map<String, @Nullable Object> pack) {
        return (Map<String, List<Map<String, @Nullable Object>>>) Objects.requireNonNull(pack.get("parameters"));
    }

    @SuppressWarnings("unchecked") // that is how a pack writes them
    static List<Map<String, @Nullable Object>> conditions(Map<String, @Nullable Object> pack) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(pack.get("conditions"));
    }

    @SuppressWarnings("unchecked") // that is how a pack writes them
    static Map<String, String> decisions(Map<String, @Nullable Object> pack) {
        return (Map<String, String>) Objects.requireNonNull(pack.get("decisions"));
    }
}
