package org.huizhu.identity.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.huizhu.platform.crypto.SealedColumn;
import org.huizhu.platform.crypto.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of imports, sealed in pieces until they are worked off. */
@Repository
class Uploads {

    static final SealedColumn COLUMN = new SealedColumn(
            "import_chunk", "content", List.of("import_id", "number"), "import.chunk:{import_id}:{number}");

    private final SealedPieces pieces;
    private final ImportSettings settings;

    Uploads(JdbcClient database, Sealer sealer, ImportSettings settings) {
        this.pieces = new SealedPieces(database, sealer, COLUMN);
        this.settings = settings;
    }

    /** Stores all that comes.
     *
     * @throws org.huizhu.platform.problem.Problem if it is too much */
    void store(String id, InputStream in) throws IOException {
        pieces.store(id, in, settings.maxSize());
    }

    /** The file from its beginning, piece by piece. */
    InputStream open(String id) {
        return pieces.open(id);
    }
}
