-- 伤残军人证, 人民警察证 …: who holds one comes first (LS-25). held_of is the resident while it is held.
CREATE TABLE second_credential (
    id           CHAR(36)       CHARACTER SET ascii NOT NULL,
    resident_id  CHAR(36)       CHARACTER SET ascii NOT NULL,
    kind         VARCHAR(24)    CHARACTER SET ascii NOT NULL,
    grade        TINYINT        NOT NULL COMMENT '1 is the heaviest of 10',
    number       VARBINARY(256) NOT NULL COMMENT 'sealed',
    number_mac   BINARY(32)     NOT NULL,
    held_mac     BINARY(32)     NULL COMMENT 'number_mac while it is held',
    issued_on    DATE           NULL,
    added_at     DATETIME(6)    NOT NULL,
    added_by     VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    withdrawn_on DATE           NULL,
    PRIMARY KEY (id),
    UNIQUE KEY second_credential_held (held_mac),
    KEY second_credential_resident (resident_id, withdrawn_on),
    CONSTRAINT second_credential_of FOREIGN KEY (resident_id) REFERENCES resident (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
