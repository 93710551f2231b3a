-- Files of events that bureaus sent. next_row counts the rows that are taken in and moves in the same transaction as they;
-- the rows themselves are in received_event, under ids made of the fingerprint and the line.
CREATE TABLE event_file (
    id          CHAR(36)     CHARACTER SET ascii NOT NULL,
    status      VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'RECEIVING, UNFINISHED or DONE',
    bureau      VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    source      VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type        VARCHAR(190) CHARACTER SET ascii NOT NULL,
    sender      VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    said_at     DATETIME(6)  NOT NULL,
    fingerprint BINARY(32)   NULL COMMENT 'keyed, of the content; empty while it is being received',
    format      VARCHAR(64)  CHARACTER SET ascii NULL,
    header      MEDIUMBLOB   NULL COMMENT 'sealed',
    row_count   INT          NOT NULL,
    next_row    INT          NOT NULL,
    recorded    INT          NOT NULL,
    set_aside   INT          NOT NULL,
    refused     INT          NOT NULL,
    warnings    TEXT         NOT NULL COMMENT 'of the file as a whole, JSON',
    received_at DATETIME(6)  NOT NULL,
    finished_at DATETIME(6)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY event_file_content (source, type, fingerprint),
    KEY event_file_bureau (bureau, id),
    KEY event_file_received (received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- A file as it came, sealed piece by piece.
CREATE TABLE event_file_piece (
    file_id CHAR(36)   CHARACTER SET ascii NOT NULL,
    number  INT        NOT NULL,
    content MEDIUMBLOB NOT NULL COMMENT 'sealed',
    PRIMARY KEY (file_id, number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
