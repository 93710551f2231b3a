-- Who the actor was at that time, why they looked, and proof that the entry was written by this service: mac is keyed, so
-- that who can write to the database alone cannot make an entry.
ALTER TABLE audit_entry
    ADD COLUMN roles   VARCHAR(190) CHARACTER SET ascii NULL,
    ADD COLUMN area    VARCHAR(12)  CHARACTER SET ascii NULL,
    ADD COLUMN purpose VARCHAR(32)  CHARACTER SET ascii NULL,
    ADD COLUMN mac     BINARY(32)   NULL,
    ADD KEY audit_entry_actor (actor, id),
    ADD KEY audit_entry_at (at, id);

-- The chain: every committed entry has one link, seq rises without gaps, hash is that of the link before and the entry.
CREATE TABLE audit_link (
    seq      BIGINT     NOT NULL,
    entry_id BIGINT     NOT NULL,
    hash     BINARY(32) NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE KEY audit_link_entry (entry_id)
) ENGINE = InnoDB;

-- One row: whoever chains locks it. All entries up to settled_id are chained or will never be committed.
CREATE TABLE audit_head (
    id         TINYINT    NOT NULL,
    seq        BIGINT     NOT NULL,
    hash       BINARY(32) NOT NULL,
    settled_id BIGINT     NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO audit_head (id, seq, hash, settled_id)
VALUES (1, 0, X'0000000000000000000000000000000000000000000000000000000000000000', 0);

-- Where the chain stood, as it was also told to the topic <service>.audit.v1.
CREATE TABLE audit_anchor (
    seq  BIGINT      NOT NULL,
    hash BINARY(32)  NOT NULL,
    at   DATETIME(6) NOT NULL,
    mac  BINARY(32)  NOT NULL,
    PRIMARY KEY (seq)
) ENGINE = InnoDB;
