-- The key of name and birth date begins with three bytes that come from the name alone, so that one index finds doubles
-- and namesakes. Those that were kept before are made again in the background.
DELETE FROM person_key;
