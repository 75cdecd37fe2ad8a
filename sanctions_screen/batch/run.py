"""Screen a file of customers.

Reach for :func:`screen_csv` to screen a CSV file of any size. Guarantees: memory does not grow with the
file; output rows come in input order; every row is in the output or in the errors file, none in both; the
totals add up; a run that is stopped, however rudely, and started again ends with the same bytes as one
that was not; nothing stands under the output's name until it is complete.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from ..errors import BatchError
from ..model import Provenance, Record
from .columns import ColumnPlan, RowError
from .files import BatchFiles, companion
from .header import Header, read_header
from .journal import Journal, Position, RunIdentity, Totals, differences
from .lines import detect_encoding, is_wide, read_lines, utf8_stream
from .records import CsvRecord, RecordReader
from .render import ERROR_COLUMNS, OutputFormat, csv_bytes, error_bytes, header_bytes, json_line, result_bytes
from .rows import InputRow, OutputRow, SubjectScreener, screen_rows
from .suppressed import write_suppressed
from .target import check_working_file, written_file

__all__ = ["BatchProgress", "BatchSummary", "screen_csv"]

CHUNK_ROWS = 2000
"""Most rows between two checkpoints."""
_FIRST_ROWS = 20
_SHORT, _LONG = 0.25, 1.0
"""Seconds a chunk should last: so long that going to disk costs little, so short that a stop costs little."""


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
    """Rows under the header, blank lines left out."""
    hits: int
    """Rows whose subject has at least one hit."""
    clear: int
    unscreenable: int
    errors: int
    """Rows that could not be read; they are in the errors file and were not screened."""
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
    delimiter: str
    encoding: str
    date_format: str | None = None
    """How birth dates were read that are not ISO 8601."""
    format: OutputFormat = "csv"
    provenance: Provenance

    @property
    def not_screened(self) -> int:
        """Rows that have no answer: unscreenable or unreadable. They are not clear."""
        return self.unscreenable + self.errors


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
    resume: bool = True,
    progress: Callable[[BatchProgress], None] | None = None,
) -> BatchSummary:
    """Screen each row of a CSV file; write one row a hit, or one for a row without (JSON: one a row).

    Args:
        input: The customers: CSV with a header. Comma, semicolon, tab or bar is told from the header.
        output: Where results go. A summary and the errors file are written beside it: see
            :func:`~.files.companion` for their names. A link is followed: the file it leads to is written,
            and the others beside that file, so a stopped run goes on under either name and two never mix.
            Devices and pipes are refused.
        screener: What to screen with.
        columns: Field (see :data:`~.columns.FIELDS`) to column title, or titles to join; it replaces what
            the header would tell. An empty title leaves the field out.
        errors: The errors file; None means ``hits.errors.csv`` for ``hits.csv``.
        format: ``csv`` or ``jsonl``; None tells from the ending of the name given as output (.jsonl, .ndjson,
            .json).
        encoding: The input's; None means its byte-order mark, or else UTF-8.
        delimiter: One character; None tells it from the header.
        date_format: A ``strptime`` format for birth dates that are not ISO 8601, such as ``%d/%m/%Y``.
        resume: Go on where a stopped run with this output left off. False starts afresh.
        progress: Called after each chunk.

    Raises BatchError when the file cannot be opened, has no usable header, or changes meanwhile; when the
    output cannot be written; or when a stopped run cannot be resumed because something has changed.
    """
    source, named = Path(input), Path(output)
    if not named.name:
        raise BatchError(f"cannot write {named}: it is a folder")
    target = written_file(named)
    errors_file = Path(errors) if errors is not None else companion(target, "errors.csv")
    summary_file = companion(target, "summary.json")
    files = BatchFiles(target, written_file(errors_file), written_file(summary_file))
    _check_paths(source, files)
    with _opened(source) as stream:
        used_encoding = detect_encoding(stream.peek(4)[:4], encoding)  # type: ignore[attr-defined]
        header = read_header(
            utf8_stream(stream, used_encoding),
            used_encoding,
            columns=columns,
            delimiter=_one_character(delimiter),
            date_format=date_format,
        )
        before = os.fstat(stream.fileno())
        run = _Run(source, stream, used_encoding, header, screener, format or _format_of(named), files)
        with files:
            position = run.all(resume=resume, progress=progress)
            _check_unchanged(source, before, os.fstat(stream.fileno()))
            summary = run.summary(position.totals)
            whole = json_line(summary.to_json_dict())
            files.publish(whole, position.output_size, position.errors_size)
            if summary.suppressed_file is not None:
                write_suppressed(files.output, format or _format_of(named), Path(summary.suppressed_file))
    return summary


class _Run:
    """One batch on its way: what it reads, with what it screens, where it writes."""

    def __init__(
        self,
        source: Path,
        stream: BinaryIO,
        encoding: str,
        header: Header,
        screener: SubjectScreener,
        output_format: OutputFormat,
        files: BatchFiles,
    ) -> None:
        self._source, self._stream, self._encoding = source, stream, encoding
        self._header, self._screener = header, screener
        self._format, self._files = output_format, files
        self._size = os.fstat(stream.fileno()).st_size
        self._sha256 = _sha256(stream)
        self._identity = self._identify(screener.provenance)
        decided = screener.provenance.decisions is not None
        self._suppressed_file = companion(files.output, "suppressed.csv") if decided else None

    def _identify(self, provenance: Provenance) -> RunIdentity:
        plan = self._header.plan
        return RunIdentity(
            input_sha256=self._sha256,
            input_size=self._size,
            encoding=self._encoding,
            delimiter=self._header.delimiter,
            columns=tuple(sorted(plan.used.items())),
            date_format=plan.date_format,
            format=self._format,
            library_version=provenance.library_version,
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
        reader = self._reader(position)
        records = iter(reader)
        blank_before = position.totals.blank_lines
        size = min(_FIRST_ROWS, CHUNK_ROWS)
        while chunk := list(islice(records, size)):
            began = monotonic()
            position = self._chunk(chunk, position, blank_before + reader.blank_lines)
            size = _next_size(size, monotonic() - began)
            if progress is not None:
                progress(BatchProgress(position.offset, self._size, position.totals))
        totals = position.totals.model_copy(update={"blank_lines": blank_before + reader.blank_lines})
        return self._checkpoint(position.model_copy(update={"totals": totals, "finished": True}))

    def _started(self) -> Position:
        self._files.journal.unlink(missing_ok=True)
        self._files.cut(0, 0)
        self._files.append(header_bytes(self._format), csv_bytes([ERROR_COLUMNS]))
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
            finished=position.finished,
        ):
            raise BatchError(f"a stopped batch cannot go on: its partial files have changed; {afresh}")
        if not position.finished:
            self._files.cut(position.output_size, position.errors_size)
        return position

    def _reader(self, position: Position) -> RecordReader:
        self._stream.seek(0)
        text = utf8_stream(self._stream, self._encoding)
        if is_wide(self._encoding):
            _skip(text, position.offset)
        else:
            text.seek(position.offset)
        lines = read_lines(text, self._encoding, position.offset, position.line)
        return RecordReader(lines, self._header.delimiter, len(self._header.plan.header))

    def _chunk(self, chunk: list[CsvRecord], before: Position, blank_lines: int) -> Position:
        first = before.totals.rows + 1
        rows = [_input_row(self._header.plan, row, record) for row, record in enumerate(chunk, first)]
        outputs = list(screen_rows(self._screener, rows))
        self._files.append(
            b"".join(result_bytes(output, self._format) for output in outputs),
            b"".join(error_bytes(output) for output in outputs),
        )
        return self._checkpoint(
            Position(
                offset=chunk[-1].end,
                line=chunk[-1].next_line,
                **self._files.written(),
                totals=_add(before.totals, outputs, blank_lines),
            )
        )

    def _checkpoint(self, position: Position) -> Position:
        Journal(identity=self._identity, position=position).write(self._files.journal)
        return position

    def summary(self, totals: Totals) -> BatchSummary:
        """Return the summary of the finished run."""
        return BatchSummary(
            input=str(self._source),
            output=str(self._files.output),
            errors_file=str(self._files.errors),
            summary_file=str(self._files.summary),
            input_sha256=self._sha256,
            columns=self._header.plan.used,
            delimiter=self._header.delimiter,
            encoding=self._encoding,
            date_format=self._header.plan.date_format,
            format=self._format,
            provenance=self._screener.provenance,
            suppressed_file=str(self._suppressed_file) if self._suppressed_file else None,
            **totals.model_dump(),
        )


def _input_row(plan: ColumnPlan, row: int, record: CsvRecord) -> InputRow:
    fault = record.fault
    if fault is None:
        try:
            return InputRow(row, record.line, plan.subject(record.cells))
        except RowError as error:
            fault = str(error)
    return InputRow(row, record.line, None, fault, record.text)


def _add(before: Totals, outputs: list[OutputRow], blank_lines: int) -> Totals:
    fates = [output.result.outcome if output.result else "error" for output in outputs]
    hits = [hit for output in outputs if output.result for hit in output.result.hits]
    marks = [hit.decision.mark for hit in hits if hit.decision]
    return Totals(
        rows=before.rows + len(outputs),
        hits=before.hits + fates.count("hit"),
        clear=before.clear + fates.count("clear"),
        unscreenable=before.unscreenable + fates.count("unscreenable"),
        errors=before.errors + fates.count("error"),
        parties=before.parties + sum(_party_count(output) for output in outputs),
        suppressed=before.suppressed + sum(len(o.result.suppressed) for o in outputs if o.result),
        **{mark: getattr(before, mark) + marks.count(mark) for mark in ("new", "known", "reopened")},
        blank_lines=blank_lines,
    )


def _party_count(output: OutputRow) -> int:
    return len(output.result.hits) + output.result.hits_left_out if output.result else 0


def _next_size(rows: int, seconds: float) -> int:
    """Return how many rows the next chunk gets. The clock paces checkpoints and has no say in any byte."""
    if seconds < _SHORT:
        return min(rows * 2, CHUNK_ROWS)
    return max(rows // 2, 1) if seconds > _LONG else rows


def _sha256(stream: BinaryIO) -> str:
    stream.seek(0)
    digest = sha256()
    while piece := stream.read(1 << 20):
        digest.update(piece)
    return digest.hexdigest()


def _skip(stream: BinaryIO, size: int) -> None:
    while size and (piece := stream.read(min(size, 1 << 16))):
        size -= len(piece)


def _format_of(output: Path) -> OutputFormat:
    return "jsonl" if output.suffix.lower() in {".jsonl", ".ndjson", ".json"} else "csv"


def _one_character(delimiter: str | None) -> str | None:
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n\0'):
        raise BatchError(f"a delimiter is one character and no quotation mark or line end, not {delimiter!r}")
    return delimiter


def _opened(source: Path) -> BinaryIO:
    try:
        mode = source.stat().st_mode  # before opening: to open a pipe is to wait for whoever writes to it
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise BatchError(
                f"{source} is not a regular file; save it to one first, so that a batch can resume"
            )
        return source.open("rb")
    except OSError as error:
        raise BatchError(f"cannot read {source}: {error.strerror}") from error


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


def _check_unchanged(source: Path, before: os.stat_result, after: os.stat_result) -> None:
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise BatchError(f"{source} was changed while it was being screened; start the batch afresh")
