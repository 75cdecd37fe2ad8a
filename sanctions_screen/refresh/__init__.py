"""Keep a store up to date from the publishers, and never let a bad day's file replace a good one."""

from __future__ import annotations

from ..sources.publishers import fetchable_lists
from .download import FetchLimits
from .guard import DEFAULT_MAX_LOST_SHARE, GuardReport, judge
from .ledger import Ledger, LedgerEntry
from .refresher import RefreshOutcome, accept, import_guarded, refresh

__all__ = [
    "DEFAULT_MAX_LOST_SHARE",
    "FetchLimits",
    "GuardReport",
    "Ledger",
    "LedgerEntry",
    "RefreshOutcome",
    "accept",
    "fetchable_lists",
    "import_guarded",
    "judge",
    "refresh",
]
