"""The core of a batch: rows in, the same rows with their results out, in order.

Reach for :func:`screen_rows` to screen rows from any source: the CSV batch does, and Arrow record batches
or Spark partitions can. Guarantee: each row's result is the one the screener gives for its subject alone;
a row with a fault passes through with it, and stops nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from ..errors import SanctionsScreenError
from ..model import Hit, ListingEvent, Provenance, ScreeningResult, Subject

__all__ = [
    "OUTPUT_COLUMNS",
    "InputRow",
    "OutputRow",
    "SubjectScreener",
    "event_day",
    "flat_rows",
    "result_dict",
    "screen_rows",
]


class SubjectScreener(Protocol):
    """What the batch needs of a screener; :class:`~sanctions_screen.Screener` has it."""

    @property
    def provenance(self) -> Provenance:
        """What the answers rest on."""

    def screen(self, subject: Subject | str) -> ScreeningResult:
        """Return the answer for one subject."""


@dataclass(frozen=True, slots=True)
class InputRow:
    """One row of the input: a subject, or the fault that keeps it from being one."""

    row: int
    """1 for the first row under the header; every row counts, faulty ones too."""
    line: int
    """Line of the file on which the row begins; the header is on line 1 unless blank lines precede it."""
    subject: Subject | None
    fault: str | None = None
    text: str = ""
    """The beginning of the row as it stands in the file."""


@dataclass(frozen=True, slots=True)
class OutputRow:
    """An input row with its result; without one, ``input.fault`` says why."""

    input: InputRow
    result: ScreeningResult | None


def screen_rows(screener: SubjectScreener, rows: Iterable[InputRow]) -> Iterator[OutputRow]:
    """Yield each row with its result, in order, reading the rows as it goes."""
    for row in rows:
        if row.subject is None:
            yield OutputRow(row, None)
            continue
        try:
            yield OutputRow(row, screener.screen(row.subject))
        except (SanctionsScreenError, ValueError) as error:
            fault = f"could not be screened: {error}"
            yield OutputRow(InputRow(row.row, row.line, None, fault, row.text), None)


def result_dict(result: ScreeningResult) -> dict[str, Any]:
    """Return a result as JSON types; ``hits`` is there even where it is empty."""
    return {"hits": []} | result.to_json_dict()


OUTPUT_COLUMNS = (
    "row", "line", "reference", "name", "outcome", "score", "party_id", "matched_name", "party_name",
    "party_kind", "status", "listed_on", "delisted_on", "programmes", "hits_left_out", "as_of",
    "list_version", "explanation", "mark", "verdict", "decided_by", "decided_on", "decision_reason",
    "decision_until", "reopened_because",
)  # fmt: skip
"""The columns of CSV output. A subject with several hits has one row a hit, best first."""
_DECISION_COLUMNS = 7


def flat_rows(output: OutputRow) -> list[tuple[str, ...]]:
    """Return the CSV rows of one result, cells in the order of :data:`OUTPUT_COLUMNS`.

    ``listed_on`` and ``delisted_on`` are a day, or ``FIRST/SECOND`` where only two days are known between
    which it happened (``../SECOND``: on or before). ``list_version`` is ``LIST@DAY#DIGEST`` with the
    first twelve digits of the digest: the version of the hit's list, or of every list screened. A hit that a
    decision suppressed has a row too, whose outcome is ``suppressed``; the last seven columns are empty where
    no decisions were asked.
    """
    result = output.result
    if result is None:
        return []
    subject = result.subject
    head = (str(output.input.row), str(output.input.line), subject.reference or "", subject.name)
    as_of = result.provenance.as_of.isoformat()
    versions = _versions(result.provenance)
    rows: list[tuple[str, ...]] = []
    if not result.hits:
        gap = ("",) * 10
        everything = " ".join(versions.values())
        undecided = ("",) * _DECISION_COLUMNS
        rows.append((*head, result.outcome, *gap, as_of, everything, result.reason or "", *undecided))
    left_out = str(result.hits_left_out)
    found: list[tuple[str, Hit]] = [(result.outcome, hit) for hit in result.hits]
    found += [("suppressed", hit) for hit in result.suppressed]
    rows += [
        (*head, fate, *_hit_cells(hit), left_out, as_of, *_hit_tail(hit, versions), *_decision_cells(hit))
        for fate, hit in found
    ]
    return rows


def _versions(provenance: Provenance) -> dict[str, str]:
    return {
        version.list_id: f"{version.list_id}@{version.published_on}#{version.digest[:12]}"
        for version in provenance.lists
    }


def _hit_cells(hit: Hit) -> tuple[str, ...]:
    events = hit.history.events
    listing = [event for event in events if event.kind in ("listed", "relisted")]
    going = hit.status == "delisted" or (hit.unsettled is not None and hit.unsettled.kind == "delisted")
    leaving = [event for event in events if event.kind == "delisted"] if going else []
    return (
        f"{hit.score:.4f}",
        hit.party.party_id,
        hit.matched_name.text,
        hit.party.primary_name.text,
        hit.party.kind,
        hit.status,
        event_day(listing[-1]) if listing else "",
        event_day(leaving[-1]) if leaving else "",
        "; ".join(hit.party.programmes),
    )


def _hit_tail(hit: Hit, versions: dict[str, str]) -> tuple[str, str]:
    return versions.get(hit.party.list_id, ""), hit.explanation.summary


def _decision_cells(hit: Hit) -> tuple[str, ...]:
    made = hit.decision
    if made is None:
        return ("",) * _DECISION_COLUMNS
    return (
        made.mark,
        made.verdict or "",
        made.by or "",
        made.at.date().isoformat() if made.at else "",
        made.reason or "",
        made.until.isoformat() if made.until else "",
        "; ".join(made.why),
    )


def event_day(event: ListingEvent) -> str:
    """Return the event's day, or ``AFTER/UNTIL`` for a window (``../UNTIL``: on or before)."""
    if event.on is not None:
        return event.on.isoformat()
    assert event.window is not None
    after = event.window.after.isoformat() if event.window.after else ".."
    return f"{after}/{event.window.until.isoformat()}"
