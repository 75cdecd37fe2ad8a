"""A chunk of rows answered: cells in, bytes out. It runs wherever there is a screener: here or in a worker.

Reach for :func:`answer_chunk`. Guarantee: what it gives depends on the chunk, the plan, the layout and the
screener alone, so chunks may be answered anywhere, in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..screening.columns import ColumnPlan
from ..screening.rows import InputRow, OutputRow, SubjectScreener, input_row, row_outcome, screen_rows
from .journal import Totals
from .records import CsvRecord
from .render import Layout, error_bytes

__all__ = ["Chunk", "ChunkAnswer", "answer_chunk", "totals_of"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some records of a file in their order."""

    first_row: int
    records: Sequence[CsvRecord]
    blank_lines: int
    """How many lines of the file had been blank when the last of them was read."""


@dataclass(frozen=True, slots=True)
class ChunkAnswer:
    """What a chunk adds to the files and the totals, and where to read on."""

    output: bytes
    errors: bytes
    totals: Totals
    end: int
    next_line: int
    blank_lines: int


def answer_chunk(plan: ColumnPlan, layout: Layout, screener: SubjectScreener, chunk: Chunk) -> ChunkAnswer:
    """Return what became of the rows of a chunk."""
    rows = (_input_row(plan, row, record) for row, record in enumerate(chunk.records, chunk.first_row))
    outputs = list(screen_rows(screener, rows))
    return ChunkAnswer(
        b"".join(map(layout.result, outputs)),
        b"".join(map(error_bytes, outputs)),
        totals_of(outputs),
        chunk.records[-1].end,
        chunk.records[-1].next_line,
        chunk.blank_lines,
    )


def _input_row(plan: ColumnPlan, row: int, record: CsvRecord) -> InputRow:
    if record.fault is not None:
        subject = plan.by_name_alone(record.pieces)
        return InputRow(row, record.line, subject, record.fault, record.text)
    return input_row(plan, row, record.line, record.cells, record.text)


def totals_of(outputs: Sequence[OutputRow]) -> Totals:
    """Return how many rows had which fate."""
    fates = [row_outcome(output) for output in outputs]
    results = [output.result for output in outputs if output.result]
    marks = [hit.decision.mark for result in results for hit in result.hits if hit.decision]
    return Totals(
        rows=len(outputs),
        hits=fates.count("hit") + fates.count("hit-delisted"),
        hits_delisted=fates.count("hit-delisted"),
        clear=fates.count("clear"),
        unscreenable=fates.count("unscreenable"),
        errors=fates.count("error"),
        partly_screened=sum(bool(output.input.not_used and output.result) for output in outputs),
        parties=sum(len(result.hits) + result.hits_left_out for result in results),
        suppressed=sum(len(result.suppressed) for result in results),
        new=marks.count("new"),
        known=marks.count("known"),
        reopened=marks.count("reopened"),
    )
