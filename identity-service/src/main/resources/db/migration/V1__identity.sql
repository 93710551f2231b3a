-- Sealed columns (SM4-GCM, bound to their row) are VARBINARY; ..._mac is the keyed fingerprint by which one is found.
-- An empty column is unknown; where "known to be none" differs, it is written as such.

CREATE TABLE household (
    id               CHAR(36)       CHARACTER SET ascii NOT NULL,
    number           VARBINARY(512) NULL,
    number_mac       BINARY(32)     NULL,
    income           VARCHAR(16)    CHARACTER SET ascii NULL,
    income_since     DATE           NULL,
    elder_carer      BOOLEAN        NULL,
    employed_members INT            NULL,
    workable_members INT            NULL,
    disabled_members INT            NOT NULL,
    severe_members   INT            NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY household_number (number_mac)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE resident (
    id                   CHAR(36)        CHARACTER SET ascii NOT NULL,
    version              BIGINT          NOT NULL,
    id_number            VARBINARY(128)  NOT NULL,
    id_number_mac        BINARY(32)      NOT NULL,
    name                 VARBINARY(512)  NOT NULL,
    phone                VARBINARY(128)  NULL,
    address_line         VARBINARY(1024) NULL,
    birth_date           DATE            NOT NULL,
    sex                  CHAR(1)         CHARACTER SET ascii NOT NULL,
    deceased_on          DATE            NULL,
    hukou_area           VARCHAR(12)     CHARACTER SET ascii NULL,
    hukou_since          DATE            NULL,
    home_street          CHAR(9)         CHARACTER SET ascii NULL,
    home_community       CHAR(12)        CHARACTER SET ascii NULL,
    household_id         CHAR(36)        CHARACTER SET ascii NULL,
    employment_status    VARCHAR(16)     CHARACTER SET ascii NULL,
    employment_since     DATE            NULL,
    school_stage         VARCHAR(16)     CHARACTER SET ascii NULL,
    school_placement     VARCHAR(16)     CHARACTER SET ascii NULL,
    care_needed          BOOLEAN         NULL,
    care_assessed_on     DATE            NULL,
    guardian             VARCHAR(16)     CHARACTER SET ascii NULL COMMENT 'NONE: known to have none',
    other_benefits_known BOOLEAN         NOT NULL COMMENT 'false: nobody has told whether there are any',
    imprisonment_known   BOOLEAN         NOT NULL COMMENT 'false: nobody has told whether there were any',
    created_at           DATETIME(6)     NOT NULL,
    changed_at           DATETIME(6)     NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY resident_id_number (id_number_mac),
    KEY resident_household (household_id),
    KEY resident_street (home_street, id),
    CONSTRAINT resident_in_household FOREIGN KEY (household_id) REFERENCES household (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE former_hukou (
    resident_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    sequence    INT         NOT NULL,
    area        VARCHAR(12) CHARACTER SET ascii NOT NULL,
    since       DATE        NULL,
    last_day    DATE        NOT NULL,
    PRIMARY KEY (resident_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE other_benefit (
    resident_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    sequence    INT         NOT NULL,
    kind        VARCHAR(32) CHARACTER SET ascii NOT NULL,
    from_day    DATE        NOT NULL,
    last_day    DATE        NULL COMMENT 'empty: still running',
    monthly_fen BIGINT      NULL,
    PRIMARY KEY (resident_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE imprisonment (
    resident_id CHAR(36) CHARACTER SET ascii NOT NULL,
    sequence    INT      NOT NULL,
    from_day    DATE     NOT NULL,
    last_day    DATE     NULL COMMENT 'empty: still running',
    PRIMARY KEY (resident_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Every card that was ever issued. Its number is made of the identity number, category, level and lost_cards.
CREATE TABLE certificate (
    resident_id  CHAR(36)    CHARACTER SET ascii NOT NULL,
    sequence     INT         NOT NULL,
    number_mac   BINARY(32)  NOT NULL,
    category     VARCHAR(16) CHARACTER SET ascii NOT NULL,
    level        TINYINT     NOT NULL,
    lost_cards   INT         NOT NULL,
    issued_on    DATE        NOT NULL,
    expires_on   DATE        NOT NULL COMMENT 'its last valid day',
    status       VARCHAR(16) CHARACTER SET ascii NOT NULL,
    status_since DATE        NOT NULL,
    last_day     DATE        NULL COMMENT 'set when another card took its place',
    ended_by     VARCHAR(16) CHARACTER SET ascii NULL COMMENT 'RENEWED, LEVEL_CHANGED or REISSUED',
    PRIMARY KEY (resident_id, sequence),
    KEY certificate_number (number_mac)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE certificate_component (
    resident_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    sequence    INT         NOT NULL COMMENT 'of the certificate',
    category    VARCHAR(16) CHARACTER SET ascii NOT NULL,
    level       TINYINT     NOT NULL,
    PRIMARY KEY (resident_id, sequence, category)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Requests that were answered, by the caller and the Idempotency-Key header; sent again, the same answer is given.
CREATE TABLE answered_request (
    request_mac BINARY(32)  NOT NULL COMMENT 'of caller and key',
    body_mac    BINARY(32)  NOT NULL,
    answer      TEXT        NOT NULL,
    answered_at DATETIME(6) NOT NULL,
    PRIMARY KEY (request_mac),
    KEY answered_request_at (answered_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
