-- Certificate work. open_kind is the kind while the matter is open and empty afterwards, so that a resident has one
-- open matter of a kind.
CREATE TABLE certificate_matter (
    id           CHAR(36)      CHARACTER SET ascii NOT NULL,
    resident_id  CHAR(36)      CHARACTER SET ascii NOT NULL,
    kind         VARCHAR(16)   CHARACTER SET ascii NOT NULL,
    open_kind    VARCHAR(16)   CHARACTER SET ascii NULL,
    track        VARCHAR(16)   CHARACTER SET ascii NOT NULL,
    step         VARCHAR(16)   CHARACTER SET ascii NOT NULL,
    version      BIGINT        NOT NULL,
    channel      VARCHAR(16)   CHARACTER SET ascii NOT NULL,
    filed_by     VARCHAR(64)   CHARACTER SET ascii NOT NULL,
    filed_on     DATE          NOT NULL,
    office       VARCHAR(12)   CHARACTER SET ascii NULL COMMENT 'area of the office where it was filed',
    hand_to      CHAR(6)       CHARACTER SET ascii NULL COMMENT 'district of another province that decides',
    about        CHAR(36)      CHARACTER SET ascii NULL COMMENT 'the matter whose result is disputed',
    details      TEXT          NOT NULL COMMENT 'JSON; days and codes only',
    due_on       DATE          NULL,
    due_assumed  BOOLEAN       NOT NULL COMMENT 'counted over a year whose holidays are not published',
    accepted_by  VARCHAR(64)   CHARACTER SET ascii NULL,
    hospital     VARCHAR(32)   CHARACTER SET ascii NULL,
    visit_on     DATE          NULL,
    visit_team   VARBINARY(1024) NULL COMMENT 'sealed',
    notice_until DATE          NULL,
    notice_due   BOOLEAN       NOT NULL,
    objected     BOOLEAN       NOT NULL,
    filed_at     DATETIME(6)   NOT NULL,
    closed_on    DATE          NULL,
    PRIMARY KEY (id),
    UNIQUE KEY certificate_matter_open (resident_id, open_kind),
    KEY certificate_matter_queue (open_kind, step, due_on),
    KEY certificate_matter_hospital (hospital, step),
    KEY certificate_matter_about (about),
    CONSTRAINT certificate_matter_of FOREIGN KEY (resident_id) REFERENCES resident (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- What was sent, each time it was sent.
CREATE TABLE matter_submission (
    matter_id CHAR(36)       CHARACTER SET ascii NOT NULL,
    sequence  INT            NOT NULL,
    sent_at   DATETIME(6)    NOT NULL,
    sent_by   VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    documents VARCHAR(500)   CHARACTER SET ascii NOT NULL COMMENT 'codes, separated by commas',
    remark    VARBINARY(4096) NULL COMMENT 'sealed',
    PRIMARY KEY (matter_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE matter_step (
    matter_id CHAR(36)       CHARACTER SET ascii NOT NULL,
    sequence  BIGINT         NOT NULL COMMENT 'the version that it made',
    at        DATETIME(6)    NOT NULL,
    actor     VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    role      VARCHAR(32)    CHARACTER SET ascii NOT NULL,
    action    VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    from_step VARCHAR(16)    CHARACTER SET ascii NULL,
    to_step   VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    due_on    DATE           NULL,
    remark    VARBINARY(4096) NULL COMMENT 'sealed',
    PRIMARY KEY (matter_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE matter_result (
    matter_id   CHAR(36)       CHARACTER SET ascii NOT NULL,
    sequence    INT            NOT NULL,
    source      VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    hospital    VARCHAR(32)    CHARACTER SET ascii NULL,
    assessed_on DATE           NOT NULL,
    told_on     DATE           NOT NULL COMMENT 'from here the days for a dispute are counted',
    entered_by  VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    category    VARCHAR(16)    CHARACTER SET ascii NULL COMMENT 'empty: no disability by the standard',
    level       TINYINT        NULL,
    components  VARCHAR(500)   CHARACTER SET ascii NOT NULL COMMENT 'JSON',
    cause       VARCHAR(24)    CHARACTER SET ascii NULL,
    note        VARBINARY(8192) NULL COMMENT 'the diagnosis, sealed',
    PRIMARY KEY (matter_id, sequence),
    KEY matter_result_cause (assessed_on, cause)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE matter_objection (
    matter_id   CHAR(36)       CHARACTER SET ascii NOT NULL,
    sequence    INT            NOT NULL,
    recorded_at DATETIME(6)    NOT NULL,
    recorded_by VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    text        VARBINARY(8192) NOT NULL COMMENT 'sealed',
    PRIMARY KEY (matter_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Hospitals that may assess, named by the provincial health authority and federation.
CREATE TABLE designated_hospital (
    code       VARCHAR(32)  CHARACTER SET ascii NOT NULL,
    name       VARCHAR(100) NOT NULL,
    area       VARCHAR(12)  CHARACTER SET ascii NOT NULL,
    categories VARCHAR(100) CHARACTER SET ascii NOT NULL COMMENT 'that it may assess, separated by commas',
    valid_from DATE         NOT NULL,
    valid_to   DATE         NULL COMMENT 'its last day',
    PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE hospital_account (
    subject  VARCHAR(64) CHARACTER SET ascii NOT NULL,
    hospital VARCHAR(32) CHARACTER SET ascii NOT NULL,
    PRIMARY KEY (subject),
    CONSTRAINT hospital_account_of FOREIGN KEY (hospital) REFERENCES designated_hospital (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- What the calendar brings about is done once a day, bucket by bucket of residents; a bucket is locked by the instance
-- that works on it, and done when its day is written.
CREATE TABLE calendar_round (
    bucket   SMALLINT NOT NULL,
    done_for DATE     NOT NULL,
    PRIMARY KEY (bucket)
) ENGINE = InnoDB;

INSERT INTO calendar_round (bucket, done_for)
VALUES (0, '2000-01-01'), (1, '2000-01-01'), (2, '2000-01-01'), (3, '2000-01-01'),
       (4, '2000-01-01'), (5, '2000-01-01'), (6, '2000-01-01'), (7, '2000-01-01');
