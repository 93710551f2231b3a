package org.huizhu.eligibility;

import org.jspecify.annotations.Nullable;

/** What a pack says it is, read without looking at the rest: it may be full of faults. */
public record PackName(
        @Nullable String programme,
        @Nullable String pack,
        @Nullable String owner) {

    /** The name under which the text goes; its parts are null where it does not say so, or is no YAML. */
    public static PackName of(PackSource source) {
        YamlNode root = new YamlFile(new Faults()).read(source);
        return root == null
                ? new PackName(null, null, null)
                : new PackName(text(root, "programme"), text(root, "pack"), text(root, "owner"));
    }

    private static @Nullable String text(YamlNode root, String key) {
        YamlNode value = root.entries().get(key);
        return value == null ? null : value.text();
    }
}
