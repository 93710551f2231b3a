-- How somebody wants to be spoken with. Only ever added to: the last row of a resident counts. It goes into no event.
CREATE TABLE communication_need (
    resident_id CHAR(36)     CHARACTER SET ascii NOT NULL,
    version     INT          NOT NULL,
    modes       VARCHAR(160) CHARACTER SET ascii NOT NULL COMMENT 'codes, comma-separated; empty: known to need none',
    channel     VARCHAR(16)  CHARACTER SET ascii NULL,
    language    VARCHAR(32)  CHARACTER SET ascii NULL,
    best_time   VARCHAR(16)  CHARACTER SET ascii NULL,
    told_by     VARCHAR(16)  CHARACTER SET ascii NOT NULL COMMENT 'RESIDENT, GUARDIAN or STAFF',
    recorded_by VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    recorded_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (resident_id, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
