"""The one shape of a source, and the open file a source reads from.

Reach for this module to add a publisher's format. A source is a module with these names, in this order::

    FORMAT           its name, e.g. "ofac-delimited"
    PARSER_VERSION   raised whenever the same file would give other parties
    LIST_ID          the list it reads when neither the user nor the file says which
    DAY_MARKS        the words by one of which a file says the day it was published; none where none does
    recognises(file: ListFile) -> bool
    parse(file: ListFile, list_id: str | None) -> ParsedList

Guarantees every source keeps: a record becomes a party or the whole read fails, naming list, record and
line; every text of the file is in a party, reported in :attr:`ParsedList.unread`, or at a place the source
names as furniture (:mod:`.account`); sizes are bounded before anything is parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn, Protocol

from pydantic import ValidationError

from ..errors import MalformedFileError
from ..model import Party, SourceFile
from .account import Furniture, Heard, Told
from .draft import PartyDraft
from .files import ListFile

LONE_QUOTE = "a quotation mark without its pair"
MAX_TOLD = 10_000
"""The longest passage that is reported in full; a longer one is reported with its length."""

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
    DAY_MARKS: tuple[str, ...]

    def recognises(self, file: ListFile, /) -> bool:
        """Tell from the content whether this source reads the file."""
        ...

    def parse(self, file: ListFile, list_id: str | None, /) -> ParsedList:
        """Read the file; SourceError when it is not what it says it is."""
        ...


class ListBuilder:
    """Collects the parties of one list while a source reads; holds the checks that all sources share."""

    def __init__(
        self, file: ListFile, *, list_id: str, format_name: str, parser_version: str, furniture: Furniture
    ) -> None:
        self.list_id = list_id
        self.format = format_name
        self.parser_version = parser_version
        self._main = file
        self._siblings: list[ListFile] = []
        self._parties: dict[str, Party] = {}
        self._unread: dict[UnreadPassage, None] = {}
        self.furniture = furniture
        self._heard: dict[int, Heard] = {}
        self._mentioned: dict[object, list[str]] = {}
        self._reported: set[str] = set()
        self._closers: list[Callable[[], None]] = []

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
        name = (file or self._main).name
        shown = text if len(text) <= MAX_TOLD else f"{text[:MAX_TOLD]}… ({len(text):,} characters in all)"
        self._unread.setdefault(UnreadPassage(name, line, shown, reason))
        self.mentioned((name, line), text)

    def mentioned(self, key: object, text: str) -> None:
        """Note that *text* of the record or row *key* is reported, so that it is not reported again."""
        self._mentioned.setdefault(key, []).append(text)

    def before_finish(self, closer: Callable[[], None]) -> None:
        """Have *closer* called once all parties are made: to report what waits for its line."""
        self._closers.append(closer)

    def hear(self, heard: Heard) -> Heard:
        """Take the texts of a record or row, all of which are to be accounted for by a draft or the list."""
        self._heard[id(heard)] = heard
        return heard

    def hear_row(
        self, passages: Iterable[tuple[str, str]], line: int | None, file: ListFile | None = None
    ) -> Heard:
        """Take the texts of a row by their columns."""

        def report(text: str, reason: str) -> None:
            self.unread(text, reason, line=line, file=file)

        given = tuple((place, text.strip()) for place, text in passages if text and text.strip())
        for place, text in given:
            if text.count('"') % 2:  # perhaps two cells run together, or one parted
                self.unread(f"{place}: {text}", LONE_QUOTE, line=line, file=file)
        return self.hear(Heard(given, report, ((file or self._main).name, line)))

    def pass_over(self, heard: Heard) -> None:
        """Let a record be that is known to be no part of the list, such as a party that was delisted."""
        self._heard.pop(id(heard), None)

    def account(self, heard: Heard, *told: object) -> None:
        """Account for what stands at the head of a file, of which *told* was read."""
        self._account(heard, Told(told), "")

    def add(self, draft: PartyDraft) -> None:
        """Make a party and keep it. MalformedFileError for a reference that stands twice, or a bad field."""
        record = draft.party_id.partition(":")[2]
        if not record:
            self.fail("a record without a reference", line=draft.line)
        if draft.party_id in self._parties:
            self.fail("the reference stands twice in this list", record=record, line=draft.line)
        fields = draft.fields()
        try:
            self._parties[draft.party_id] = Party.model_validate(fields)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            self.fail(f"{where}: {first['msg']}", record=record, line=draft.line)
        told = Told((fields, record))
        for heard in draft.heard:
            self._account(heard, told, record)

    def _account(self, heard: Heard, told: Told, record: str) -> None:
        """Report every text of a record that is neither told, nor reported, nor furniture."""
        self._heard.pop(id(heard), None)
        for place, text in heard.passages:
            reason = self.furniture.rule(place)(text, told)
            if reason and not any(text in said for said in self._mentioned.get(heard.key, ())):
                whole = f"{record} {place}: {text}".lstrip()
                if whole not in self._reported:  # the rows of one party repeat its texts
                    heard.report(whole, reason)
                self._reported.add(whole)

    def has(self, party_id: str) -> bool:
        """True when a party of that id has been added."""
        return party_id in self._parties

    def finish(self, published_on: date | None = None) -> ParsedList:
        """Return the list; MalformedFileError when it holds no party at all."""
        if not self._parties:
            self.fail("holds not a single party; an empty list is never taken for a real one")
        self._account_for_the_rest()
        for closer in self._closers:
            closer()
        return ParsedList(
            list_id=self.list_id,
            parties=tuple(self._parties.values()),
            format=self.format,
            parser_version=self.parser_version,
            files=tuple(file.source_file for file in (self._main, *self._siblings)),
            published_on=published_on,
            unread=tuple(self._unread),
        )

    def _account_for_the_rest(self) -> None:
        """Look what belongs to no one party up in all of them: programmes and places defined once."""
        rest = list(self._heard.values())
        told = Told(party.to_json_dict() for party in self._parties.values()) if rest else Told(())
        for heard in rest:
            self._account(heard, told, "")
