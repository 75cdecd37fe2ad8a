"""XML lists, record by record, in bounded memory and with nothing expanded.

Reach for this module to read an XML format. Guarantees: a DOCTYPE, and so any entity or external file, is
refused before it is parsed; a record is dropped from memory once it has been handed out; no record may be
larger than :data:`MAX_RECORD_BYTES`; broken XML is an error with its line, also when only the end is
missing; what stands outside the records and is not known is reported.

Names are given without their namespace, so that the dialects of one schema read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn, cast
from xml.etree.ElementTree import Element, ParseError, XMLParser, XMLPullParser
from xml.parsers import expat

from ..errors import MalformedFileError, SourceError, UnsafeFileError
from .account import MISPLACED, Heard, passages_of
from .base import ListBuilder
from .files import ListFile
from .text import is_utf8

__all__ = ["MAX_RECORD_BYTES", "XmlRecords", "local_name", "root_of", "text_of", "texts_of"]

MAX_RECORD_BYTES = 16 * 1024 * 1024
"""The largest real record (a bank in OFAC's advanced schema) has some 300 kB."""

UNKNOWN_ATTRIBUTE = "an attribute this reader does not know"
_SCHEMA = frozenset({"schemaLocation", "noNamespaceSchemaLocation", "lang"})

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
_ONE_BYTE = frozenset({"iso-8859-1", "iso-8859-15", "latin1", "latin-1", "windows-1252", "us-ascii", "ascii"})

MAX_DEPTH = 100
"""The deepest published schema, OFAC's advanced one, nests eleven elements."""


def local_name(tag: str) -> str:
    """Return an element's or attribute's name without its namespace."""
    return tag.rpartition("}")[2]


def text_of(element: Element | None) -> str:
    """Return an element's own text without white space at its ends; "" for None."""
    return (element.text or "").strip() if element is not None else ""


def texts_of(record: Element, tag: str) -> list[str]:
    """Return the texts of the children called *tag*, empty ones left out."""
    return [text for child in record if child.tag == tag and (text := text_of(child))]


def root_of(file: ListFile, member: str | None = None) -> tuple[str, dict[str, str]]:
    """Return the root element's full name and attributes; ("", {}) when the file does not begin as XML.

    For telling formats apart: a DOCTYPE ends the search with UnsafeFileError.
    """
    found: list[tuple[str, dict[str, str]]] = []
    parser = _guard(file, found)
    for chunk in file.chunks(member):
        try:
            parser.Parse(chunk)
        except (expat.ExpatError, LookupError, ValueError):
            break
        if found:
            break
    return found[0] if found else ("", {})


def _guard(file: ListFile, found: list[tuple[str, dict[str, str]]]) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")

    def refuse(*_: object) -> NoReturn:
        raise UnsafeFileError(f"{file.name}: a DOCTYPE; no publisher's list needs one, so it is not parsed")

    def root(name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append((name, attributes))

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = root
    return parser


class XmlRecords:
    """The records of one XML file: iterate once; :attr:`root` is known from the first record on."""

    def __init__(
        self,
        build: ListBuilder,
        file: ListFile,
        tags: Iterable[str],
        member: str | None = None,
        *,
        at_depth: int | None = None,
        rows: bool = False,
    ) -> None:
        """*at_depth* 1 takes children of the root only, where records may hold copies of records.

        With *rows* the records are rows of a sheet: their cells are accounted for as those of any table.
        """
        self._rows = rows
        self._at_depth = at_depth
        self._build, self._file, self._member = build, file, member
        self._tags = frozenset(tags)
        self._passed = self._depth = 0
        self._pending: list[tuple[int, str, str]] = []
        self.root = Element("none")
        build.before_finish(self._report_pending)

    def _hear(self, record: Element) -> None:
        if self._rows:
            return
        ordinal = self._passed

        def report(text: str, reason: str) -> None:
            self._pending.append((ordinal, text, reason))

        self.heard = self._build.hear(
            Heard(passages_of(record, self._build.furniture.copies), report, (id(self), ordinal))
        )

    def __iter__(self) -> Iterator[Element]:
        """Yield each element of the given names; it is emptied when the next one is asked for."""
        root_of(self._file, self._member)  # refuses a DOCTYPE
        inner = XMLParser(encoding=self._true_encoding())  # noqa: S314 - a DOCTYPE was refused above
        parser: XMLPullParser[Element] = XMLPullParser(events=("start", "end"), _parser=inner)
        unfinished = 0
        for chunk in self._file.chunks(self._member):
            self._feed(parser, chunk)
            unfinished += len(chunk)
            for record in self._finished(parser):
                self._hear(record)
                yield record
                self._passed += 1
                record.clear()
                unfinished = 0
            if unfinished > MAX_RECORD_BYTES:
                self.fail(f"a record of more than {MAX_RECORD_BYTES >> 20} MB", UnsafeFileError)
        try:
            parser.close()
        except ParseError as error:
            self._broken(error)

    def _true_encoding(self) -> str | None:
        """Return UTF-8 for a file that says it is in a one-byte encoding and is in UTF-8; None for any other.

        Read as it says, every name in it that is not plain Latin would be wrong.
        """
        said = _DECLARED.match(next(self._file.chunks(self._member), b""))
        name = said[1].decode("ascii", "replace") if said else ""
        if name.casefold() not in _ONE_BYTE or not is_utf8(self._file.chunks(self._member)):
            return None
        self._build.unread(name, "the encoding the file says it has; it is in UTF-8, and read so")
        return "utf-8"

    def _feed(self, parser: XMLPullParser[Element], chunk: bytes) -> None:
        try:
            parser.feed(chunk)
        except ParseError as error:
            self._broken(error)
        except (LookupError, ValueError) as error:  # an encoding that is unknown or cannot be
            self.fail(f"not readable as XML: {error}")

    def _finished(self, parser: XMLPullParser[Element]) -> Iterator[Element]:
        try:
            for event, item in parser.read_events():  # type: ignore[misc]
                element = cast("Element", item)  # other events, which are not asked for, carry none
                if event == "start":
                    self._start(element)
                    continue
                self._depth -= 1
                if "}" in element.tag:
                    element.tag = local_name(element.tag)
                if element.tag in self._tags and self._at_depth in (None, self._depth):
                    yield element
        except ParseError as error:
            self._broken(error)

    def _start(self, element: Element) -> None:
        if self.root.tag == "none":
            self.root = element
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self.fail(f"elements nested deeper than {MAX_DEPTH}", UnsafeFileError)

    def line(self) -> int | None:
        """Return the line on which the record being read begins. Reads the file again: for errors only."""
        return self._lines_of({self._passed}).get(self._passed)

    def _lines_of(self, ordinals: set[int]) -> dict[int, int]:
        """Return the lines on which these records begin, found by reading the file once more."""
        lines: dict[int, int] = {}
        seen = depth = 0
        parser = expat.ParserCreate(namespace_separator="}")

        def start(name: str, _: dict[str, str]) -> None:
            nonlocal seen, depth
            if local_name(name) in self._tags and self._at_depth in (None, depth):
                if seen in ordinals:
                    lines[seen] = parser.CurrentLineNumber
                seen += 1
            depth += 1

        def end(_: str) -> None:
            nonlocal depth
            depth -= 1

        parser.StartElementHandler, parser.EndElementHandler = start, end
        for chunk in self._file.chunks(self._member):
            try:
                parser.Parse(chunk)
            except (expat.ExpatError, LookupError, ValueError):
                break
            if len(lines) == len(ordinals):
                break
        return lines

    def unread(self, text: str, reason: str) -> None:
        """Report a passage of the record being read, with the record's line."""
        self._pending.append((self._passed, text, reason))
        self._build.mentioned((id(self), self._passed), text)

    def report_rest(self, known: Iterable[str], attributes: Iterable[str] = ()) -> None:
        """Report every element and text outside the records that is not *known*, and the root's attributes.

        To be called after the last record.
        """
        expected, told = {*known, *self._tags}, {*attributes, *_SCHEMA}
        for name, text in self.root.items():
            if local_name(name) not in told:
                self._build.unread(f"<{self.root.tag} {local_name(name)}={text!r}>", UNKNOWN_ATTRIBUTE)
        for element in self.root.iter():
            if element.text and element.text.strip() and (element is self.root or len(element)):
                self._build.unread(text_of(element), MISPLACED)
            for child in element:
                if local_name(child.tag) not in expected:
                    text = f"<{child.tag}> {text_of(child)}"
                    self._build.unread(text, "an element this reader does not know")
                if child.tail and child.tail.strip():
                    self._build.unread(child.tail.strip(), MISPLACED)

    def _report_pending(self) -> None:
        """Report what was unread, with the lines of the records it stands in."""
        lines = self._lines_of({ordinal for ordinal, _, _ in self._pending}) if self._pending else {}
        for ordinal, text, reason in self._pending:
            self._build.unread(text, reason, line=lines.get(ordinal))

    def report_unknown(
        self,
        record: Element,
        known: frozenset[tuple[str, str]],
        label: str = "",
        *,
        once: tuple[str, ...] = (),
    ) -> None:
        """Report each part of *record* whose (element, child) or (element, @attribute) is not *known*.

        Children named *once* may stand in a record once: two of them are two records run together by a lost
        line, of which one would vanish; that is an error.
        """
        tags = [child.tag for child in record]
        if doubled := next((tag for tag in once if tags.count(tag) > 1), None):
            self.fail(f"{label} has two elements {doubled}: two records run together")
        strange: list[str] = []
        for element in record.iter():
            tag = element.tag
            unknown = [child for child in element if (tag, child.tag) not in known]
            strange += [f"<{tag}><{child.tag}> {text_of(child)}" for child in unknown]
            attributes = [item for item in element.items() if (tag, "@" + item[0]) not in known]
            strange += [f"<{tag} {name}={text!r}>" for name, text in attributes]
        for text in strange:
            self.unread(f"{label} {text}".strip(), "a part of a record this reader does not know")

    def _broken(self, error: ParseError) -> NoReturn:
        line, column = error.position
        raise MalformedFileError(
            f"{self._build.list_id}: {self._file.name}, line {line}, column {column + 1}, in or after record "
            f"{self._passed + 1}: not well-formed XML ({error.msg.partition(':')[0]}); "
            "the file may be cut short or in a broken encoding"
        ) from error

    def fail(self, message: str, kind: type[SourceError] = MalformedFileError) -> NoReturn:
        """Raise an error that names list, record and line."""
        line = self.line()
        where = f", line {line}" if line else ""
        raise kind(f"{self._build.list_id}: {self._file.name}, record {self._passed + 1}{where}: {message}")
