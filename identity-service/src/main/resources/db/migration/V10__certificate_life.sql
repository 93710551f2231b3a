-- Why a card ended, when it was taken over from another district, when its holder was reminded to renew it.
ALTER TABLE certificate
    ADD COLUMN end_reason    VARCHAR(24) CHARACTER SET ascii NULL COMMENT 'why it was cancelled, when no other card took its place',
    ADD COLUMN taken_over_on DATE NULL COMMENT 'set when it was issued elsewhere and moved in',
    ADD COLUMN reminded_on   DATE NULL COMMENT 'when its renewal was told to be due',
    ADD KEY certificate_expiry (status, expires_on);
