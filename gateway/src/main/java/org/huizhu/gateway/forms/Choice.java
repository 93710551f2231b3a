package org.huizhu.gateway.forms;

import org.jspecify.annotations.Nullable;

/**
 * One of several possible answers, in the reader's words.
 *
 * @param exclusive whether choosing it takes the others back, as “none of these” does; a comfort of the script only
 */
public record Choice(String value, String text, @Nullable String hint, boolean exclusive) {

    public static Choice of(String value, String text) {
        return new Choice(value, text, null, false);
    }

    public Choice withHint(String text) {
        return new Choice(value, this.text, text, exclusive);
    }

    /** As “none of these”. */
    public Choice alone() {
        return new Choice(value, text, hint, true);
    }
}
