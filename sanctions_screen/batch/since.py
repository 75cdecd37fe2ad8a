"""Answer from an earlier run what cannot have changed since, and tell what has.

Reach for :class:`SinceScreener` to screen a file of which an earlier run's results are there as JSON lines.
Guarantee: its answers are those of the screener inside; see :mod:`~sanctions_screen.screening.rescreen`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from ..errors import BatchError
from ..model import Provenance, ScreeningResult, Subject, sha256_hex
from ..screening.rescreen import AnswerChange, ScreensAnew, rescreen
from .render import csv_bytes

if TYPE_CHECKING:
    from ..store import ListStore

__all__ = ["CHANGE_COLUMNS", "SinceScreener"]

CHANGE_COLUMNS = ("reference", "name", "change", "party_id", "before", "after")


class _Place(NamedTuple):
    """Where an earlier result stands in its file."""

    start: int
    size: int


class SinceScreener:
    """Screens like the screener inside, and judges only whom a change can concern.

    Args:
        screener: What to screen with now; one that knows what was decided will do, too.
        store: The store of the earlier run too: it tells what the lists were then.
        previous: The earlier run's results as JSON lines. A digest of each subject is held in memory, not the
            results.

    Raises BatchError when the file cannot be read or holds no results of this library's.
    """

    def __init__(self, screener: ScreensAnew, store: ListStore, previous: Path) -> None:
        self.provenance: Provenance = screener.provenance
        self._screener, self._store, self._previous = screener, store, previous
        self._places = dict(_places(previous))
        self.judged = 0
        """How many subjects were judged so far."""
        self._changes: list[tuple[Subject, AnswerChange]] = []

    def screen(self, subject: Subject | str) -> ScreeningResult:
        """Return the answer for one subject."""
        return self.screen_batch((subject,))[0]

    def screen_batch(self, subjects: Sequence[Subject | str]) -> list[ScreeningResult]:
        """Return one answer a subject, in the same order."""
        asked = [Subject(name=each) if isinstance(each, str) else each for each in subjects]
        with self._previous.open("rb") as stream:
            before = [self._answer(stream, subject) for subject in asked]
        found = list(rescreen(zip(asked, before, strict=True), self._store, self._screener))
        for subject, each in zip(asked, found, strict=True):
            self.judged += each.judged
            self._changes += [(subject, change) for change in each.changes]
        return [each.result for each in found]

    def _answer(self, stream: object, subject: Subject) -> ScreeningResult | None:
        place = self._places.get(_key(subject))
        if place is None:
            return None
        stream.seek(place.start)  # type: ignore[attr-defined]
        return _result(stream.read(place.size), self._previous)  # type: ignore[attr-defined]

    def changes(self) -> bytes:
        """Return what has changed so far, as CSV with :data:`CHANGE_COLUMNS`."""
        rows = [
            (subject.reference or "", subject.name, change.kind, change.party_id, change.before or "",
             change.after or "")
            for subject, change in self._changes
        ]  # fmt: skip
        return csv_bytes([CHANGE_COLUMNS, *rows])


def _key(subject: Subject) -> bytes:
    return bytes.fromhex(sha256_hex(subject.canonical_json()))[:16]


def _places(previous: Path) -> Iterator[tuple[bytes, _Place]]:
    try:
        with previous.open("rb") as stream:
            start = 0
            for number, line in enumerate(stream, 1):
                result = _result(line, previous, number)
                if result is not None:
                    yield _key(result.subject), _Place(start, len(line))
                start += len(line)
    except OSError as error:
        raise BatchError(f"cannot read {previous}: {error.strerror}") from error


def _result(line: bytes, previous: Path, number: int = 0) -> ScreeningResult | None:
    """Return the result on a line; None for a row that had none."""
    try:
        whole = json.loads(line)
        if whole["outcome"] == "error":
            return None
        known = {key: value for key, value in whole.items() if key in ScreeningResult.model_fields}
        return ScreeningResult.model_validate_json(json.dumps(known))
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise BatchError(
            f"{previous}, line {number}: no result of batch; give the JSON lines of an earlier run"
        ) from error
