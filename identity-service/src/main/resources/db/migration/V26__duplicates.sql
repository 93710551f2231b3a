-- A file that was found to be a second one of somebody: closed, and told as having no valid certificate.
ALTER TABLE resident
    ADD COLUMN merged_into CHAR(36) CHARACTER SET ascii NULL COMMENT 'the file that goes on',
    ADD COLUMN merged_on   DATE     NULL;

-- By what a file may be found to be another one's double: shortened keyed fingerprints, of no use without the key. Of
-- the identity number each is of a part, so that two numbers with one wrong or two swapped digits share at least one.
CREATE TABLE person_key (
    resident_id CHAR(36)  CHARACTER SET ascii NOT NULL,
    name_birth  BINARY(8) NOT NULL,
    phone_birth BINARY(8) NULL,
    number_1    BINARY(8) NOT NULL,
    number_2    BINARY(8) NOT NULL,
    number_3    BINARY(8) NOT NULL,
    number_4    BINARY(8) NOT NULL,
    number_5    BINARY(8) NOT NULL,
    number_6    BINARY(8) NOT NULL,
    PRIMARY KEY (resident_id),
    KEY person_key_name_birth (name_birth),
    KEY person_key_phone_birth (phone_birth),
    KEY person_key_number_1 (number_1),
    KEY person_key_number_2 (number_2),
    KEY person_key_number_3 (number_3),
    KEY person_key_number_4 (number_4),
    KEY person_key_number_5 (number_5),
    KEY person_key_number_6 (number_6)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Two files that may be one person's, each pair once; first_id is the lower id.
CREATE TABLE possible_duplicate (
    id         CHAR(36)       CHARACTER SET ascii NOT NULL,
    first_id   CHAR(36)       CHARACTER SET ascii NOT NULL,
    second_id  CHAR(36)       CHARACTER SET ascii NOT NULL,
    reasons    VARCHAR(120)   CHARACTER SET ascii NOT NULL,
    status     VARCHAR(16)    CHARACTER SET ascii NOT NULL COMMENT 'OPEN, MERGED or KEPT_APART',
    found_at   DATETIME(6)    NOT NULL,
    decided_at DATETIME(6)    NULL,
    decided_by VARCHAR(64)    CHARACTER SET ascii NULL,
    survivor   CHAR(36)       CHARACTER SET ascii NULL COMMENT 'of a merge',
    memo       MEDIUMBLOB     NULL COMMENT 'sealed: what the merge took and what was there before',
    PRIMARY KEY (id),
    UNIQUE KEY possible_duplicate_pair (first_id, second_id),
    KEY possible_duplicate_second (second_id),
    KEY possible_duplicate_status (status, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- What people decided, and took back, and why. Only ever added to.
CREATE TABLE duplicate_decision (
    duplicate_id CHAR(36)       CHARACTER SET ascii NOT NULL,
    sequence     INT            NOT NULL,
    decision     VARCHAR(16)    CHARACTER SET ascii NOT NULL COMMENT 'MERGED, KEPT_APART or UNDONE',
    reason       VARBINARY(2048) NOT NULL COMMENT 'sealed',
    decided_by   VARCHAR(64)    CHARACTER SET ascii NOT NULL,
    decided_at   DATETIME(6)    NOT NULL,
    PRIMARY KEY (duplicate_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
