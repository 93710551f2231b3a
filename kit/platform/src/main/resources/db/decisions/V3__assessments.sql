-- What the rules say of one resident in all programmes of this service, with the reasons: ids, results and the facts that
-- were read. The words stand in decision_wording. Written over whenever it becomes another; what was decided and then
-- changed stays in decision_change.
CREATE TABLE assessment (
    resident_id    CHAR(36)     CHARACTER SET ascii NOT NULL,
    facts_version  BIGINT       NOT NULL,
    as_of          DATE         NOT NULL,
    cause          VARCHAR(190) CHARACTER SET ascii NOT NULL,
    next_change_on DATE         NULL,
    trace          MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    assessed_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (resident_id),
    KEY assessment_next_change (next_change_on)
) ENGINE = InnoDB;

-- A decision is there from the first time that a programme's answer was anything but a plain no.
ALTER TABLE decision
    DROP KEY decision_next_change,
    DROP COLUMN next_change_on,
    DROP COLUMN wording,
    DROP COLUMN trace;

ALTER TABLE decision ADD KEY decision_programme (programme, outcome);

CREATE TABLE decision_change (
    id                  BIGINT       NOT NULL AUTO_INCREMENT,
    resident_id         CHAR(36)     CHARACTER SET ascii NOT NULL,
    programme           VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    pack                VARCHAR(64)  CHARACTER SET ascii NOT NULL,
    outcome             VARCHAR(20)  CHARACTER SET ascii NOT NULL,
    amount_fen          BIGINT       NULL,
    period              VARCHAR(20)  CHARACTER SET ascii NULL,
    previous_outcome    VARCHAR(20)  CHARACTER SET ascii NULL,
    previous_amount_fen BIGINT       NULL,
    as_of               DATE         NOT NULL,
    facts_version       BIGINT       NOT NULL,
    cause               VARCHAR(190) CHARACTER SET ascii NOT NULL,
    trace               MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    changed_at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY decision_change_resident (resident_id, programme, id)
) ENGINE = InnoDB;

-- With which packs everybody was decided last, and how far the round after a change of packs has come.
CREATE TABLE decided_with (
    id            TINYINT     NOT NULL,
    packs         CHAR(64)    CHARACTER SET ascii NOT NULL,
    last_resident CHAR(36)    CHARACTER SET ascii NOT NULL,
    finished_at   DATETIME(6) NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO decided_with (id, packs, last_resident, finished_at) VALUES (1, '', '', NULL);
