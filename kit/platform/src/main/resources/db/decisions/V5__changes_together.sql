-- What became another answer at the same time is one row, in which the facts that were read stand once. Each programme of
-- the trace also says what it was before: was, wasFen.
CREATE TABLE decision_changes (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    resident_id   CHAR(36)     CHARACTER SET ascii NOT NULL,
    as_of         DATE         NOT NULL,
    facts_version BIGINT       NOT NULL,
    cause         VARCHAR(190) CHARACTER SET ascii NOT NULL,
    trace         MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    changed_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY decision_changes_resident (resident_id, id)
) ENGINE = InnoDB;

INSERT INTO decision_changes (id, resident_id, as_of, facts_version, cause, trace, changed_at)
SELECT id, resident_id, as_of, facts_version, cause,
       JSON_SET(trace, '$.programmes[0].was', previous_outcome, '$.programmes[0].wasFen', previous_amount_fen), changed_at
FROM decision_change;

DROP TABLE decision_change;
