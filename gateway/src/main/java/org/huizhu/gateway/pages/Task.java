package org.huizhu.gateway.pages;

import org.jspecify.annotations.Nullable;

/**
 * One of several things to do.
 *
 * @param href null while it cannot be begun
 * @param colour of the tag that says how far it is; null for plain text, as for what is done
 */
public record Task(
        String title,
        @Nullable String hint,
        @Nullable String href,
        String status,
        @Nullable String colour) {}
