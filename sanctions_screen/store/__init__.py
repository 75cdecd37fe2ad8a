"""Versions of lists and what they tell: snapshots, listing history, differences, integrity."""

from __future__ import annotations

from .integrity import IntegrityReport
from .states import ListState, PartyState, Snapshot
from .store import ListStore

__all__ = ["IntegrityReport", "ListState", "ListStore", "PartyState", "Snapshot"]
