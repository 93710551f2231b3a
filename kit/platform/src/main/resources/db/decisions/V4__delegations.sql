-- Who may act for whom, as identity last told it; looked up, with the clock, each time somebody acts.
CREATE TABLE held_delegation_list (
    resident_id CHAR(36) CHARACTER SET ascii NOT NULL,
    version     BIGINT   NOT NULL,
    PRIMARY KEY (resident_id)
) ENGINE = InnoDB;

CREATE TABLE held_delegation (
    delegation_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    scope         VARCHAR(32) CHARACTER SET ascii NOT NULL,
    resident_id   CHAR(36)    CHARACTER SET ascii NOT NULL,
    account       VARCHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'the subject of its tokens',
    from_at       DATETIME(6) NOT NULL,
    until_at      DATETIME(6) NULL COMMENT 'the first instant that is too late',
    PRIMARY KEY (delegation_id, scope),
    KEY held_delegation_resident (resident_id, account)
) ENGINE = InnoDB;
