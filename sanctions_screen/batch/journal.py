"""What a stopped batch leaves behind, so that the next run can take over where it stopped.

Reach for this module to write or read the journal beside a batch's output. It is replaced as a whole
after each chunk, once the chunk itself is on disk, so it never claims more than there is.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from ..errors import BatchError
from ..model import Record
from .files import fresh_journal, to_disk

__all__ = ["Journal", "Position", "RunIdentity", "Totals", "differences"]

JOURNAL_VERSION = 3


class Totals(Record):
    """How many rows had which fate so far."""

    rows: int = 0
    hits: int = 0
    """Rows with at least one hit."""
    hits_delisted: int = 0
    """Of these, rows whose every hit is on a party that had been delisted by the day."""
    clear: int = 0
    unscreenable: int = 0
    errors: int = 0
    partly_screened: int = 0
    """Rows that were screened without something in them that could not be used: a date, a country, a kind."""
    parties: int = 0
    """Hits over all rows: one row can have several."""
    new: int = 0
    """Of these, where decisions were asked: hits nothing was decided about."""
    known: int = 0
    """Hits about which a decision stands that does not suppress them."""
    reopened: int = 0
    """Hits about which a decision was made that does not stand any more."""
    suppressed: int = 0
    """Hits that a standing decision cleared: not among ``parties``, and in the file of suppressed hits."""
    blank_lines: int = 0

    def plus(self, more: Totals) -> Totals:
        """Return the sum of both."""
        return Totals(**{field: getattr(self, field) + getattr(more, field) for field in Totals.model_fields})


class Position(Record):
    """How far the run has come: where to read on, and how much of each file counts."""

    offset: int
    line: int
    output_size: int
    errors_size: int
    output_sha256: str
    """Of so much of the output as counts: what was changed between two runs is never published."""
    errors_sha256: str
    totals: Totals = Totals()
    finished: bool = False


class RunIdentity(Record):
    """All that determines the output's bytes; a run resumes only under an equal one."""

    input_sha256: str
    input_size: int
    encoding: str
    delimiter: str
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    date_format: str | None
    format: str
    output_delimiter: str = ","
    output_bom: bool = False
    header: tuple[str, ...] = ()
    library_version: str
    code_digest: str = ""
    """Of the library's own files, its weights among them: they change between two versions, too."""
    settings_digest: str
    as_of: str
    lists: tuple[tuple[str, str, str], ...]
    """Id, chain and digest of the evidence of each list."""
    decisions: str = ""
    """The decisions by which hits are marked."""


_TOLD_AS = {
    "input_sha256": "the input file",
    "input_size": "the input file",
    "encoding": "the encoding",
    "delimiter": "the delimiter",
    "columns": "the choice of columns",
    "date_format": "the date format",
    "format": "the output format",
    "output_delimiter": "the output's delimiter",
    "output_bom": "the output's byte-order mark",
    "header": "the header",
    "library_version": "the library's version",
    "code_digest": "the library's code",
    "settings_digest": "the settings",
    "as_of": "the as-of day",
    "lists": "the lists",
    "decisions": "the decisions, or the day by which they are judged,",
}


def differences(before: RunIdentity, now: RunIdentity) -> list[str]:
    """Return in plain words what differs between two runs; empty when nothing does."""
    return list(dict.fromkeys(
        told for field, told in _TOLD_AS.items() if getattr(before, field) != getattr(now, field)
    ))  # fmt: skip


class Journal(Record):
    """The journal file's content."""

    version: int = JOURNAL_VERSION
    identity: RunIdentity
    position: Position

    def write(self, path: Path) -> None:
        """Replace the journal at *path* in one step, on disk before this returns."""
        fresh = fresh_journal(path)
        with fresh.open("wb") as stream:
            stream.write(self.model_dump_json().encode("utf-8"))
            to_disk(stream)
        fresh.replace(path)

    @classmethod
    def read(cls, path: Path) -> Journal | None:
        """Return the journal at *path*, None when there is none; BatchError when it cannot be used."""
        try:
            journal = cls.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        except ValidationError as error:
            raise BatchError(
                f"{path} is not a journal this version can read; start the batch afresh"
            ) from error
        if journal.version != JOURNAL_VERSION:
            raise BatchError(f"{path} was written by another version; start the batch afresh")
        return journal
