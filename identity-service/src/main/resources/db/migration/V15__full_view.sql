-- Each time that staff saw a resident's data in clear, and what for. Written before they are shown.
CREATE TABLE full_view (
    id          CHAR(36)        CHARACTER SET ascii NOT NULL,
    resident_id CHAR(36)        CHARACTER SET ascii NOT NULL,
    viewed_by   VARCHAR(64)     CHARACTER SET ascii NOT NULL,
    purpose     VARCHAR(32)     CHARACTER SET ascii NOT NULL,
    note        VARBINARY(4096) NULL COMMENT 'sealed',
    viewed_at   DATETIME(6)     NOT NULL,
    PRIMARY KEY (id),
    KEY full_view_resident (resident_id, viewed_at),
    KEY full_view_at (viewed_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
