-- What was said of a resident or a household, never changed: the facts held are what all of it together makes true.
CREATE TABLE report (
    id            CHAR(36)     CHARACTER SET ascii NOT NULL,
    subject_id    CHAR(36)     CHARACTER SET ascii NOT NULL COMMENT 'of a resident or a household',
    source        VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    said_at       DATETIME(6)  NOT NULL COMMENT 'by the source',
    recorded_at   DATETIME(6)  NOT NULL COMMENT 'here',
    statements    TEXT         CHARACTER SET ascii NOT NULL COMMENT 'JSON: codes and days, nothing personal',
    received_id   CHAR(36)     CHARACTER SET ascii NULL COMMENT 'the receipt of the event it came with',
    standing      VARCHAR(16)  CHARACTER SET ascii NOT NULL,
    contradiction VARCHAR(32)  CHARACTER SET ascii NULL COMMENT 'why it is left out for now',
    settled_by    VARCHAR(64)  CHARACTER SET ascii NULL,
    settled_at    DATETIME(6)  NULL,
    PRIMARY KEY (id),
    KEY report_subject (subject_id, said_at),
    KEY report_received (received_id),
    KEY report_contradiction (contradiction, recorded_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Every snapshot that was told, and when: what was known on any past day, exactly.
CREATE TABLE told_facts (
    resident_id CHAR(36)     CHARACTER SET ascii NOT NULL,
    version     BIGINT       NOT NULL,
    told_at     DATETIME(6)  NOT NULL,
    cause       VARCHAR(190) CHARACTER SET ascii NOT NULL,
    facts       MEDIUMTEXT   CHARACTER SET ascii NOT NULL COMMENT 'JSON, as told',
    PRIMARY KEY (resident_id, version),
    KEY told_facts_at (resident_id, told_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

ALTER TABLE resident
    ADD COLUMN permit_area VARCHAR(12) CHARACTER SET ascii NULL,
    ADD COLUMN permit_to DATE NULL,
    ADD COLUMN screened_on DATE NULL,
    ADD COLUMN next_change_on DATE NULL COMMENT 'the first day on which what was said changes something by itself';

ALTER TABLE resident ADD KEY resident_next_change (next_change_on, id);

ALTER TABLE household
    ADD COLUMN next_change_on DATE NULL COMMENT 'the first day on which what was said changes something by itself';

ALTER TABLE household ADD KEY household_next_change (next_change_on, id);
