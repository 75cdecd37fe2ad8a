"""Customers kept with the answers they had, in one file, so that all of them are soon asked again.

Reach for :func:`keep_portfolio` where customers are screened, and for :meth:`Portfolio.open` later.
Guarantees: the file is written whole or not at all; one that is damaged, cut short, or that others may write
to, is an error that says so; nothing in it is ever run. Names stand in it ready to be compared: where
weights, code or engine are others than its, they are read again.
"""

from __future__ import annotations

import hashlib
import json
import os
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, Protocol

from .._whole_file import whole_file
from ..engine.kept_names import KeptNames, KeptNamesError, names_key, open_names, written_names
from ..engine.words import is_one_word
from ..errors import BatchError, SettingsError
from ..matching.sides import asked_of
from ..model import PartyId, Provenance, ScreeningResult, Subject
from ._one_word import is_of_one_word

__all__ = ["Block", "Had", "Keeping", "KeepsStandings", "Portfolio", "Standing", "keep_portfolio"]

_MAGIC: Final = b"SSCUSTOMERS 1\n\0\0"
_ALIGNED: Final = 8
_TRAILER: Final = 8 + 32 + len(_MAGIC)
"""The footer's length, its SHA-256, and the mark again: a file cut short has not all of them."""
_OTHERS_WRITE: Final = 0o022
_A_BLOCK: Final = 1 << 15
"""Customers whose names stand together: words that many share stand there once."""

Standing = tuple[str, str]
"""A text that is the same only while a party is compared as it is, and the party's status."""


class KeepsStandings(Protocol):
    """What is needed of a screener to keep its answers; :class:`~.screener.Screener` has it."""

    @property
    def provenance(self) -> Provenance:
        """What the answers rest on."""

    def compared_standings(self) -> Mapping[PartyId, Standing]:
        """Return by party compared what it is known by, and its status."""


class Had(NamedTuple):
    """What a customer's answer was, as far as it can differ from the next."""

    hits: Mapping[PartyId, str]
    """The status of every party that was a hit, suppressed or not."""
    open: bool
    """Whether it rests on more: hits were left out, or a birth date lay ahead on the day."""


class Block:
    """Some customers of a portfolio, one after the other."""

    def __init__(self, path: Path, key: bytes, place: Sequence[Any]) -> None:
        self._path, self._key = path, key
        self._count, self._names, self._names_size, self._start, self._size, self._digest = place

    def __len__(self) -> int:
        return int(self._count)

    def names(self) -> KeptNames | None:
        """Return their names, ready to be compared; None where they must be read again."""
        try:
            return open_names(self._path, self._names, self._names_size, self._key)
        except KeptNamesError as error:
            raise _damaged(self._path, str(error).removeprefix(f"{self._path}: ")) from None

    def subjects(self, numbers: Iterable[int]) -> list[Subject]:
        """Return some of them by their numbers within the block, from 0."""
        lines = self._lines()
        return [_subject_of(lines[number]) for number in numbers]

    def _lines(self) -> list[bytes]:
        with self._path.open("rb") as file:
            file.seek(self._start)
            content = file.read(self._size)
        if hashlib.sha256(content).hexdigest() != self._digest:
            raise _damaged(self._path, "a block of customers has another checksum")
        return content.split(b"\n")


