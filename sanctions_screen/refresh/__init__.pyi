from .download import FetchLimits
from .guard import DEFAULT_MAX_LOST_SHARE, judge
from .ledger import Ledger, LedgerEntry
from .refresher import RefreshOutcome, accept, import_guarded, refresh
from .verdict import GuardReport

__all__ = [
    "DEFAULT_MAX_LOST_SHARE",
    "FetchLimits",
    "GuardReport",
    "Ledger",
    "LedgerEntry",
    "RefreshOutcome",
    "accept",
    "import_guarded",
    "judge",
    "refresh",
]
