"""Words for the evidence that listings and amendments share."""

from __future__ import annotations

from ..model import Evidence, ListVersion, Notice

__all__ = ["dated", "notice_evidence"]

_ANNOUNCED = {"listed": "listed", "delisted": "delisted", "amended": "changed"}


def notice_evidence(notice: Notice, *, contradicts: bool = False) -> Evidence:
    """Return a notice as evidence for an event, or against it."""
    return Evidence(
        kind="notice",
        text=f"announced as {_ANNOUNCED[notice.kind]} on {notice.on}",
        source=notice.citation,
        contradicts=contradicts,
    )


def dated(version: ListVersion) -> str:
    """Return the day of a version in words, as well as it is known."""
    return f"{'of' if version.precision == 'stated' else 'archived by'} {version.published_on}"
