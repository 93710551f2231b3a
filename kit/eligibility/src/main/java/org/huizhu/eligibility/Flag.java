package org.huizhu.eligibility;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something a person should look at before money flows; it never changes the outcome by itself. */
public record Flag(String id, Text text, String basis, Confidence confidence) {

    /** As in the decision API. */
    public Map<String, @Nullable Object> toJson() {
        return Json.object("id", id, "text", text.toJson(), "basis", basis, "confidence", confidence.id());
    }
}
