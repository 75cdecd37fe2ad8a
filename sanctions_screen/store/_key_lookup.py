"""Looking parties of several lists up by their keys, also once the store is closed.

Reach for :func:`key_lookup`. What it finds are candidates: the table holds every key a party ever had, so
that it only grows, and a look-up made later finds at least what one made now would.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ..model import Party, PartyId
from ..sources.references import references_of
from ._database import Database, Row
from ._identity_keys import NUMBER, other_list_keys

__all__ = ["KeyLookup", "SharedKeys", "key_lookup"]

_AT_ONCE = 500
"""Keys in one question; SQLite takes at most 32,766 values."""


class SharedKeys(NamedTuple):
    """Who may be the same as whom."""

    parties: dict[PartyId, set[str]]
    """By a party those that have a key of its, itself too, and those that it names by a reference."""
    numbers: dict[str, set[str]]
    """By a number's key whoever ever had it."""


class KeyLookup:
    """Finds the parties of some lists that have a key in common with others."""

    def __init__(self, list_ids: Sequence[str], file: Path | None, held: dict[str, set[str]]) -> None:
        self._list_ids, self._file, self._held = tuple(list_ids), file, held
        self._database: Database | None = None
        self._process = 0

    def __reduce__(self) -> tuple[object, ...]:
        return KeyLookup, (self._list_ids, self._file, self._held)

    def alike(self, parties: Sequence[Party]) -> SharedKeys:
        """Return who may be the same as each of some parties, asked for at once."""
        stated = references_of(parties)
        keys = other_list_keys(parties, stated)
        holders = self._holders(set().union(*keys.values()))
        found = {
            party.party_id: {each for key in keys[party.party_id] for each in holders.get(key, ())}
            | {each.party_id for each in stated[party.party_id]}
            for party in parties
        }
        numbers = {key: ids for key, ids in holders.items() if key.startswith(NUMBER)}
        return SharedKeys(found, numbers)

    def parties(self, keys: Iterable[str]) -> set[str]:
        """Return the ids of the parties that ever had any of the keys."""
        return set().union(*self._holders(keys).values())

    def _holders(self, keys: Iterable[str]) -> dict[str, set[str]]:
        """Return the parties that ever had each of the keys."""
        wanted = sorted(set(keys))
        if self._file is None:
            return {key: self._held[key] for key in wanted if key in self._held}
        found: dict[str, set[str]] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            for key, party_id in self._asked(self._opened(self._file), wanted[start : start + _AT_ONCE]):
                found.setdefault(key, set()).add(party_id)
        return found

    def _asked(self, database: Database, keys: Sequence[str]) -> list[Row]:
        return database.rows(
            "SELECT n.key, n.party_id FROM lists l JOIN name_keys n USING (list_no) "  # noqa: S608 - marks
            f"WHERE l.list_id IN ({_marks(self._list_ids)}) AND n.key IN ({_marks(keys)})",
            (*self._list_ids, *keys),
        )

    def _opened(self, file: Path) -> Database:
        """Return a connection of this process's own: one taken along by a fork must not be used."""
        if self._database is None or self._process != os.getpid():
            self._database, self._process = Database.open(file, read_only=True), os.getpid()
            weakref.finalize(self, self._database.close)
        return self._database


def key_lookup(database: Database, list_ids: Sequence[str]) -> KeyLookup:
    """Return a look-up among lists of a store: of a file by its name, of one in memory by a copy."""
    if database.file is not None:
        return KeyLookup(list_ids, database.file.resolve(), {})
    held: dict[str, set[str]] = {}
    if len(list_ids) > 1:  # nothing is looked for on other lists where there is one
        rows = database.rows(
            "SELECT n.key, n.party_id FROM lists l JOIN name_keys n USING (list_no) "  # noqa: S608 - marks
            f"WHERE l.list_id IN ({_marks(list_ids)})",
            tuple(list_ids),
        )
        for key, party_id in rows:
            held.setdefault(key, set()).add(party_id)
    return KeyLookup(list_ids, None, held)


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
