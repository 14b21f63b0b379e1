-- Rows are numbered once and for all: the number is the label of a hash in the index, and the number of a
-- row that went is never given out again.
CREATE TABLE row (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    hash BLOB NOT NULL,
    key INTEGER NOT NULL,
    entry_key INTEGER,
    member TEXT,
    entry TEXT,
    class TEXT,
    tags TEXT,
    changed INTEGER
) STRICT;

-- What finds rows by hash and by entry. A row is here from the moment it counts: all rows of an import come
-- in one transaction, in order of the keys.
CREATE TABLE place (key INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID, STRICT;
CREATE TABLE entry_place (key INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID, STRICT;

-- What an import takes away, of the rows whose number is smaller than `below`. Empty once it is finished.
CREATE TABLE tombstone (
    import INTEGER NOT NULL,
    below INTEGER NOT NULL,
    kind TEXT,
    hash BLOB,
    key INTEGER,
    entry_key INTEGER,
    member TEXT,
    entry TEXT
) STRICT;

-- An import whose `finished` is empty counts for nothing yet.
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    head BLOB NOT NULL,
    options TEXT NOT NULL,
    first INTEGER NOT NULL,
    begun INTEGER NOT NULL,
    finished INTEGER,
    taken_back INTEGER,
    items INTEGER NOT NULL DEFAULT 0,
    staged INTEGER NOT NULL DEFAULT 0,
    malformed INTEGER NOT NULL DEFAULT 0,
    whole INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    known INTEGER NOT NULL DEFAULT 0,
    withdrew INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Hashes that the index may still hold although their row is gone.
CREATE TABLE ghost (row INTEGER PRIMARY KEY, hash BLOB NOT NULL) STRICT;

CREATE TABLE tally (kind TEXT PRIMARY KEY, rows INTEGER NOT NULL) STRICT;

CREATE TABLE feedback (
    row INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL,
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- Listed hashes that are set aside, by key of the hash.
CREATE TABLE quarantine (
    key INTEGER PRIMARY KEY,
    row INTEGER NOT NULL,
    since INTEGER NOT NULL,
    matches INTEGER NOT NULL
) STRICT;
