-- Records that could not be processed, kept in the transaction that also sends them to the topic of dead letters. Nobody has
-- checked what they say or whom it is about: envelope (key and headers) and content are sealed. The same record read again
-- from the same place is the same letter.
CREATE TABLE dead_letter (
    id            CHAR(36)     CHARACTER SET ascii NOT NULL,
    topic         VARCHAR(190) CHARACTER SET ascii NOT NULL,
    partition_no  INT          NOT NULL,
    record_offset BIGINT       NOT NULL,
    recorded_at   DATETIME(6)  NOT NULL COMMENT 'when the record was published',
    resident_id   CHAR(36)     CHARACTER SET ascii NULL COMMENT 'the key of the record, if it is an id',
    event_id      VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    event_type    VARCHAR(190) CHARACTER SET ascii NULL,
    why           VARCHAR(16)  CHARACTER SET ascii NOT NULL,
    reason        VARCHAR(500) CHARACTER SET utf8mb4 NOT NULL COMMENT 'of the last failure; nothing of the content',
    envelope      MEDIUMBLOB   NOT NULL,
    content       MEDIUMBLOB   NOT NULL,
    bytes         INT          NOT NULL,
    put_aside_at  DATETIME(6)  NOT NULL,
    state         VARCHAR(16)  CHARACTER SET ascii NOT NULL,
    attempts      INT          NOT NULL COMMENT 'how often a person had it tried again',
    outcome       VARCHAR(16)  CHARACTER SET ascii NULL COMMENT 'of the last act of a person, who and when',
    acted_by      VARCHAR(64)  CHARACTER SET ascii NULL,
    acted_at      DATETIME(6)  NULL,
    note          VARCHAR(500) CHARACTER SET utf8mb4 NULL COMMENT 'why it was put away',
    PRIMARY KEY (id),
    UNIQUE KEY dead_letter_record (topic, partition_no, record_offset, recorded_at),
    KEY dead_letter_state (state, put_aside_at),
    KEY dead_letter_resident (resident_id)
) ENGINE = InnoDB;
