package org.huizhu.gateway.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What services decided, in the reader's words and by outcome.
 *
 * @param asOf the day it holds for; empty if nothing was decided
 * @param monthly what can be had comes to in a month; null if there is none
 * @param unread the services whose answers were not understood
 */
public record Explained(
        String asOf, List<OutcomeGroup> groups, @Nullable String monthly, List<String> unread) {}
