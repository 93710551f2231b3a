package org.huizhu.gateway.portal.acting;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose file a page is about. A controller method that has a parameter of this type is only called when there is one.
 *
 * @param name masked, of somebody else; null for the reader's own file
 * @param scopes what the reader may do there; without meaning for their own file
 */
public record Whom(UUID resident, boolean own, @Nullable String name, Set<String> scopes) {

    /** Whether the reader may do this here; the services hold it against the clock again. */
    public boolean may(String scope) {
        return own || scopes.contains(scope);
    }

    @Override
    public String toString() {
        return "Whom[" + (own ? "own" : scopes) + "]";
    }
}
