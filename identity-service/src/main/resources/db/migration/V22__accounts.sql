-- Accounts as they are to be at Keycloak, which is told by tasks.
CREATE TABLE account (
    id          CHAR(36)       CHARACTER SET ascii NOT NULL,
    subject     VARCHAR(64)    CHARACTER SET ascii NULL COMMENT 'the id at Keycloak, once it is there',
    username    VARCHAR(64)    CHARACTER SET ascii NULL,
    resident_id CHAR(36)       CHARACTER SET ascii NULL COMMENT 'whose own account it is',
    name        VARBINARY(512) NULL COMMENT 'sealed; of staff',
    area        VARCHAR(12)    CHARACTER SET ascii NULL,
    roles       VARCHAR(500)   CHARACTER SET ascii NOT NULL,
    staff       BOOLEAN        GENERATED ALWAYS AS (roles <> 'resident') STORED,
    enabled     BOOLEAN        NOT NULL,
    deceased    BOOLEAN        NOT NULL,
    created_at  DATETIME(6)    NOT NULL,
    changed_at  DATETIME(6)    NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY account_subject (subject),
    UNIQUE KEY account_username (username),
    UNIQUE KEY account_resident (resident_id),
    KEY account_staff (staff, username, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE account_task (
    id         BIGINT         NOT NULL AUTO_INCREMENT,
    kind       VARCHAR(32)    CHARACTER SET ascii NOT NULL,
    account_id CHAR(36)       CHARACTER SET ascii NOT NULL,
    secret     VARBINARY(512) NULL COMMENT 'sealed; forgotten when done',
    attempts   INT            NOT NULL,
    fault      VARCHAR(100)   CHARACTER SET ascii NULL,
    due_at     DATETIME(6)    NOT NULL,
    created_at DATETIME(6)    NOT NULL,
    done_at    DATETIME(6)    NULL,
    PRIMARY KEY (id),
    KEY account_task_due (done_at, due_at, id),
    KEY account_task_account (account_id, done_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Short messages that wait for a provider.
CREATE TABLE outgoing_message (
    id          CHAR(36)        CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)        CHARACTER SET ascii NOT NULL,
    template    VARCHAR(64)     CHARACTER SET ascii NOT NULL,
    phone       VARBINARY(128)  NOT NULL COMMENT 'sealed',
    words       VARBINARY(1024) NOT NULL COMMENT 'sealed',
    written_at  DATETIME(6)     NOT NULL,
    sent_at     DATETIME(6)     NULL,
    PRIMARY KEY (id),
    KEY outgoing_message_waiting (sent_at, written_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
