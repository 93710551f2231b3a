-- Columns aggregatetype, aggregateid, type and payload are those of Debezium's outbox event router, so that an
-- operator may replace the relay by change data capture.
CREATE TABLE outbox (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    bucket        SMALLINT     NOT NULL,
    event_id      CHAR(36)     CHARACTER SET ascii NOT NULL,
    aggregatetype VARCHAR(190) CHARACTER SET ascii NOT NULL,
    aggregateid   VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    type          VARCHAR(190) CHARACTER SET ascii NOT NULL,
    headers       MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    payload       MEDIUMBLOB   NOT NULL,
    created_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY outbox_bucket_id (bucket, id)
) ENGINE = InnoDB;

CREATE TABLE outbox_bucket (
    bucket SMALLINT NOT NULL,
    PRIMARY KEY (bucket)
) ENGINE = InnoDB;

INSERT INTO outbox_bucket (bucket) VALUES (0), (1), (2), (3), (4), (5), (6), (7);

CREATE TABLE data_key (
    id         INT            NOT NULL AUTO_INCREMENT,
    purpose    VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    wrapped    VARBINARY(128) NOT NULL,
    created_at DATETIME(6)    NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

CREATE TABLE audit_entry (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    at          DATETIME(6)  NOT NULL,
    actor       VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    action      VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)     CHARACTER SET ascii NULL,
    trace_id    CHAR(32)     CHARACTER SET ascii NULL,
    PRIMARY KEY (id),
    KEY audit_entry_resident (resident_id, id)
) ENGINE = InnoDB;
