"""Versions of lists in one SQLite file: importing them, reading them, checking them."""

from __future__ import annotations

from ..history.states import ListState, PartyState, Snapshot
from ._integrity import IntegrityReport
from ._store import ListStore

__all__ = ["IntegrityReport", "ListState", "ListStore", "PartyState", "Snapshot"]
