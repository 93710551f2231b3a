-- Codes by which anybody can see that a certificate is valid, given out by its holder. Of a code only the fingerprint is
-- kept.
CREATE TABLE verification_code (
    id          CHAR(36)    CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    code_mac    BINARY(32)  NOT NULL,
    created_at  DATETIME(6) NOT NULL,
    expires_at  DATETIME(6) NOT NULL,
    revoked_at  DATETIME(6) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY verification_code_mac (code_mac),
    KEY verification_code_resident (resident_id, created_at),
    KEY verification_code_expires (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
