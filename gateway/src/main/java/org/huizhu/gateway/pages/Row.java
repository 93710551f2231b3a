package org.huizhu.gateway.pages;

import org.jspecify.annotations.Nullable;

/** A line of a summary list: what it is, what it says, and the way to change it if there is one. */
public record Row(String key, String value, @Nullable Link action) {

    public Row(String key, String value) {
        this(key, value, null);
    }
}
