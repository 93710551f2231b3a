package org.huizhu.gateway.portal.acting;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/** One for whom the reader may act, as the session remembers it. The name is masked. */
public record ActsFor(String residentId, String name, boolean guardian, Set<String> scopes) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The scopes in a set that a session can keep. */
    public ActsFor {
        scopes = new TreeSet<>(scopes);
    }

    /** Whether the file may be read, without which no page has anything to show. */
    public boolean reads() {
        return scopes.contains("READ_FILE");
    }

    @Override
    public String toString() {
        return "ActsFor" + scopes;
    }
}
