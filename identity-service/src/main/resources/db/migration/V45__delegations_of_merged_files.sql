-- Delegations of a file that was closed stand under the one that goes on until the merge is taken back.
ALTER TABLE delegation
    ADD COLUMN moved_from          CHAR(36) CHARACTER SET ascii NULL COMMENT 'the closed file that gave it',
    ADD COLUMN delegate_moved_from CHAR(36) CHARACTER SET ascii NULL COMMENT 'the closed file that was asked';

ALTER TABLE delegation
    ADD KEY delegation_moved (moved_from),
    ADD KEY delegation_delegate_moved (delegate_moved_from);
