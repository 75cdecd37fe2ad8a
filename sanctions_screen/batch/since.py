"""Answer from an earlier run what cannot have changed since, and tell what has.

Reach for :class:`SinceScreener` to screen a file of which an earlier run's results are there as JSON lines.
Guarantee: its answers are those of the screener inside; see :mod:`~sanctions_screen.screening.rescreen`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ..errors import BatchError
from ..model import Provenance, ScreeningResult, Subject, sha256_hex
from ..screening.rescreen import AnswerChange, Rescreening, ScreensAnew
from .render import csv_bytes

if TYPE_CHECKING:
    from ..store import ListStore

__all__ = ["CHANGE_COLUMNS", "SinceScreener"]

CHANGE_COLUMNS = ("reference", "name", "change", "party_id", "before", "after")


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
        self._again = Rescreening(store, screener)
        self._earlier = _Earlier(previous)
        self.judged = 0
        """How many subjects were judged so far."""
        self._changes: list[tuple[Subject, AnswerChange]] = []

    def screen(self, subject: Subject | str) -> ScreeningResult:
        """Return the answer for one subject."""
        return self.screen_batch((subject,))[0]

    def screen_batch(self, subjects: Sequence[Subject | str]) -> list[ScreeningResult]:
        """Return one answer a subject, in the same order."""
        asked = [Subject(name=each) if isinstance(each, str) else each for each in subjects]
        found = self._again.of(list(zip(asked, self._earlier.answers(asked), strict=True)))
        for subject, each in zip(asked, found, strict=True):
            self.judged += each.judged
            self._changes += [(subject, change) for change in each.changes]
        return [each.result for each in found]

    def changes(self) -> bytes:
        """Return what has changed so far, as CSV with :data:`CHANGE_COLUMNS`."""
        rows = [
            (subject.reference or "", subject.name, change.kind, change.party_id, change.before or "",
             change.after or "")
            for subject, change in self._changes
        ]  # fmt: skip
        return csv_bytes([CHANGE_COLUMNS, *rows])


class _Earlier:
    """The results of an earlier run, in its file; a digest of each subject tells where its own stands."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._basis: tuple[Any, Provenance | None] = None, None
        self._starts: dict[bytes, int] = {}
        start = 0
        try:
            with file.open("rb") as stream:
                for number, line in enumerate(stream, 1):
                    result = self._result(line, f"line {number}")
                    if result is not None:
                        self._starts[_key(result.subject)] = start
                    start += len(line)
        except OSError as error:
            raise BatchError(f"cannot read {file}: {error.strerror}") from error

    def answers(self, subjects: Sequence[Subject]) -> list[ScreeningResult | None]:
        """Return what each subject's answer was; None for one that had none."""
        found: list[ScreeningResult | None] = []
        with self._file.open("rb") as stream:
            for subject in subjects:
                start = self._starts.get(_key(subject))
                if start is None:
                    found.append(None)
                    continue
                stream.seek(start)
                found.append(self._result(stream.readline(), f"the line at byte {start}"))
        return found

    def _result(self, line: bytes, where: str) -> ScreeningResult | None:
        """Return the result on a line; None for a row that had none."""
        try:
            whole = json.loads(line)
            if whole["outcome"] == "error":
                return None
            known = {key: value for key, value in whole.items() if key in ScreeningResult.model_fields}
            # All rest on the same, which is more than all the rest of them: it is read once.
            basis = known.pop("provenance")
            if basis != self._basis[0]:
                self._basis = basis, Provenance.model_validate_json(json.dumps(basis))
            return ScreeningResult.model_validate(known | {"provenance": self._basis[1]})
        except (ValueError, KeyError, TypeError, AttributeError, ValidationError) as error:
            raise BatchError(
                f"{self._file}, {where}: no result of batch; give the JSON lines of an earlier run"
            ) from error


def _key(subject: Subject) -> bytes:
    return bytes.fromhex(sha256_hex(subject.canonical_json()))[:16]
