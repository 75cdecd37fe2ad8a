"""What versions and notices tell of a listing: days and records alone, no database and no files.

Timelines, announcements tied to parties, links between listings, differences, statistics.
"""

from __future__ import annotations

from .states import ListState, PartyState, Snapshot

__all__ = ["ListState", "PartyState", "Snapshot"]
