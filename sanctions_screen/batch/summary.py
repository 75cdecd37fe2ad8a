"""What became of a batch: the totals, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Provenance, Record
from .journal import Totals
from .render import OutputFormat

__all__ = ["BatchProgress", "BatchSummary"]


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch has come, for a progress bar."""

    bytes_done: int
    bytes_total: int
    totals: Totals


class BatchSummary(Record):
    """What became of every row: ``rows == hits + clear + unscreenable + errors``."""

    input: str
    output: str
    errors_file: str
    summary_file: str
    input_sha256: str
    rows: int
    """Rows under the header, blank ones left out."""
    hits: int
    """Rows whose subject has at least one hit."""
    hits_delisted: int = 0
    """Of these, rows whose every hit is on a party that had been delisted by the day."""
    clear: int
    unscreenable: int
    errors: int
    """Rows that could not be read; they were not screened, and are in the errors file too."""
    partly_screened: int = 0
    """Rows that were screened without something in them that could not be used: the output says what."""
    parties: int
    """Hits over all rows; one row can have several."""
    new: int = 0
    """Of these, where decisions were asked: hits nothing was decided about."""
    known: int = 0
    """Hits about which a decision stands that does not suppress them."""
    reopened: int = 0
    """Hits about which a decision was made that does not stand any more."""
    suppressed: int = 0
    """Hits that a standing decision cleared; each is in ``suppressed_file``, and none among ``parties``."""
    suppressed_file: str | None = None
    """None where no decisions were asked."""
    blank_lines: int
    columns: dict[str, tuple[str, ...]]
    """Which columns were read as what."""
    passed_through: tuple[str, ...] = ()
    """The titles of the others, from which nothing was read: they stand in the results as they came."""
    date_format: str | None = None
    """The format of birth dates that are not ISO 8601: as told, or as the one that fits the whole column."""
    delimiter: str
    encoding: str
    format: OutputFormat = "csv"
    output_delimiter: str = ","
    output_bom: bool = False
    notes: tuple[str, ...] = ()
    """What was decided for the whole file, and left out of it, in plain words."""
    identities: bool = True
    """Whether the results tell which hits are held to be one bearer."""
    sheets_left: tuple[str, ...] = ()
    """Sheets of a workbook that have names too, under other titles, and were not screened."""
    provenance: Provenance

    @property
    def not_screened(self) -> int:
        """Rows that have no answer: unscreenable or unreadable. They are not clear."""
        return self.unscreenable + self.errors
