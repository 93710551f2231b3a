package org.huizhu.platform.crypto;

import java.util.List;

/** Sealed columns that belong together: each feature that seals declares its own as a bean. */
public record SealedColumns(List<SealedColumn> columns) {

    public static SealedColumns of(SealedColumn... columns) {
        return new SealedColumns(List.of(columns));
    }
}
