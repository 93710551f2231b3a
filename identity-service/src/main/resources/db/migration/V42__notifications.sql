-- How somebody wants to be told that there is a message: a resident, or an account that acts for residents and has no file
-- of its own. One of both is set.
CREATE TABLE notice_choice (
    id          CHAR(36)       CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)       CHARACTER SET ascii NULL,
    account     VARCHAR(64)    CHARACTER SET ascii NULL,
    sms         BOOLEAN        NOT NULL,
    email       BOOLEAN        NOT NULL,
    phone       VARBINARY(128) NULL COMMENT 'sealed; empty: the telephone on file',
    mail        VARBINARY(640) NULL COMMENT 'sealed',
    language    VARCHAR(8)     CHARACTER SET ascii NOT NULL COMMENT 'ZH or EN',
    version     INT            NOT NULL,
    changed_at  DATETIME(6)    NOT NULL,
    changed_by  VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    moved_from  CHAR(36)       CHARACTER SET ascii NULL COMMENT 'the closed file under which it was chosen',
    PRIMARY KEY (id),
    UNIQUE KEY notice_choice_resident (resident_id),
    UNIQUE KEY notice_choice_account (account),
    KEY notice_choice_moved (moved_from)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Short messages and e-mails wait here for the channel that takes them out. What is sealed keeps the names under which it
-- was sealed.
ALTER TABLE outgoing_message
    CHANGE COLUMN phone address VARBINARY(640) NOT NULL COMMENT 'sealed: of the telephone or the mailbox',
    ADD COLUMN way       VARCHAR(8)   CHARACTER SET ascii NOT NULL DEFAULT 'SMS',
    ADD COLUMN attempts  INT          NOT NULL DEFAULT 0,
    ADD COLUMN due_at    DATETIME(6)  NULL,
    ADD COLUMN fault     VARCHAR(100) CHARACTER SET ascii NULL COMMENT 'why the last try failed',
    ADD COLUMN failed_at DATETIME(6)  NULL COMMENT 'when it was given up';

UPDATE outgoing_message SET due_at = written_at;

ALTER TABLE outgoing_message
    ADD KEY outgoing_message_due (sent_at, failed_at, due_at),
    ADD KEY outgoing_message_written (written_at, id);
