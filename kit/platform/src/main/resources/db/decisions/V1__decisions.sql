CREATE TABLE inbox (
    consumer    VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    event_id    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    received_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (consumer, event_id),
    KEY inbox_received (received_at)
) ENGINE = InnoDB;

CREATE TABLE consumer_position (
    consumer     VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    topic        VARCHAR(190) CHARACTER SET ascii NOT NULL,
    partition_no INT          NOT NULL,
    next_offset  BIGINT       NOT NULL,
    PRIMARY KEY (consumer, topic, partition_no)
) ENGINE = InnoDB;

CREATE TABLE resident_facts (
    resident_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    version     BIGINT      NOT NULL,
    home_area   VARCHAR(12) CHARACTER SET ascii NULL,
    facts       MEDIUMTEXT  CHARACTER SET utf8mb4 NOT NULL,
    received_at DATETIME(6) NOT NULL,
    PRIMARY KEY (resident_id)
) ENGINE = InnoDB;

-- The trace holds ids, results and the facts that were read; the words stand in decision_wording.
CREATE TABLE decision (
    resident_id    CHAR(36)     CHARACTER SET ascii NOT NULL,
    programme      VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    pack           VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    outcome        VARCHAR(20)  CHARACTER SET ascii NOT NULL,
    amount_fen     BIGINT       NULL,
    period         VARCHAR(20)  CHARACTER SET ascii NULL,
    next_change_on DATE         NULL,
    as_of          DATE         NOT NULL,
    facts_version  BIGINT       NOT NULL,
    cause          VARCHAR(190) CHARACTER SET ascii NOT NULL,
    wording        CHAR(64)     CHARACTER SET ascii NOT NULL,
    trace          MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    decided_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (resident_id, programme),
    KEY decision_next_change (next_change_on)
) ENGINE = InnoDB;

-- The words of a pack as they stood when it decided, kept once under their SHA-256: what was said can be shown later.
CREATE TABLE decision_wording (
    digest  CHAR(64)   CHARACTER SET ascii NOT NULL,
    wording MEDIUMTEXT CHARACTER SET utf8mb4 NOT NULL,
    PRIMARY KEY (digest)
) ENGINE = InnoDB;
