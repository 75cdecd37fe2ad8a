"""Sanctions screening you can defend: transliterated names against versioned lists, with their history.

::

    from sanctions_screen import ListStore, Screener

    screener = Screener(ListStore.embedded())
    result = screener.screen("Thein Htay")

Start with :class:`Screener` (a name), :func:`screen_csv` (a file), :class:`ListStore` (the lists) or
:func:`compare_names` (two names). ``sanctions_screen.testing`` holds the harness that tests a screening
set-up; ``sanctions_screen.errors`` draws the tree of errors.
"""

from __future__ import annotations

from ._version import __version__
from .batch import BatchSummary, screen_csv
from .errors import SanctionsScreenError
from .matching import compare_names
from .model import (
    Hit,
    Identifier,
    ListInfo,
    ListingEvent,
    ListingHistory,
    ListStatistics,
    ListVersion,
    Name,
    PartialDate,
    Party,
    Provenance,
    ScreeningResult,
    ScreeningSettings,
    SnapshotDiff,
    Subject,
)
from .screening import Screener
from .store import ListStore, Snapshot

__all__ = [
    "BatchSummary",
    "Hit",
    "Identifier",
    "ListInfo",
    "ListStatistics",
    "ListStore",
    "ListVersion",
    "ListingEvent",
    "ListingHistory",
    "Name",
    "PartialDate",
    "Party",
    "Provenance",
    "SanctionsScreenError",
    "Screener",
    "ScreeningResult",
    "ScreeningSettings",
    "Snapshot",
    "SnapshotDiff",
    "Subject",
    "__version__",
    "compare_names",
    "screen_csv",
]
