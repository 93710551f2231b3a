-- So that of two operators who change one account at the same time the second is told of the first.
ALTER TABLE account
    ADD COLUMN version INT NOT NULL DEFAULT 0 COMMENT 'how often it was written since it was made';
