-- Who may act for whom: what residents gave, and legal guardians. A row is never deleted; what ended says when and why.
CREATE TABLE delegation (
    id                   CHAR(36)       CHARACTER SET ascii NOT NULL,
    resident_id          CHAR(36)       CHARACTER SET ascii NOT NULL,
    guardian_kind        VARCHAR(16)    CHARACTER SET ascii NULL COMMENT 'set: a legal guardian, entered by staff',
    basis                VARCHAR(32)    CHARACTER SET ascii NULL COMMENT 'of a guardianship',
    document             VARBINARY(512) NULL COMMENT 'sealed: which paper shows it',
    scopes               VARCHAR(160)   CHARACTER SET ascii NOT NULL,
    from_at              DATETIME(6)    NOT NULL,
    until_at             DATETIME(6)    NULL COMMENT 'the first instant that is too late',
    status               VARCHAR(16)    CHARACTER SET ascii NOT NULL COMMENT 'REQUESTED: no account has accepted yet',
    delegate_resident_id CHAR(36)       CHARACTER SET ascii NULL COMMENT 'who may accept',
    code_mac             BINARY(32)     NULL COMMENT 'who has this code may accept',
    code_until           DATETIME(6)    NULL,
    account              VARCHAR(64)    CHARACTER SET ascii NULL COMMENT 'who accepted: the subject of its tokens',
    created_at           DATETIME(6)    NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY delegation_code (code_mac),
    KEY delegation_resident (resident_id, created_at),
    KEY delegation_account (account),
    KEY delegation_delegate (delegate_resident_id),
    KEY delegation_until (status, until_at),
    CONSTRAINT delegation_of_resident FOREIGN KEY (resident_id) REFERENCES resident (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE delegation_step (
    delegation_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    sequence      INT         NOT NULL,
    at            DATETIME(6) NOT NULL,
    status        VARCHAR(16) CHARACTER SET ascii NOT NULL,
    actor         VARCHAR(64) CHARACTER SET ascii NULL COMMENT 'empty: its time was over',
    PRIMARY KEY (delegation_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- The version of the list last told of a resident. Whoever changes a resident's delegations locks this row first.
CREATE TABLE delegation_list (
    resident_id CHAR(36) CHARACTER SET ascii NOT NULL,
    version     BIGINT   NOT NULL,
    PRIMARY KEY (resident_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE wrong_try (
    account VARCHAR(64) CHARACTER SET ascii NOT NULL,
    purpose VARCHAR(32) CHARACTER SET ascii NOT NULL,
    tries   INT         NOT NULL,
    since   DATETIME(6) NOT NULL,
    PRIMARY KEY (account, purpose)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
