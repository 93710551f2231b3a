package org.huizhu.gateway.pages;

import org.jspecify.annotations.Nullable;

/**
 * A way to another page.
 *
 * @param of what it is about, where several links of a page have the same text; read out, not shown
 */
public record Link(String href, String text, @Nullable String of) {

    public Link(String href, String text) {
        this(href, text, null);
    }
}
