package org.huizhu.identity.imports;

import java.util.List;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.SealedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed in the tables of imports, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class SealedImports {

    @Bean
    SealedColumns sealedImportColumns() {
        return SealedColumns.of(
                SealedColumn.of("import_run", "header", "id", "import.header:{id}"),
                Uploads.COLUMN,
                new SealedColumn(
                        "import_rejected_row", "cells", List.of("import_id", "line"), "import.row:{import_id}:{line}"));
    }
}
