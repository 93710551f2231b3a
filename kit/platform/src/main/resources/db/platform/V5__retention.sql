-- Which rule has been carried out on which day, and how many rows it removed; the row is also what one instance claims.
CREATE TABLE retention_run (
    rule    VARCHAR(64) CHARACTER SET ascii NOT NULL,
    day     DATE        NOT NULL,
    removed BIGINT      NOT NULL,
    PRIMARY KEY (rule, day)
) ENGINE = InnoDB;
