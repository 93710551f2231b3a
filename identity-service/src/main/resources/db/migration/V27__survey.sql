-- The yearly dynamic update: everybody who holds a certificate in an area is asked once a year.
CREATE TABLE survey (
    id         CHAR(36)    CHARACTER SET ascii NOT NULL,
    year       SMALLINT    NOT NULL,
    area       VARCHAR(12) CHARACTER SET ascii NOT NULL,
    from_day   DATE        NOT NULL,
    last_day   DATE        NOT NULL,
    created_by VARCHAR(64) CHARACTER SET ascii NOT NULL,
    created_at DATETIME(6) NOT NULL,
    closed_at  DATETIME(6) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY survey_of (area, year)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- A file that came back. It may come again; the later answer about a person counts.
CREATE TABLE survey_file (
    id            CHAR(36)    CHARACTER SET ascii NOT NULL,
    survey_id     CHAR(36)    CHARACTER SET ascii NOT NULL,
    area          VARCHAR(12) CHARACTER SET ascii NOT NULL COMMENT 'within which its rows were taken',
    header        MEDIUMBLOB  NOT NULL COMMENT 'sealed',
    row_count     INT         NOT NULL,
    rejected      INT         NOT NULL,
    uploaded_by   VARCHAR(64) CHARACTER SET ascii NOT NULL,
    uploaded_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY survey_file_survey (survey_id, uploaded_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE survey_rejected_row (
    file_id CHAR(36)   CHARACTER SET ascii NOT NULL,
    line    INT        NOT NULL,
    cells   MEDIUMBLOB NOT NULL COMMENT 'sealed',
    faults  TEXT       NOT NULL COMMENT 'JSON, without personal data',
    PRIMARY KEY (file_id, line)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE survey_answer (
    survey_id   CHAR(36)       CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)       CHARACTER SET ascii NOT NULL,
    outcome     VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    surveyed_on DATE           NOT NULL,
    surveyor    VARBINARY(512) NOT NULL COMMENT 'sealed',
    file_id     CHAR(36)       CHARACTER SET ascii NOT NULL,
    PRIMARY KEY (survey_id, resident_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- What the survey says otherwise than the file. Nothing is changed by it until somebody decides.
CREATE TABLE survey_difference (
    survey_id   CHAR(36)        CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)        CHARACTER SET ascii NOT NULL,
    field       VARCHAR(24)     CHARACTER SET ascii NOT NULL,
    held        VARBINARY(4096) NULL COMMENT 'sealed; empty: unknown',
    surveyed    VARBINARY(4096) NOT NULL COMMENT 'sealed',
    proposal    VARCHAR(8)      CHARACTER SET ascii NOT NULL COMMENT 'TAKE, KEEP or ASK',
    decision    VARCHAR(8)      CHARACTER SET ascii NULL COMMENT 'TAKE or KEEP',
    decided_by  VARCHAR(64)     CHARACTER SET ascii NULL,
    decided_at  DATETIME(6)     NULL,
    PRIMARY KEY (survey_id, resident_id, field),
    KEY survey_difference_open (survey_id, decision, resident_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Where a field's value comes from.
CREATE TABLE field_provenance (
    resident_id CHAR(36)       CHARACTER SET ascii NOT NULL,
    field       VARCHAR(24)    CHARACTER SET ascii NOT NULL,
    source      VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    source_id   CHAR(36)       CHARACTER SET ascii NOT NULL,
    teller      VARBINARY(512) NULL COMMENT 'sealed',
    told_on     DATE           NOT NULL,
    recorded_by VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    recorded_at DATETIME(6)    NOT NULL,
    PRIMARY KEY (resident_id, field, source, source_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
