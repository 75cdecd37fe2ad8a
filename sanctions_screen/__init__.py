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
from .batch import BatchProgress, BatchSummary, OutputFormat, SubjectScreener, Totals, screen_csv
from .errors import SanctionsScreenError
from .matching import compare_names
from .model import (
    Address,
    AmendedParty,
    Country,
    DateWindow,
    EventCount,
    Evidence,
    Explanation,
    FieldChange,
    Hit,
    Identifier,
    IdentifierType,
    LedgerLine,
    LedgerRule,
    LedgerSide,
    LinkedListing,
    LinkedParty,
    ListInfo,
    ListingEvent,
    ListingEventKind,
    ListingHistory,
    ListingStatus,
    ListProvenance,
    ListStatistics,
    ListVersion,
    MatchRule,
    Name,
    NamePart,
    NamePartType,
    NameRole,
    Notice,
    NoticeKind,
    Outcome,
    PartialDate,
    Party,
    PartyId,
    PartyKind,
    PeriodStatistics,
    Provenance,
    ScreeningResult,
    ScreeningSettings,
    SnapshotDiff,
    SourceFile,
    StatisticsPeriod,
    Subject,
    UnsettledParty,
    UnsettledSpan,
    Vessel,
)
from .screening import Screener
from .sources import ParsedList, UnreadPassage
from .sources.ofac_changes import ChangeFile
from .store import IntegrityReport, ListState, ListStore, PartyState, Snapshot

__all__ = [
    "Address",
    "AmendedParty",
    "BatchProgress",
    "BatchSummary",
    "ChangeFile",
    "Country",
    "DateWindow",
    "EventCount",
    "Evidence",
    "Explanation",
    "FieldChange",
    "Hit",
    "Identifier",
    "IdentifierType",
    "IntegrityReport",
    "LedgerLine",
    "LedgerRule",
    "LedgerSide",
    "LinkedListing",
    "LinkedParty",
    "ListInfo",
    "ListProvenance",
    "ListState",
    "ListStatistics",
    "ListStore",
    "ListVersion",
    "ListingEvent",
    "ListingEventKind",
    "ListingHistory",
    "ListingStatus",
    "MatchRule",
    "Name",
    "NamePart",
    "NamePartType",
    "NameRole",
    "Notice",
    "NoticeKind",
    "Outcome",
    "OutputFormat",
    "ParsedList",
    "PartialDate",
    "Party",
    "PartyId",
    "PartyKind",
    "PartyState",
    "PeriodStatistics",
    "Provenance",
    "SanctionsScreenError",
    "Screener",
    "ScreeningResult",
    "ScreeningSettings",
    "Snapshot",
    "SnapshotDiff",
    "SourceFile",
    "StatisticsPeriod",
    "Subject",
    "SubjectScreener",
    "Totals",
    "UnreadPassage",
    "UnsettledParty",
    "UnsettledSpan",
    "Vessel",
    "__version__",
    "compare_names",
    "screen_csv",
]
