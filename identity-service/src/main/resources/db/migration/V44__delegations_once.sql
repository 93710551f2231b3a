-- Which request made which delegation, so that the same request sent twice makes one. The code of an invitation is not kept:
-- it is worked out from the request again.
CREATE TABLE delegation_request (
    request_mac   BINARY(32)  NOT NULL,
    body_mac      BINARY(32)  NOT NULL,
    delegation_id CHAR(36)    CHARACTER SET ascii NOT NULL,
    code_until    DATETIME(6) NULL,
    asked_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (request_mac),
    KEY delegation_request_asked (asked_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
