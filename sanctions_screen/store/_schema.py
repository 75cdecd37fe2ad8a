"""The tables of a list store, and the marks by which a file is known as one.

Reach for this module to learn what the SQLite file holds. ``application_id`` says that the file is a list
store, ``user_version`` which schema it has; a file of a newer schema is refused by name, never guessed at.

A version's place among the others of its list is its *position*: the day it was published, then the order of
import, in one integer. So a late import of an old day has its place without any other row moving.

Nothing is ever replaced. A *revision* of the store is raised by everything that changes it; what was known by
then is the versions up to its list's ``head_sequence``, less those withdrawn by then, and the notices and
change files with ``known_from`` up to it and ``known_until`` after it.
"""

from __future__ import annotations

from datetime import date

__all__ = ["APPLICATION_ID", "OPEN_END", "SCHEMA", "SCHEMA_VERSION", "day_of", "position_of"]

APPLICATION_ID = 0x53414E43  # "SANC"
SCHEMA_VERSION = 8

OPEN_END = 2**62
"""The ``last`` of a range that reaches to the newest version: importing the next one need not touch it."""

_DAY = 1_000_000  # room for as many versions of one list

SCHEMA = """
CREATE TABLE lists (
    list_no INTEGER PRIMARY KEY,
    list_id TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE revisions (        -- what was known of a list from a moment on; never changed afterwards
    revision INTEGER PRIMARY KEY, -- one count for the whole store
    list_no INTEGER NOT NULL REFERENCES lists,
    at TEXT NOT NULL,           -- UTC
    kind TEXT NOT NULL,         -- what raised it: see RevisionKind
    withdrawn INTEGER,          -- the sequence of the version that was taken out with it
    reason TEXT NOT NULL,       -- as given by whoever took it out
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    selection INTEGER NOT NULL,
    head_chain TEXT,            -- the chain of the version imported last: a missing tail shows
    head_sequence INTEGER NOT NULL, -- its sequence; 0 before the first
    notice_count INTEGER NOT NULL,
    notices_digest TEXT,
    periods TEXT NOT NULL,      -- JSON: spans of days whose every change is among the notices, as stated
    file_periods TEXT NOT NULL, -- JSON: such spans that change files cover; derived, see _retying.py
    changes_digest TEXT,        -- of the change files
    previous TEXT,              -- the seal of the list's revision before it
    seal TEXT NOT NULL          -- SHA-256 of the columns above and the list's id
) STRICT;
CREATE INDEX revisions_by_list ON revisions (list_no, revision);
CREATE TABLE versions (
    list_no INTEGER NOT NULL REFERENCES lists,
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    published_on TEXT NOT NULL,
    precision TEXT NOT NULL,    -- of the day: see DayPrecision
    digest TEXT NOT NULL,
    party_count INTEGER NOT NULL,
    files TEXT NOT NULL,
    format TEXT NOT NULL,
    parser_version TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    previous_chain TEXT,
    chain TEXT NOT NULL,
    seal TEXT NOT NULL,         -- SHA-256 of the columns above: it guards imported_at, which is not chained
    PRIMARY KEY (list_no, sequence),
    UNIQUE (list_no, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE filled (           -- how many parties of a version fill a column; derived, see _filled.py
    list_no INTEGER NOT NULL REFERENCES lists,
    sequence INTEGER NOT NULL,
    field TEXT NOT NULL,
    parties INTEGER NOT NULL,
    PRIMARY KEY (list_no, sequence, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE contents (
    content_no INTEGER PRIMARY KEY,
    list_no INTEGER NOT NULL REFERENCES lists,
    party_id TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    body BLOB NOT NULL,         -- the party's canonical JSON, deflated; see _content.py
    listed_on TEXT,             -- what the record itself states, so that a state needs no decoding
    delisted_on TEXT,
    amended_on TEXT             -- its days of amendment, a space between two
) STRICT;
CREATE INDEX contents_by_party ON contents (party_id);
CREATE INDEX contents_by_list ON contents (list_no);
CREATE TABLE held (             -- every version of the list from position `first` to `last` holds the content
    content_no INTEGER NOT NULL REFERENCES contents,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (content_no, first)
) STRICT, WITHOUT ROWID;
CREATE TABLE notices (
    notice_no INTEGER PRIMARY KEY,
    list_no INTEGER NOT NULL REFERENCES lists,
    party_id TEXT,
    previous_party_id TEXT,
    kind TEXT NOT NULL,
    on_day TEXT NOT NULL,
    party_digest BLOB,          -- of the party's record as the notice writes it, where it does
    digest BLOB NOT NULL,
    body BLOB NOT NULL,
    known_from INTEGER NOT NULL, -- the revision that brought it
    known_until INTEGER,        -- the revision with which another took its place; NULL while it stands
    UNIQUE (list_no, digest, known_from)
) STRICT;
CREATE INDEX notices_by_party ON notices (party_id);
CREATE INDEX notices_by_previous ON notices (previous_party_id);
CREATE TABLE change_files (     -- as published: which party an announcement in one is about depends on all
    list_no INTEGER NOT NULL REFERENCES lists, -- versions, so it is told anew when one comes; see _retying.py
    name TEXT NOT NULL,
    until TEXT,                 -- the last day it is said to tell every change of
    sha256 TEXT NOT NULL,
    body BLOB NOT NULL,         -- deflated
    known_from INTEGER NOT NULL, -- as for notices
    known_until INTEGER,
    PRIMARY KEY (list_no, name, known_from)
) STRICT;
CREATE TABLE name_keys (        -- which parties of a list have ever had a name; derived, see _name_keys.py
    list_no INTEGER NOT NULL REFERENCES lists,
    key TEXT NOT NULL,
    party_id TEXT NOT NULL,
    PRIMARY KEY (list_no, key, party_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_keys_by_party ON name_keys (party_id);
"""


def position_of(published_on: date, sequence: int) -> int:
    """Return the place of a version among those of its list."""
    return published_on.toordinal() * _DAY + sequence


def day_of(position: int) -> date:
    """Return the day a position stands for."""
    return date.fromordinal(position // _DAY)
