-- What residents say against a fact that was read, or against what was decided; and what staff answered. open_for
-- holds one unanswered objection for each thing objected to.
CREATE TABLE objection (
    id          CHAR(36)        CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)        CHARACTER SET ascii NOT NULL,
    kind        VARCHAR(16)     CHARACTER SET ascii NOT NULL COMMENT 'WRONG_FACT or DISAGREE',
    programme   VARCHAR(64)     CHARACTER SET ascii NOT NULL,
    fact        VARCHAR(128)    CHARACTER SET ascii NULL COMMENT 'path of the fact, for WRONG_FACT',
    text        VARBINARY(8192) NOT NULL COMMENT 'sealed',
    open_for    VARCHAR(255)    CHARACTER SET ascii NULL COMMENT 'resident/kind/programme/fact while unanswered',
    filed_at    DATETIME(6)     NOT NULL,
    filed_by    VARCHAR(64)     CHARACTER SET ascii NOT NULL,
    by_delegate BOOLEAN         NOT NULL,
    outcome     VARCHAR(16)     CHARACTER SET ascii NULL COMMENT 'UPHELD or REJECTED',
    answer      VARBINARY(8192) NULL COMMENT 'sealed',
    answered_at DATETIME(6)     NULL,
    answered_by VARCHAR(64)     CHARACTER SET ascii NULL,
    PRIMARY KEY (id),
    UNIQUE KEY objection_open_for (open_for),
    KEY objection_resident (resident_id, id),
    CONSTRAINT objection_of FOREIGN KEY (resident_id) REFERENCES resident (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
