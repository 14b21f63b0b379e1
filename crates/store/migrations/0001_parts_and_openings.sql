-- Sealed parts and weekly counters of one door.
--
-- `part` has no rowid: its order in the file is that of `id`, a keyed hash whose key is gone.
-- Nothing here may ever hold a time, an address or a number that grows with arrival.

CREATE TABLE part (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    week INTEGER NOT NULL,
    blob BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE opening (
    week INTEGER NOT NULL,
    language TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (week, language)
) STRICT, WITHOUT ROWID;
