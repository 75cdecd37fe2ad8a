"""The one shape of a source, and the open file a source reads from.

Reach for this module to add a publisher's format. A source is a module with these names, in this order::

    FORMAT           its name, e.g. "ofac-delimited"
    PARSER_VERSION   raised whenever the same file would give other parties
    LIST_ID          the list it reads when neither the user nor the file says which
    recognises(file: ListFile) -> bool
    parse(file: ListFile, list_id: str | None) -> ParsedList

Guarantees every source keeps: a record becomes a party or the whole read fails, naming list, record and
line; a passage it does not understand is reported in :attr:`ParsedList.unread`; sizes are bounded before
anything is parsed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn, Protocol

from pydantic import ValidationError

from ..errors import MalformedFileError
from ..model import Party, SourceFile
from .files import ListFile

__all__ = ["ListBuilder", "ParsedList", "Source", "UnreadPassage"]


@dataclass(frozen=True, slots=True)
class UnreadPassage:
    """Something in a file that its reader did not understand, or a file that should stand beside it."""

    file: str
    line: int | None
    text: str
    reason: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{where}: {self.reason}: {self.text}" if self.text else f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ParsedList:
    """A list as read from its files: the parties, and everything that was not understood."""

    list_id: str
    parties: tuple[Party, ...] = field(repr=False)
    format: str
    parser_version: str
    files: tuple[SourceFile, ...]
    published_on: date | None = None
    """The publication day, only where the file itself states it."""
    unread: tuple[UnreadPassage, ...] = ()


class Source(Protocol):
    """What every source module offers."""

    FORMAT: str
    PARSER_VERSION: str
    LIST_ID: str

    def recognises(self, file: ListFile, /) -> bool:
        """Tell from the content whether this source reads the file."""
        ...

    def parse(self, file: ListFile, list_id: str | None, /) -> ParsedList:
        """Read the file; SourceError when it is not what it says it is."""
        ...


class ListBuilder:
    """Collects the parties of one list while a source reads; holds the checks that all sources share."""

    def __init__(self, file: ListFile, *, list_id: str, format_name: str, parser_version: str) -> None:
        self.list_id = list_id
        self.format = format_name
        self.parser_version = parser_version
        self._main = file
        self._siblings: list[ListFile] = []
        self._parties: dict[str, Party] = {}
        self._unread: dict[UnreadPassage, None] = {}

    def read_along(self, sibling: ListFile) -> None:
        """Note that *sibling* was read too: its digest goes with the list."""
        self._siblings.append(sibling)

    def fail(
        self, message: str, *, record: str = "", line: int | None = None, file: ListFile | None = None
    ) -> NoReturn:
        """Raise MalformedFileError naming the list, the file, the record and the line."""
        where = (file or self._main).name
        where += f", record {record}" if record else ""
        where += f", line {line}" if line is not None else ""
        raise MalformedFileError(f"{self.list_id}: {where}: {message}")

    def unread(
        self, text: str, reason: str, *, line: int | None = None, file: ListFile | None = None
    ) -> None:
        """Report a passage that was not understood; said twice, it is reported once."""
        passage = UnreadPassage((file or self._main).name, line, text[:500], reason)
        self._unread.setdefault(passage)

    def add(self, *, line: int | None = None, **fields: object) -> None:
        """Make a party and keep it. MalformedFileError for a reference that stands twice, or a bad field."""
        party_id = str(fields["party_id"])
        record = party_id.partition(":")[2]
        if not record:
            self.fail("a record without a reference", line=line)
        if party_id in self._parties:
            self.fail("the reference stands twice in this list", record=record, line=line)
        try:
            self._parties[party_id] = Party.model_validate(fields)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            self.fail(f"{where}: {first['msg']}", record=record, line=line)

    def has(self, party_id: str) -> bool:
        """True when a party of that id has been added."""
        return party_id in self._parties

    def finish(self, published_on: date | None = None) -> ParsedList:
        """Return the list; MalformedFileError when it holds no party at all."""
        if not self._parties:
            self.fail("holds not a single party; an empty list is never taken for a real one")
        return ParsedList(
            list_id=self.list_id,
            parties=tuple(self._parties.values()),
            format=self.format,
            parser_version=self.parser_version,
            files=tuple(file.source_file for file in (self._main, *self._siblings)),
            published_on=published_on,
            unread=tuple(self._unread),
        )
