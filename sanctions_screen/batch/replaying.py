"""A whole batch given again from its summary, and its output compared byte for byte.

Reach for :func:`replay_batch` to show that a batch's answers were right when they were given. Guarantee:
``same`` is told only where every byte of the output and of the errors file was made anew from the store and
found equal; the files themselves are only read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pydantic import ValidationError

from ..decisions import DecidedScreener, DecisionLog
from ..errors import BatchError
from ..model import BatchReplay, ReplayDifference
from ..model.arguments import PATH, STORE, a, checked
from ..screening import Replayer, Screener
from ..screening.columns import FIELDS
from ..screening.replaying import compared_texts
from .run import screen_csv
from .summary import BatchSummary

if TYPE_CHECKING:
    from ..store import ListStore

__all__ = ["read_summary", "replay_batch"]

_MOST_DIFFERENCES = 20
_MOST_BYTES = 50_000_000


def read_summary(path: str | os.PathLike[str]) -> BatchSummary:
    """Return the summary that a batch wrote; BatchError when the file cannot be read or is none."""
    file = Path(path)
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise BatchError(f"{file}: too large to be the summary of a batch")
        return BatchSummary.model_validate_json(file.read_bytes())
    except OSError as error:
        raise BatchError(f"cannot read {file}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the whole"
        raise BatchError(f"{file}: not the summary of a batch: {where}: {first['msg']}") from error


@checked(summary=PATH, store=STORE, decisions=a(DecisionLog))
def replay_batch(
    summary: str | os.PathLike[str], store: ListStore, *, decisions: DecisionLog | None = None
) -> BatchReplay:
    """Return what comes of giving a batch again.

    Args:
        summary: The batch's summary file. Its input, output and errors file are looked for where it says
            they are, else beside it.
        store: What to answer from: the store of the batch, or one made from an export of it.
        decisions: The log by which hits were marked, as it was then; needed where the batch had one.

    Raises BatchError when one of the files cannot be read or the input is not the one that was screened.
    """
    told, folder = read_summary(summary), Path(summary).parent
    source = _found(told.input, folder)
    _check_input(source, told)
    replayer = Replayer(store, told.provenance, identities=told.identities)
    screener, causes = _screener(replayer, told, decisions)
    if screener is None:
        return BatchReplay(same=False, known_on=replayer.known_on, causes=causes)
    with TemporaryDirectory(prefix="sanctions-screen-replay-") as scratch:
        again = screen_csv(
            source,
            Path(scratch) / "again",
            screener=screener,
            columns=_columns(told),
            format=told.format,
            encoding=told.encoding,
            delimiter=told.delimiter,
            date_format=told.date_format,
            output_delimiter=told.output_delimiter,
            output_bom=told.output_bom,
        )
        differences = [
            *_lines_that_differ("output", _found(told.output, folder), Path(again.output)),
            *_lines_that_differ("errors", _found(told.errors_file, folder), Path(again.errors_file)),
        ]
    return BatchReplay(
        same=not differences,
        known_on=replayer.known_on,
        causes=causes,
        differences=tuple(differences[:_MOST_DIFFERENCES]),
        rows=again.rows,
    )


def _columns(told: BatchSummary) -> dict[str, tuple[str, ...]]:
    """Return the columns to tell: those that were read, and none where none was.

    Columns named for a type of identifier are told from the header alone, and only where no others are told.
    """
    fields = set(FIELDS) if told.columns.keys() <= set(FIELDS) else set(FIELDS) - {"identifiers"}
    return {field: told.columns.get(field, ()) for field in FIELDS if field in fields}


def _screener(
    replayer: Replayer, told: BatchSummary, decisions: DecisionLog | None
) -> tuple[Screener | DecidedScreener | None, tuple[str, ...]]:
    """Return what to screen with and why it may answer otherwise; None where the store cannot."""
    plain, basis = replayer.screener, told.provenance.decisions
    if plain is None or basis is None:
        return plain, replayer.causes
    if decisions is None or decisions.head != basis.head:
        held = "no log was given" if decisions is None else f"the log given ends with {decisions.head}"
        why = f"hits were marked by a log of {basis.entries} decisions that ended with {basis.head}; {held}"
        return None, (*replayer.causes, why)
    return DecidedScreener(plain, decisions, on=basis.on, max_hits=basis.max_hits), replayer.causes


def _found(name: str, folder: Path) -> Path:
    """Return a file of the batch: where its summary says, else beside the summary."""
    path = Path(name)
    beside = folder / path.name
    return beside if not path.exists() and beside.exists() else path


def _check_input(source: Path, told: BatchSummary) -> None:
    digest = sha256()
    try:
        with source.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
    except OSError as error:
        raise BatchError(f"cannot read the batch's input {source}: {error.strerror}") from error
    if digest.hexdigest() != told.input_sha256:
        raise BatchError(f"{source} is not the file that was screened: its SHA-256 was {told.input_sha256}")


def _lines_that_differ(what: str, recorded: Path, replayed: Path) -> Iterator[ReplayDifference]:
    """Yield the first lines in which two files differ, by their number; of JSON the values that do."""
    try:
        with recorded.open("rb") as old, replayed.open("rb") as new:
            pairs = enumerate(zip_longest(old, new), 1)
            differing = ((number, pair) for number, pair in pairs if pair[0] != pair[1])
            for number, (then, now) in islice(differing, _MOST_DIFFERENCES + 1):
                yield from _differences(f"{what}.{number}", _text(then), _text(now))
    except OSError as error:
        raise BatchError(f"cannot read the batch's {what} {recorded}: {error.strerror}") from error


def _differences(where: str, then: str | None, now: str | None) -> Iterator[ReplayDifference]:
    """Yield what differs in a line: the whole, unless both are objects of JSON."""
    try:
        old, new = (json.loads(text or "") for text in (then, now))
    except ValueError:
        old = new = None
    if isinstance(old, dict) and isinstance(new, dict) and old != new:
        yield from compared_texts(old, new, where)
    else:
        yield ReplayDifference(where=where, recorded=then, replayed=now)


def _text(line: bytes | None) -> str | None:
    return None if line is None else line.decode("utf-8", "replace").rstrip("\n")
