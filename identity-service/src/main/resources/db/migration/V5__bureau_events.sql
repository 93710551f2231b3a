-- What bureaus sent, as it came. What a report of it did is in report and report_effect.
CREATE TABLE received_event (
    id           CHAR(36)       CHARACTER SET ascii NOT NULL,
    source       VARCHAR(190)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id     VARCHAR(128)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type         VARCHAR(190)   CHARACTER SET ascii NOT NULL,
    bureau       VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    sender       VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    said_at      DATETIME(6)    NOT NULL,
    received_at  DATETIME(6)    NOT NULL,
    body         MEDIUMBLOB     NOT NULL COMMENT 'sealed',
    body_mac     BINARY(32)     NOT NULL,
    outcome      VARCHAR(16)    CHARACTER SET ascii NOT NULL COMMENT 'RECORDED, SET_ASIDE, REFUSED or WITHDRAWN',
    reason       VARCHAR(32)    CHARACTER SET ascii NULL COMMENT 'why it was set aside',
    subject_mac  BINARY(32)     NULL COMMENT 'of the person or household it is about',
    subject_id   CHAR(36)       CHARACTER SET ascii NULL,
    faults       TEXT           NOT NULL COMMENT 'JSON, without personal data',
    PRIMARY KEY (id),
    UNIQUE KEY received_event_source (source, event_id),
    KEY received_event_subject (subject_mac, outcome),
    KEY received_event_outcome (outcome, received_at, id),
    KEY received_event_bureau (bureau, received_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Which facts were told because of an event: a receipt is traced by them to the decisions.
CREATE TABLE report_effect (
    received_id CHAR(36) CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36) CHARACTER SET ascii NOT NULL,
    version     BIGINT   NOT NULL,
    PRIMARY KEY (received_id, resident_id, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
