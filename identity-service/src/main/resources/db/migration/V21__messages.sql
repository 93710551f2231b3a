-- To a resident, or to an account that acts for one: one of both is set. Nothing personal stands here.
CREATE TABLE message (
    id                BIGINT        NOT NULL AUTO_INCREMENT,
    about_resident_id CHAR(36)      CHARACTER SET ascii NOT NULL,
    to_resident_id    CHAR(36)      CHARACTER SET ascii NULL,
    to_account        VARCHAR(64)   CHARACTER SET ascii NULL,
    template          VARCHAR(64)   CHARACTER SET ascii NOT NULL,
    arguments         VARCHAR(1000) NOT NULL COMMENT 'JSON',
    sent_at           DATETIME(6)   NOT NULL,
    read_at           DATETIME(6)   NULL,
    PRIMARY KEY (id),
    KEY message_resident (to_resident_id, id),
    KEY message_account (to_account, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
