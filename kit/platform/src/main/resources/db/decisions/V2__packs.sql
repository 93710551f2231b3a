-- Drafts and published versions of packs. What is active or superseded follows from the dates and is not stored.
-- A faulty draft may not even say which programme it is for.
CREATE TABLE pack_version (
    id           CHAR(36)     CHARACTER SET ascii NOT NULL,
    programme    VARCHAR(64)  CHARACTER SET ascii NULL,
    pack         VARCHAR(64)  CHARACTER SET ascii NULL,
    yaml         MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    sha256       CHAR(64)     CHARACTER SET ascii NOT NULL,
    status       VARCHAR(16)  CHARACTER SET ascii NOT NULL,
    faulty       BOOLEAN      NOT NULL,
    valid_from   DATE         NULL,
    valid_to     DATE         NULL,
    created_by   VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    edited_by    VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    edited_at    DATETIME(6)  NOT NULL,
    approved_by  VARCHAR(64)  CHARACTER SET ascii NULL,
    approved_at  DATETIME(6)  NULL,
    rehearsal_id CHAR(36)     CHARACTER SET ascii NULL,
    withdrawn_by VARCHAR(64)  CHARACTER SET ascii NULL,
    withdrawn_at DATETIME(6)  NULL,
    version      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    KEY pack_version_programme (programme, valid_from),
    KEY pack_version_status (status, valid_from)
) ENGINE = InnoDB;

-- One row: whoever publishes or withdraws locks it, so that two never do at once, and every instance reads it to learn
-- that something changed. A counter and not a row per change, because ids of rows do not rise in the order of commits.
CREATE TABLE pack_publication (
    id        TINYINT NOT NULL,
    change_no BIGINT  NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO pack_publication (id, change_no) VALUES (1, 0);

CREATE TABLE rehearsal (
    id         CHAR(36)     CHARACTER SET ascii NOT NULL,
    version_id CHAR(36)     CHARACTER SET ascii NOT NULL,
    sha256     CHAR(64)     CHARACTER SET ascii NOT NULL,
    on_day     DATE         NOT NULL,
    status     VARCHAR(16)  CHARACTER SET ascii NOT NULL,
    reason     VARCHAR(190) CHARACTER SET utf8mb4 NULL,
    started_by VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    started_at DATETIME(6)  NOT NULL,
    seen_at    DATETIME(6)  NOT NULL,
    ended_at   DATETIME(6)  NULL,
    residents  BIGINT       NOT NULL,
    result     MEDIUMTEXT   CHARACTER SET utf8mb4 NULL,
    PRIMARY KEY (id),
    KEY rehearsal_version (version_id, started_at),
    KEY rehearsal_status (status, seen_at)
) ENGINE = InnoDB;

CREATE TABLE rehearsal_change (
    rehearsal_id   CHAR(36)    CHARACTER SET ascii NOT NULL,
    resident_id    CHAR(36)    CHARACTER SET ascii NOT NULL,
    kind           VARCHAR(16) CHARACTER SET ascii NOT NULL,
    before_outcome VARCHAR(20) CHARACTER SET ascii NULL,
    after_outcome  VARCHAR(20) CHARACTER SET ascii NULL,
    before_fen     BIGINT      NULL,
    after_fen      BIGINT      NULL,
    area           VARCHAR(12) CHARACTER SET ascii NULL,
    street         CHAR(9)     CHARACTER SET ascii NOT NULL,
    category       VARCHAR(16) CHARACTER SET ascii NOT NULL,
    level          VARCHAR(8)  CHARACTER SET ascii NOT NULL,
    age_band       VARCHAR(8)  CHARACTER SET ascii NOT NULL,
    PRIMARY KEY (rehearsal_id, resident_id)
) ENGINE = InnoDB;
