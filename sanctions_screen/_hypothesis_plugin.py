"""Tell Hypothesis how to draw this library's records, so that ``st.from_type(Subject)`` makes good ones.

Hypothesis calls :func:`register` when it is imported, wherever the library is installed. The harness itself
is imported only when a record is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["register"]


def register() -> None:
    """Register the strategies of the records that the library's interface takes and gives."""
    from hypothesis import strategies as st

    from .model import Identifier, ListingHistory, PartialDate, Party, Subject
    from .store import ListStore, Snapshot

    records: dict[type[Any], str] = {
        Identifier: "identifiers",
        ListingHistory: "histories",
        ListStore: "stores",
        PartialDate: "partial_dates",
        Party: "parties",
        Snapshot: "snapshots",
        Subject: "subjects",
    }
    for record, name in records.items():
        st.register_type_strategy(record, _drawn(name))


def _drawn(name: str) -> Callable[[type[Any]], Any]:
    """Return a function that gives the strategy of that name, imported when it is first wanted."""

    def make(_: type[Any]) -> Any:
        from . import testing

        return getattr(testing, name)()

    return make
