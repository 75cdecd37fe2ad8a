"""Versions of lists in one SQLite file: importing them, reading them, checking them."""

from __future__ import annotations

from ..history.states import ListState, PartyState, Snapshot
from ._firm_countries import is_long, without_country
from ._identity_keys import number_key
from ._integrity import IntegrityReport
from ._key_lookup import KeyLookup, SharedKeys
from ._store import ListStore

__all__ = [
    "IntegrityReport",
    "KeyLookup",
    "ListState",
    "ListStore",
    "PartyState",
    "SharedKeys",
    "Snapshot",
    "is_long",
    "number_key",
    "without_country",
]
