-- Third-generation cards: wanted, made in batches, handed over, replaced.
CREATE TABLE smart_card_batch (
    id        CHAR(36)    CHARACTER SET ascii NOT NULL,
    area      VARCHAR(12) CHARACTER SET ascii NOT NULL,
    status    VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'OPEN, SENT or RECEIVED',
    opened_by VARCHAR(64) CHARACTER SET ascii NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    sent_on   DATE        NULL,
    version   BIGINT      NOT NULL,
    PRIMARY KEY (id),
    KEY smart_card_batch_opened (opened_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- wanted_of is the resident while the card is still to be made, so that there is one at a time.
CREATE TABLE smart_card (
    id             CHAR(36)       CHARACTER SET ascii NOT NULL,
    resident_id    CHAR(36)       CHARACTER SET ascii NOT NULL,
    wanted_of      CHAR(36)       CHARACTER SET ascii NULL,
    status         VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    reason         VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    photo          VARCHAR(16)    CHARACTER SET ascii NOT NULL,
    photo_reason   VARCHAR(32)    CHARACTER SET ascii NULL,
    batch_id       CHAR(36)       CHARACTER SET ascii NULL,
    chip           VARBINARY(256) NULL COMMENT 'sealed',
    chip_mac       BINARY(32)     NULL,
    wanted_on      DATE           NOT NULL,
    handed_over_on DATE           NULL,
    ended_on       DATE           NULL,
    PRIMARY KEY (id),
    UNIQUE KEY smart_card_wanted (wanted_of),
    UNIQUE KEY smart_card_chip (chip_mac),
    KEY smart_card_resident (resident_id, status),
    KEY smart_card_batch_of (batch_id),
    KEY smart_card_queue (status, photo, wanted_on),
    CONSTRAINT smart_card_of FOREIGN KEY (resident_id) REFERENCES resident (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
