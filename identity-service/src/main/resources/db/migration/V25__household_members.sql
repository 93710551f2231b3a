-- What of a household follows from its members (empty: it does not), and the day on which that can next change.
ALTER TABLE household
    ADD COLUMN members_complete   BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'somebody has said that all members are entered',
    ADD COLUMN derived_elder_carer BOOLEAN NULL,
    ADD COLUMN derived_employed   INT     NULL,
    ADD COLUMN derived_workable   INT     NULL,
    ADD COLUMN recount_on         DATE    NULL,
    ADD KEY household_recount (recount_on);

-- Who was in which household, from when to when. One row of a resident has no last day: the household they are in.
CREATE TABLE household_member (
    id           BIGINT      NOT NULL AUTO_INCREMENT,
    household_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    resident_id  CHAR(36)    CHARACTER SET ascii NOT NULL,
    relation     VARCHAR(16) CHARACTER SET ascii NULL COMMENT 'to the head; HEAD is the head; empty: unknown',
    told_by      VARCHAR(16) CHARACTER SET ascii NULL COMMENT 'empty: a registration or a file',
    from_day     DATE        NULL COMMENT 'empty: nobody has told since when',
    last_day     DATE        NULL COMMENT 'empty: still in it',
    recorded_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY household_member_household (household_id, last_day),
    KEY household_member_resident (resident_id, last_day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

INSERT INTO household_member (household_id, resident_id, recorded_at)
SELECT household_id, id, created_at FROM resident WHERE household_id IS NOT NULL;

-- How two people belong together, in one household or not. from_id is the parent, the carer, the grandparent; of
-- spouses and siblings the one with the lower id.
CREATE TABLE person_relation (
    id          CHAR(36)    CHARACTER SET ascii NOT NULL,
    kind        VARCHAR(16) CHARACTER SET ascii NOT NULL,
    from_id     CHAR(36)    CHARACTER SET ascii NOT NULL,
    to_id       CHAR(36)    CHARACTER SET ascii NOT NULL,
    from_day    DATE        NULL,
    last_day    DATE        NULL COMMENT 'empty: still so',
    told_by     VARCHAR(16) CHARACTER SET ascii NOT NULL,
    recorded_by VARCHAR(64) CHARACTER SET ascii NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    ended_by    VARCHAR(64) CHARACTER SET ascii NULL,
    PRIMARY KEY (id),
    KEY person_relation_from (from_id, kind),
    KEY person_relation_to (to_id, kind)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
