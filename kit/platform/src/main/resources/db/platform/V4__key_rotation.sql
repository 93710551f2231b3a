-- master_id: which master key wraps it, empty for those of before. A key that nothing is sealed under any more is retired.
ALTER TABLE data_key
    ADD COLUMN master_id  CHAR(16)    CHARACTER SET ascii NULL,
    ADD COLUMN retired_at DATETIME(6) NULL;

CREATE TABLE key_rotation (
    id          CHAR(36)    CHARACTER SET ascii NOT NULL,
    key_id      INT         NOT NULL COMMENT 'the new sealing key',
    started_by  VARCHAR(64) CHARACTER SET ascii NOT NULL,
    started_at  DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    KEY key_rotation_finished (finished_at)
) ENGINE = InnoDB;

-- How far each sealed column has come; last_key is the key of the last row that was looked at, as JSON.
CREATE TABLE key_rotation_column (
    rotation_id CHAR(36)     CHARACTER SET ascii NOT NULL,
    table_name  VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    column_name VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    last_key    VARCHAR(400) CHARACTER SET utf8mb4 NULL,
    resealed    BIGINT       NOT NULL,
    done        BOOLEAN      NOT NULL,
    PRIMARY KEY (rotation_id, table_name, column_name)
) ENGINE = InnoDB;
