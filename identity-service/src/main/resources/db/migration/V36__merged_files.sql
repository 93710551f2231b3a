-- Relations of a file that was closed as a second one of somebody, which stand under the one that goes on until the merge
-- is taken back.
CREATE TABLE moved_relation (
    closed_id   CHAR(36) CHARACTER SET ascii NOT NULL COMMENT 'whose they were',
    relation_id CHAR(36) CHARACTER SET ascii NOT NULL,
    PRIMARY KEY (closed_id, relation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- What somebody needs was said under a file that was closed; once the merge is taken back it counts no longer.
ALTER TABLE communication_need
    ADD COLUMN merged_from CHAR(36) CHARACTER SET ascii NULL COMMENT 'the closed file under which it was said',
    ADD COLUMN taken_back  BOOLEAN NOT NULL DEFAULT FALSE;
