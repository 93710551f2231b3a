package org.huizhu.identity.resident;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has a name. Names are sealed, so it is the whole name that is looked for. */
@FunctionalInterface
public interface Namesakes {

    /**
     * The ids of those whose files are open, in their order, at most so many.
     *
     * @param name with or without the spaces and dots between its parts
     * @param area where they must live; {@code null} anywhere
     */
    List<String> find(String name, @Nullable LocalDate birthDate, @Nullable String area, int most);
}
