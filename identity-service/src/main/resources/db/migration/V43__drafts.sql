-- What somebody began to fill in for a resident and will send another day: one of each kind for each who fills in.
CREATE TABLE filing_draft (
    id          CHAR(36)        CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)        CHARACTER SET ascii NOT NULL,
    account     VARCHAR(64)     CHARACTER SET ascii NOT NULL COMMENT 'whose draft it is',
    kind        VARCHAR(40)     CHARACTER SET ascii NOT NULL,
    content     VARBINARY(20000) NOT NULL COMMENT 'sealed; JSON',
    saved_at    DATETIME(6)     NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY filing_draft_of (resident_id, account, kind),
    KEY filing_draft_saved (saved_at),
    CONSTRAINT filing_draft_of_resident FOREIGN KEY (resident_id) REFERENCES resident (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
