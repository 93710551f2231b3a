package org.huizhu.gateway.portal;

import java.util.List;
import org.huizhu.gateway.explain.OutcomeGroup;
import org.jspecify.annotations.Nullable;

/**
 * The benefits page in the reader's language.
 *
 * @param monthly what the benefits that can be had come to in a month, in words; null if there is none
 * @param missing the names of the services that could not be asked
 * @param withheld the names of the services that do not show this resident to the reader
 */
record BenefitsView(
        String asOf,
        List<OutcomeGroup> groups,
        @Nullable String monthly,
        List<String> missing,
        List<String> withheld) {}
