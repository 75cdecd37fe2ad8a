"""Screen a file of customers.

Reach for :func:`screen_csv` to screen a file of any size. Guarantees: memory does not grow with the file;
output rows come in input order; every row is in the output; the totals add up; a run that is stopped, however
rudely, and started again ends with the same bytes as one that was not, and so does one with any number of
workers; nothing stands under the output's name until it is complete.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import BinaryIO, Final

from ..errors import BatchError
from ..model import Provenance
from ..model.arguments import FUNCTION, PATH, TEXT, WORDS, checked
from ..screening.rows import SCREENER, SubjectScreener
from ..screening.workers import mapped, worker_count
from .chunks import Chunk, ChunkAnswer, answer_chunk
from .files import BatchFiles, companion
from .formats import format_of
from .header import Header
from .journal import Journal, Position, RunIdentity, Totals, differences
from .render import ERROR_COLUMNS, Layout, OutputFormat, csv_bytes, json_line
from .source import Source, header_of, one_character, opened, read_from, told_date_format, with_date_format
from .summary import BatchProgress, BatchSummary
from .suppressed import write_suppressed
from .target import check_working_file, written_file
from .workbooks import write_parquet, write_workbook

__all__ = ["check_files", "screen_csv"]

logger = logging.getLogger(__name__)

CHUNK_ROWS = 2000
"""Most rows between two checkpoints."""
_FIRST_ROWS = 20
_WORKER_ROWS = 500
"""Rows that a worker is given at a time: so many that asking costs little, so few that all have some."""
_SHORT, _LONG = 0.25, 1.0
"""Seconds a chunk should last: so long that going to disk costs little, so short that a stop costs little."""


@checked(
    input=PATH, output=PATH, errors=PATH, screener=SCREENER, columns=WORDS, progress=FUNCTION, encoding=TEXT,
    delimiter=TEXT, date_format=TEXT, output_delimiter=TEXT,
)  # fmt: skip
def screen_csv(
    input: str | os.PathLike[str],  # noqa: A002 -- the word of the command and of the documentation
    output: str | os.PathLike[str],
    *,
    screener: SubjectScreener,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    errors: str | os.PathLike[str] | None = None,
    format: OutputFormat | None = None,  # noqa: A002
    encoding: str | None = None,
    delimiter: str | None = None,
    date_format: str | None = None,
    output_delimiter: str | None = None,
    output_bom: bool | None = None,
    workers: int | None = 1,
    resume: bool = True,
    progress: Callable[[BatchProgress], None] | None = None,
) -> BatchSummary:
    """Screen each row of a file; write one row a hit, or one for a row without (JSON: one a row).

    Args:
        input: The customers: CSV with a header, a workbook (XLSX, ODS, XLS; extra ``spreadsheets``) or
            Parquet (extra ``parquet``), told by its content; a pipe, or ``-`` for standard input. The comma,
            semicolon, tab or bar is told from the header, which may have lines of a title above it.
        output: Where results go. A summary and the errors file are written beside it: see
            :func:`~.files.companion` for their names. A link is followed: the file it leads to is written,
            and the others beside that file, so a stopped run goes on under either name and two never mix.
            Devices and pipes are refused.
        screener: What to screen with.
        columns: Field (see :data:`~sanctions_screen.screening.columns.FIELDS`) to column title, or titles to
            join; it replaces what the header would tell. An empty title leaves the field out.
        errors: The errors file; None means ``hits.errors.csv`` for ``hits.csv``.
        format: ``csv``, ``jsonl``, ``xlsx`` or ``parquet``; None tells from the ending of the name given as
            output (.jsonl, .ndjson, .json, .xlsx, .parquet).
        encoding: The input's; None means its byte-order mark, or else UTF-8.
        delimiter: One character; None tells it from the header.
        date_format: How birth dates are written that are not ISO 8601: ``%d/%m/%Y`` or ``dd/mm/yyyy``. None
            takes the one format that fits every date of the column, where there is one.
        output_delimiter: Of CSV output; None means the input's.
        output_bom: Whether CSV output begins with a byte-order mark; None: where the input does, or a
            spreadsheet seems to have written it (a workbook, or an encoding of before Unicode).
        workers: Processes that screen; None means one for each processor. No byte depends on it.
        resume: Go on where a stopped run with this output left off. False starts afresh.
        progress: Called after each chunk.

    Raises BatchError when the file cannot be read, has no usable header, or changes meanwhile; when the
    output cannot be written; or when a stopped run cannot be resumed because something has changed.
    """
    source, named = Path(input), Path(output)
    files = _files(source, named, errors)
    wanted = format_of(named, format)
    told_date_format(date_format)
    processes = worker_count(workers)
    with opened(source, encoding) as read:
        header, notes = _decided(read, header_of(read, columns, delimiter, date_format))
        layout = Layout(
            wanted,
            header.plan.header,
            one_character(output_delimiter) or (header.delimiter if read.is_csv else ","),
            read.marked if output_bom is None else output_bom,
        )
        run = _Run(source, read, header, notes, screener, layout, files, processes)
        with files:
            position = run.all(resume=resume, progress=progress)
            read.check()
            summary = run.summary(position.totals)
            logger.info(
                "%s: %d rows, %d with a hit, %d not screened",
                source, summary.rows, summary.hits, summary.not_screened,
            )  # fmt: skip
            whole = json_line(summary.to_json_dict())
            suppressed = Path(summary.suppressed_file) if summary.suppressed_file else None
            if suppressed is not None and wanted in _MADE:
                write_suppressed(files.rows, wanted, suppressed)
            files.publish(whole, position.output_size, position.errors_size, _MADE.get(wanted))
            if suppressed is not None and wanted not in _MADE:
                write_suppressed(files.output, wanted, suppressed)
    return summary


def check_files(
    input: str | os.PathLike[str],  # noqa: A002
    output: str | os.PathLike[str] | None,
    *,
    errors: str | os.PathLike[str] | None = None,
    format: OutputFormat | None = None,  # noqa: A002
    columns: Mapping[str, str | Sequence[str]] | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    date_format: str | None = None,
) -> None:
    """Raise what :func:`screen_csv` would raise of where files are, and of the input's encoding and header.

    Reach for it before lists are read, which takes longer. Arguments as there; an *output* of None is not
    looked at. Nothing is read of a pipe, which can be read but once.
    """
    source = Path(input)
    if output is not None:
        _files(source, Path(output), errors)
        format_of(Path(output), format)
    told_date_format(date_format)
    if source.is_file():
        with opened(source, encoding) as read:
            header_of(read, columns, delimiter, date_format)


def _files(source: Path, named: Path, errors: str | os.PathLike[str] | None) -> BatchFiles:
    """Return the files that a batch writes, once each may be written where it is to go."""
    for each in (named, *([] if errors is None else [Path(errors)])):
        if not each.name:
            raise BatchError(f"cannot write {each}: it is a folder")
    target = written_file(named)
    errors_file = Path(errors) if errors is not None else companion(target, "errors.csv")
    files = BatchFiles(target, written_file(errors_file), written_file(companion(target, "summary.json")))
    _check_paths(source, files)
    return files


_MADE: Final[dict[OutputFormat, Callable[[BinaryIO, BinaryIO], None]]] = {
    "xlsx": write_workbook, "parquet": write_parquet
}  # fmt: skip
"""What is written from rows once they are all there."""


def _decided(read: Source, header: Header) -> tuple[Header, tuple[str, ...]]:
    """Return the header with what only the whole file tells, and what was decided."""
    notes = list(read.notes)
    if header.above:
        notes.append(f"the header is line {header.line}; what stands above it was passed over")
    decided = with_date_format(read, header)
    if decided is not header:
        found = decided.plan.date_format
        notes.append(f"birth dates are read as {found}, the one format that fits every date")
    return decided, tuple(notes)


class _Run:
    """One batch on its way: what it reads, with what it screens, where it writes."""

    def __init__(
        self,
        path: Path,
        source: Source,
        header: Header,
        notes: tuple[str, ...],
        screener: SubjectScreener,
        layout: Layout,
        files: BatchFiles,
        workers: int,
    ) -> None:
        self._path, self._source, self._header, self._notes = path, source, header, notes
        self._screener, self._layout, self._files, self._workers = screener, layout, files, workers
        self._identity = self._identify(screener.provenance)
        decided = screener.provenance.decisions is not None
        self._suppressed_file = companion(files.output, "suppressed.csv") if decided else None

    def _identify(self, provenance: Provenance) -> RunIdentity:
        plan = self._header.plan
        return RunIdentity(
            input_sha256=self._source.sha256,
            input_size=self._source.size,
            encoding=self._source.encoding,
            delimiter=self._header.delimiter,
            columns=tuple(sorted(plan.used.items())),
            header=plan.header,
            date_format=plan.date_format,
            format=self._layout.format,
            output_delimiter=self._layout.delimiter,
            output_bom=self._layout.mark,
            library_version=provenance.library_version,
            code_digest=provenance.code_digest,
            settings_digest=provenance.settings_digest,
            as_of=provenance.as_of.isoformat(),
            lists=tuple((each.list_id, each.chain, each.evidence_digest) for each in provenance.lists),
            decisions=provenance.decisions.canonical_json() if provenance.decisions else "",
        )

    def all(self, *, resume: bool, progress: Callable[[BatchProgress], None] | None) -> Position:
        """Screen what is left to screen; return the final position."""
        position = self._resumed() if resume else None
        if position is None:
            position = self._started()
        if position.finished:
            return position
        chunks = _Chunks(self._source, self._header, position, steady=self._workers > 1)
        answer = partial(answer_chunk, self._header.plan, self._layout)
        began = monotonic()
        for done in mapped(answer, self._screener, chunks, self._workers):
            position = self._done(done, position)
            chunks.pace(monotonic() - began)
            began = monotonic()
            if progress is not None:
                progress(BatchProgress(position.offset, self._source.size, position.totals))
        totals = position.totals.model_copy(update={"blank_lines": chunks.blank_lines})
        return self._checkpoint(position.model_copy(update={"totals": totals, "finished": True}))

    def _started(self) -> Position:
        self._files.journal.unlink(missing_ok=True)
        self._files.cut(0, 0)
        self._files.append(self._layout.beginning(), csv_bytes([ERROR_COLUMNS]))
        header = self._header
        return self._checkpoint(Position(offset=header.end, line=header.next_line, **self._files.written()))

    def _resumed(self) -> Position | None:
        """Return where a stopped run of this very batch left off; None when there is none."""
        journal = Journal.read(self._files.journal)
        if journal is None:
            return None
        changed = differences(journal.identity, self._identity)
        afresh = "start the batch afresh (resume=False, --restart) to screen everything again"
        if changed:
            reason = " and ".join(changed)
            raise BatchError(f"a stopped batch cannot go on: {reason} changed since it began; {afresh}")
        position = journal.position
        if not self._files.whole(
            (position.output_size, position.errors_size),
            (position.output_sha256, position.errors_sha256),
            finished=position.finished and self._layout.format not in _MADE,
        ):
            raise BatchError(f"a stopped batch cannot go on: its partial files have changed; {afresh}")
        if not position.finished:
            self._files.cut(position.output_size, position.errors_size)
        return position

    def _done(self, done: ChunkAnswer, before: Position) -> Position:
        self._files.append(done.output, done.errors)
        totals = before.totals.plus(done.totals).model_copy(update={"blank_lines": done.blank_lines})
        logger.debug("%s: %d rows", self._path, totals.rows)
        return self._checkpoint(
            Position(offset=done.end, line=done.next_line, **self._files.written(), totals=totals)
        )

    def _checkpoint(self, position: Position) -> Position:
        Journal(identity=self._identity, position=position).write(self._files.journal)
        return position

    def summary(self, totals: Totals) -> BatchSummary:
        """Return the summary of the finished run."""
        return BatchSummary(
            input=str(self._path),
            output=str(self._files.output),
            errors_file=str(self._files.errors),
            summary_file=str(self._files.summary),
            input_sha256=self._source.sha256,
            columns=self._header.plan.used,
            passed_through=self._header.plan.passed_through,
            date_format=self._header.plan.date_format,
            format=self._layout.format,
            output_delimiter=self._layout.delimiter,
            output_bom=self._layout.mark,
            delimiter=self._header.delimiter,
            encoding=self._source.encoding,
            notes=self._notes,
            identities=getattr(self._screener, "tells_identities", True),
            sheets_left=self._source.sheets_left,
            provenance=self._screener.provenance,
            suppressed_file=str(self._suppressed_file) if self._suppressed_file else None,
            **totals.model_dump(),
        )


class _Chunks:
    """The chunks of a file from a position on. The clock paces them, and has no say in any byte."""

    def __init__(self, source: Source, header: Header, position: Position, *, steady: bool) -> None:
        self._reader = read_from(source, header, position.offset, position.line)
        self._blank_before, self._row = position.totals.blank_lines, position.totals.rows + 1
        self._steady = steady
        self._size = min(_WORKER_ROWS if steady else _FIRST_ROWS, CHUNK_ROWS)

    @property
    def blank_lines(self) -> int:
        """How many blank lines the file has had so far."""
        return self._blank_before + self._reader.blank_lines

    def __iter__(self) -> Iterator[Chunk]:
        records = iter(self._reader)
        while chunk := list(islice(records, self._size)):
            yield Chunk(self._row, chunk, self.blank_lines)
            self._row += len(chunk)

    def pace(self, seconds: float) -> None:
        """Let the next chunks be larger, or smaller, after one that took so long."""
        if self._steady:
            return
        if seconds < _SHORT:
            self._size = min(self._size * 2, CHUNK_ROWS)
        elif seconds > _LONG:
            self._size = max(self._size // 2, 1)


def _check_paths(source: Path, files: BatchFiles) -> None:
    """Refuse to write over the input, or two files over each other, or over what is no regular file."""
    written = [files.output, files.errors, files.summary]
    resolved = [os.path.realpath(path) for path in (source, *written, *files.working)]
    if len(set(resolved)) < len(resolved):
        raise BatchError(
            "input, output, errors and summary file must differ, also from the files a batch works with "
            f"(OUT.partial, OUT.journal): {', '.join(map(str, (source, *written)))}"
        )
    for path in written:
        if not path.parent.is_dir():
            raise BatchError(f"cannot write {path}: there is no folder {path.parent}")
        if path.is_dir():
            raise BatchError(f"cannot write {path}: it is a folder")
    for path in files.working:
        check_working_file(path)