class Portfolio:
    """Customers and the answers they had, in a file. Never changed; made by :func:`keep_portfolio`."""

    def __init__(self, path: Path, told: Mapping[str, Any]) -> None:
        self.path = path
        self.provenance = Provenance.model_validate(told["provenance"])
        """What the answers rest on."""
        self.key = bytes.fromhex(told["key"])
        """What its names are known by: see :func:`~sanctions_screen.engine.kept_names.names_key`."""
        self.places: Sequence[Sequence[Any]] = told["blocks"]
        self.standings: Mapping[PartyId, Standing] = {one: (key, how) for one, key, how in told["parties"]}
        """Of every party compared then, what it was known by, and its status."""
        self.hits: Mapping[int, Mapping[PartyId, str]] = {one: dict(hits) for one, hits in told["hits"]}
        """By customer who had hits, the parties and their status."""
        self.open_ones = frozenset(told["open"])
        """Customers whose answer rests on more than parties: see :class:`Had`."""
        self._ends = list(accumulate(place[0] for place in self.places))

    @classmethod
    def open(cls, path: str | Path) -> Portfolio:
        """Open the portfolio in a file; BatchError, in one line, when it is none that can be used."""
        path = Path(path)
        try:
            with path.open("rb") as file:
                return cls(path, _footer(path, file))
        except OSError as error:
            raise BatchError(f"cannot read {path}: {error.strerror}") from error
        except (ValueError, KeyError, TypeError) as error:
            raise _damaged(path, "what it says of itself cannot be read") from error

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The customers, some at a time."""
        return tuple(Block(self.path, self.key, place) for place in self.places)

    def had(self, customer: int) -> Had:
        """Return what the answer for a customer was."""
        return Had(self.hits.get(customer, {}), customer in self.open_ones)

    def subject(self, customer: int) -> Subject:
        """Return a customer by its number, from 0 in the order they were screened; IndexError beyond."""
        if not 0 <= customer < len(self):
            raise IndexError(f"there are {len(self)} customers in {self.path}, counted from 0: no {customer}")
        at = bisect_right(self._ends, customer)
        (found,) = self.blocks[at].subjects([customer - self._ends[at] + len(self.blocks[at])])
        return found

    def subjects(self) -> Iterator[Subject]:
        """Yield all customers, in order."""
        for block in self.blocks:
            yield from block.subjects(range(len(block)))


@contextmanager
def keep_portfolio(path: str | Path, screener: KeepsStandings) -> Iterator[Keeping]:
    """Give what keeps answers of *screener* in a file, which takes its name at the end, or not at all.

    BatchError when the file cannot be written.
    """
    path = Path(path)
    try:
        with whole_file(path) as file:
            keeping = Keeping(path, file, screener)
            yield keeping
            keeping.finish()
    except OSError as error:
        raise BatchError(f"cannot write {path}: {error.strerror}") from error


class Keeping:
    """Keeps answers: give it every one, in order. Made by :func:`keep_portfolio`."""

    def __init__(self, path: Path, file: BinaryIO, screener: KeepsStandings) -> None:
        self._path, self._file, self._screener = path, file, screener
        self._key, self._provenance = names_key(), screener.provenance
        self._waiting: list[Subject] = []
        self._count = 0
        self._places: list[Sequence[Any]] = []
        self._hits: list[tuple[int, dict[PartyId, str]]] = []
        self._open: list[int] = []
        file.write(_MAGIC)

    def add(self, result: ScreeningResult) -> None:
        """Keep an answer; SettingsError for one that rests on something else than the screener's."""
        if result.provenance != self._provenance:
            raise SettingsError(f"{self._path}: a portfolio keeps the answers of one screener")
        self._put(result.subject, had_of(result))

    def take_over(self, before: Portfolio, had: Callable[[int], Had]) -> None:
        """Keep the customers of an earlier portfolio, with the answers that *had* tells by their numbers."""
        if before.key != self._key:  # their names must be read again
            for customer, subject in enumerate(before.subjects()):
                self._put(subject, had(customer))
            return
        self._write_block()
        with before.path.open("rb") as file:
            for count, names, names_size, start, size, digest in before.places:
                copied = self._copied(file, names, names_size)
                self._places.append((count, *copied, *self._copied(file, start, size), digest))
        for customer in range(len(before)):
            self._note(had(customer))

    def finish(self) -> None:
        """Write what is left, and what the file says of itself."""
        self._write_block()
        standings = self._screener.compared_standings()
        told = {
            "key": self._key.hex(),
            "provenance": self._provenance.model_dump(mode="json"),
            "blocks": self._places,
            "parties": [(party_id, *standing) for party_id, standing in standings.items()],
            "hits": [(customer, list(hits.items())) for customer, hits in self._hits],
            "open": self._open,
        }
        footer = json.dumps(told).encode()
        self._file.write(
            footer + len(footer).to_bytes(8, "little") + hashlib.sha256(footer).digest() + _MAGIC
        )

    def _put(self, subject: Subject, had: Had) -> None:
        self._note(had)
        self._waiting.append(subject)
        if len(self._waiting) == _A_BLOCK:
            self._write_block()

    def _note(self, had: Had) -> None:
        if had.hits:
            self._hits.append((self._count, dict(had.hits)))
        if had.open:
            self._open.append(self._count)
        self._count += 1

    def _write_block(self) -> None:
        if not self._waiting:
            return
        some, self._waiting = self._waiting, []
        asked = asked_of(some, is_one_word)
        names = self._written(written_names(asked, [is_of_one_word(one) for one in asked], self._key))
        lines = b"\n".join(map(_line_of, some))
        self._places.append((len(some), *names, *self._written(lines), hashlib.sha256(lines).hexdigest()))

    def _written(self, content: bytes) -> tuple[int, int]:
        """Write some bytes; return where they begin, and how many they are."""
        self._file.write(bytes(-self._file.tell() % _ALIGNED))
        start = self._file.tell()
        self._file.write(content)
        return start, len(content)

    def _copied(self, file: BinaryIO, start: int, size: int) -> tuple[int, int]:
        file.seek(start)
        return self._written(file.read(size))


def _line_of(subject: Subject) -> bytes:
    # Two halves of a surrogate pair are no letter: written as escapes they would be read as one.
    return json.dumps(subject.to_json_dict(), ensure_ascii=False).encode("utf-8", "surrogatepass")


def _subject_of(line: bytes) -> Subject:
    return Subject.model_validate(json.loads(line.decode("utf-8", "surrogatepass")))


def had_of(result: ScreeningResult) -> Had:
    """Return of an answer what the next is compared with."""
    hits = {hit.party.party_id: hit.status for hit in (*result.hits, *result.suppressed)}
    ahead = any(note.sort == "birth-date" for note in result.notes)
    return Had(hits, bool(result.hits_left_out) or ahead)


def _footer(path: Path, file: BinaryIO) -> Mapping[str, Any]:
    """Return what a file says of itself, if it is whole and nobody else may have written it."""
    found = os.fstat(file.fileno())
    if hasattr(os, "getuid") and (found.st_uid != os.getuid() or found.st_mode & _OTHERS_WRITE):
        raise BatchError(f"{path}: others than you may write to this portfolio; make it yours alone, or anew")
    if file.read(len(_MAGIC)) != _MAGIC:
        raise BatchError(
            f"{path} is no portfolio of customers, or another version's; make one with a full run"
        )
    if found.st_size < len(_MAGIC) + _TRAILER:
        raise _damaged(path, "it is not whole")
    file.seek(found.st_size - _TRAILER)
    trailer = file.read(_TRAILER)
    size = int.from_bytes(trailer[:8], "little")
    if trailer[40:] != _MAGIC or size > found.st_size - _TRAILER - len(_MAGIC):
        raise _damaged(path, "it is not whole")
    file.seek(found.st_size - _TRAILER - size)
    footer = file.read(size)
    if hashlib.sha256(footer).digest() != trailer[8:40]:
        raise _damaged(path, "its checksum is wrong")
    told: Mapping[str, Any] = json.loads(footer)
    return told


def _damaged(path: Path, what: str) -> BatchError:
    return BatchError(f"{path}: {what}: the portfolio is damaged; make it anew with a full run")
