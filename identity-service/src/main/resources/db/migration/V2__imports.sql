-- An upload and how far it has come. next_row counts the rows that are done and moves in the same transaction as they.
CREATE TABLE import_run (
    id              CHAR(36)       CHARACTER SET ascii NOT NULL,
    status          VARCHAR(16)    CHARACTER SET ascii NOT NULL COMMENT 'RECEIVING, RECEIVED, RUNNING, DONE or FAILED',
    area            VARCHAR(12)    CHARACTER SET ascii NULL COMMENT 'of the uploader; empty: everywhere',
    uploaded_by     VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    format          VARCHAR(64)    CHARACTER SET ascii NULL,
    header          MEDIUMBLOB     NULL COMMENT 'sealed',
    row_count       INT            NULL,
    next_row        INT            NOT NULL,
    imported        INT            NOT NULL,
    changed         INT            NOT NULL,
    unchanged       INT            NOT NULL,
    rejected        INT            NOT NULL,
    faults          TEXT           NOT NULL COMMENT 'of the file as a whole, JSON',
    received_at     DATETIME(6)    NOT NULL,
    started_at      DATETIME(6)    NULL,
    finished_at     DATETIME(6)    NULL,
    worker          CHAR(36)       CHARACTER SET ascii NULL,
    lease_until     DATETIME(6)    NULL,
    PRIMARY KEY (id),
    KEY import_run_received (received_at, id),
    KEY import_run_status (status, lease_until)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- The upload itself, sealed piece by piece; removed when the import is done.
CREATE TABLE import_chunk (
    import_id CHAR(36)   CHARACTER SET ascii NOT NULL,
    number    INT        NOT NULL,
    content   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (import_id, number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Whom the file has named so far, to find those who are in it twice; removed when the import is done.
CREATE TABLE import_person (
    import_id     CHAR(36)   CHARACTER SET ascii NOT NULL,
    id_number_mac BINARY(32) NOT NULL,
    line          INT        NOT NULL,
    PRIMARY KEY (import_id, id_number_mac)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE import_rejected_row (
    import_id CHAR(36)   CHARACTER SET ascii NOT NULL,
    line      INT        NOT NULL,
    cells     MEDIUMBLOB NOT NULL COMMENT 'sealed',
    PRIMARY KEY (import_id, line)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE import_fault (
    import_id   CHAR(36)     CHARACTER SET ascii NOT NULL,
    line        INT          NOT NULL,
    position    INT          NOT NULL,
    column_name VARCHAR(100) NOT NULL,
    code        VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    arguments   TEXT         NOT NULL COMMENT 'JSON, without personal data',
    PRIMARY KEY (import_id, line, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
