-- How often work on an import began since it last moved on; one that never moves on ends as FAILED.
ALTER TABLE import_run ADD COLUMN attempts INT NOT NULL DEFAULT 0;
