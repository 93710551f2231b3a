-- A decision in force follows from the assessment, when and why it became so from decision_changes: no third copy.
DROP TABLE decision;

-- Ids are compared byte by byte, which costs the database less than looking for letters of the same kind.
ALTER TABLE assessment MODIFY resident_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
ALTER TABLE resident_facts MODIFY resident_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
ALTER TABLE decision_changes MODIFY resident_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
