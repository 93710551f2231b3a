package org.huizhu.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier found in one go.
 *
 * @param entries entries there are; counted at the end only
 * @param linked links there are; counted at the end only
 * @param topicRead whether the broker answered; what only the topic could show is not shown otherwise
 * @param anchoredUpTo the last link that an anchor proves
 * @param verifiedTo the last link that was looked at; where to go on if it is not {@code complete}
 * @param complete whether the end of the chain was reached, or a fault
 * @param fault the first fault, if there is any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verification(
        String service,
        long entries,
        long linked,
        boolean topicRead,
        long anchoredUpTo,
        long verifiedTo,
        boolean complete,
        @Nullable Fault fault) {

    enum Kind {
        /** The entry does not say what it said when it was chained. */
        CHANGED,
        /** The entry is gone, its link is there; or a link is gone. */
        REMOVED,
        /** The entry was not written by this service. */
        INSERTED,
        /** Links were made anew after a change: the hash is another than was told. */
        RELINKED,
        /** The chain ends before the place that was told. */
        TRUNCATED,
        /** The entry has no link although it is older than a minute. */
        UNLINKED,
        /** An anchor that this service did not make. */
        FORGED_ANCHOR
    }

    /**
     * What is wrong, and where.
     *
     * @param entryId the entry; where it is gone with its link, the last one before it
     * @param seq its place in the chain
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            Kind kind, @Nullable Long entryId, @Nullable Long seq) {}
}
