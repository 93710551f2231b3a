CREATE TABLE case_file (
    id          CHAR(36)    CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    programme   VARCHAR(64) CHARACTER SET ascii NOT NULL,
    status      VARCHAR(20) CHARACTER SET ascii NOT NULL,
    flag        VARCHAR(40) CHARACTER SET ascii NULL,
    opened_at   DATETIME(6) NOT NULL,
    version     BIGINT      NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY case_file_resident_programme (resident_id, programme)
) ENGINE = InnoDB;
