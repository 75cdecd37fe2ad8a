"""A party's listing history for people.

Reach for :func:`history_view` in a terminal and :func:`history_lines` where plain text is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from ..model import Evidence, FieldChange, LinkedListing, ListingEvent, ListingHistory
from .changes import change_parts
from .layout import STATUS_STYLE, indented, words
from .text import printable, unsettled_text, when

__all__ = ["history_lines", "history_view"]

_EVENT_STYLE = {"listed": STATUS_STYLE["listed"], "relisted": STATUS_STYLE["listed"]} | {
    "delisted": STATUS_STYLE["delisted"],
    "amended": "cyan",
}


def history_lines(history: ListingHistory) -> list[str]:
    """Return the history as plain text: one line an event, its evidence indented below it."""
    lines = list(_event_lines(history.events))
    for link in history.linked:
        lines.append(_link_line(link))
        lines += [f"  {line}" for line in _event_lines(link.events)]
    return lines or ["no listing event is known"]


def _event_lines(events: Sequence[ListingEvent]) -> Iterator[str]:
    for event in events:
        programmes = f"  {printable(', '.join(event.programmes))}" if event.programmes else ""
        yield f"{event.kind:<9} {when(event)}{programmes}"
        yield from (f"  {_change_line(change)}" for change in event.changes)
        yield from (f"  {_evidence_line(evidence)}" for evidence in event.evidence)
        yield from (f"  in doubt: {unsettled_text(doubt)}" for doubt in event.doubts)


def _change_line(change: FieldChange) -> str:
    removed, added = change_parts(change)
    gone = [f"– {printable(text)}" for text in removed]
    come = [f"+ {printable(text)}" for text in added]
    form = " (in form alone: the publisher's files tell it otherwise)" if change.of_form else ""
    return f"{change.field.replace('_', ' ')}: {' '.join(gone + come)}{form}"


def _evidence_line(evidence: Evidence) -> str:
    mark = "contradicted by the " if evidence.contradicts else ""
    # A snapshot's source is a digest, which its text makes needless for people; JSON has it.
    cited = f" ({evidence.source})" if evidence.source and evidence.kind != "snapshot" else ""
    return printable(f"{mark}{evidence.kind}: {evidence.text}{cited}")


def _link_line(link: LinkedListing) -> str:
    reasons = "; ".join(link.reasons)
    return printable(
        f"{link.relation} listing of the same party: {link.party_id}"
        f" (confidence {link.confidence:.2f}{': ' + reasons if reasons else ''})"
    )


def history_view(history: ListingHistory) -> RenderableType:
    """Return the history for a terminal: events in colour, their evidence below them."""
    blocks: list[RenderableType] = list(_event_blocks(history.events, indent=0))
    for link in history.linked:
        blocks.append(words(_link_line(link), "bold"))
        blocks += _event_blocks(link.events, indent=2)
    return Group(*blocks) if blocks else words("no listing event is known")


def _event_blocks(events: Sequence[ListingEvent], indent: int) -> Iterator[RenderableType]:
    for event in events:
        line = Text().append(f"{event.kind:<9} ", style=_EVENT_STYLE[event.kind])
        line.append(when(event), style="bold")
        if event.programmes:
            line.append("  " + printable(", ".join(event.programmes)), style="dim")
        yield indented(line, indent)
        for change in event.changes:
            yield indented(words(_change_line(change)), indent + 10)
        for evidence in event.evidence:
            style = "red" if evidence.contradicts else "dim"
            yield indented(words(_evidence_line(evidence), style), indent + 10)
        for doubt in event.doubts:
            yield indented(words(f"in doubt: {unsettled_text(doubt)}", "yellow"), indent + 10)
