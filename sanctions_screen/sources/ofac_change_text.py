"""The lines of OFAC's yearly change files, put together into dated sections and the passages under them.

Reach for this module for the shape of these files alone; what a passage says is read elsewhere. The files
were typeset for a screen of 70 columns and wrap every passage. Three ways of writing occur:

* from 2012 on a passage ends at CRLF, a bare LF only wraps it;
* before that every line ends in CRLF, and an entry ends with the programme in brackets at the end of a line;
* in 1994 to 1996 much is prose, a paragraph a date.

A date such as ``07/02/13:`` at the head of a paragraph dates everything up to the next one.

Guarantee: every line that is not blank belongs to exactly one passage, and no passage is longer than
:data:`MAX_PASSAGE`: a file that runs on without an end is refused, where reading it would take hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..errors import MalformedFileError

__all__ = ["MAX_PASSAGE", "Passage", "bounded", "decoded", "is_entry", "passages"]

MAX_PASSAGE = 20_000
"""The longest passage of OFAC's files of 1994 to 2020 has 6,058 characters."""

_DATE = re.compile(
    r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})"
    r"\s*(?:\(effective date\)[^:]*:|:|-(?=\s)|(?=\s{2,})|$)\s*"
)
_PROGRAMME = r"\[[A-Z][A-Za-z0-9&_ -]*\.?\]"
_ENTRY_END = re.compile(
    rf"{_PROGRAMME}['\"”]?[*¤]*\s*"
    r"(?:\((?:Linked To|individual|vessel|entity|aircraft)[^)]*(?:\([^)]*\)[^)]*)*\))?\s*[*.;,]*$"
)
_GOES_ON = re.compile(
    r"-+\s*(?:to|and)\s*-+|(?-i:to [A-Z\"])|\[|\(Linked To|\(individual|\(vessel|,|including\b|"
    r"all offices\b",
    re.IGNORECASE,
)
_RUN_ON = re.compile(r"(?<=[A-Z0-9]\]) (?=(?!ENTRIES\b)[A-Z][A-Z'-]{3,}(?:,| [A-Z]|$))")
"""Where an entry begins behind another on one line: ``Turkey [LIBYA] AUTO BATTERY PLANT,``."""
_CHANGE = re.compile(r"-+\s*to\s*-+", re.IGNORECASE)
_KIND_LAST = re.compile(r"\((?:individual|vessel|entity)\)\.?$")
_OPEN_LINK = re.compile(r"\((?:Linked To|individual)\b")
# How a sentence begins; an entry begins with a name, in capitals nearly always.
_SENTENCE = re.compile(
    r"(?:The|All|In|This|New|Although|Because|Additional|These|They|It|As|Where|For|To|Information|Name|"
    r"Persons|Some|Every|Each|and|but|must|resulting|therefore|Pursuant|Global)\b,? +['\"(]?[a-z]"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """An entry, a heading or a paragraph, its line breaks taken out."""

    line: int
    """Number of its first line in the file, from 1."""
    text: str
    on: date | None
    """The date it stands under; None before the first."""
    opens_date: bool = False
    """True for the passage that a date stands before."""


def decoded(raw: bytes) -> str:
    """Return the text of a file: UTF-8 where it is, else the DOS code page of the years before 2002."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp437")
    # DOS marked the end of a text with Ctrl-Z, and its printers' pages with a form feed.
    return text.replace("\x1a", "").replace("\x0c", "\n")


def bounded(text: str, line: int) -> str:
    """Return *text*; MalformedFileError when it is longer than any passage."""
    if len(text) > MAX_PASSAGE:
        raise MalformedFileError(f"line {line}: a passage of more than {MAX_PASSAGE:,} characters")
    return text


def is_entry(text: str) -> bool:
    """Return whether a passage ends as the entry of a party does, and does not begin as a sentence does."""
    tail = text.rstrip()[-400:]  # the end of the longest list of links that follows a programme
    return tail[-1:] in "])*¤.;,\"'" and bool(_ENTRY_END.search(tail)) and not _SENTENCE.match(text)


def passages(text: str) -> Iterator[Passage]:
    """Yield a file's passages in order."""
    on: date | None = None
    found = _wrapped(text) if re.search(r"(?<!\r)\n", text) else _typed(text)
    for line, passage in found:
        dated = _DATE.match(passage)
        day = _day(dated) if dated else None
        if dated and day:
            on = day
            passage = passage[dated.end() :]
        yield Passage(line, passage, on, opens_date=day is not None)


def _day(dated: re.Match[str]) -> date | None:
    month, day, year = (int(group) for group in dated.groups())
    if year < 100:
        year += 1900 if year >= 90 else 2000
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _wrapped(text: str) -> Iterator[tuple[int, str]]:
    """Yield passages of a file in which a bare LF wraps and CRLF ends."""
    line = 1
    for part in text.split("\r\n"):
        lead = len(part) - len(part.lstrip("\n"))
        if part.strip():
            yield from _paragraphs(line + lead, part.strip("\n").split("\n"))
        line += part.count("\n") + 1


def _typed(text: str) -> Iterator[tuple[int, str]]:
    """Yield passages of a file in which every line ends in CRLF."""
    block: list[str] = []
    first = 1
    for number, line in enumerate([*text.replace("\r\n", "\n").split("\n"), ""], start=1):
        if line.strip():
            if not block:
                first = number
            block.append(line)
        elif block:
            yield from _paragraphs(first, block)
            block = []


def _paragraphs(first: int, lines: list[str]) -> Iterator[tuple[int, str]]:
    """Cut the lines of a paragraph into passages: after each entry, and after a heading's colon."""
    if _DATE.match(lines[0]) and len(lines[0].strip()) > len("12/31/2000:"):
        # What stands on the line of a date is a heading, up to its colon, or prose.
        leads = [number for number, line in enumerate(lines, start=1) if line.rstrip().endswith(":")]
        cut = leads[0] if leads and not is_entry(_joined(lines[: leads[0]])) else len(lines)
        yield first, bounded(_joined(lines[:cut]), first)
        first, lines = first + cut, lines[cut:]
    kept = ""
    start = first
    rows = [(first + offset, row) for offset, line in enumerate(lines) for row in _RUN_ON.split(line)]
    for number, (at, row) in enumerate(rows):
        if not kept:
            start = at
        kept = bounded(_continued(kept, row.strip()), start)
        following = rows[number + 1][1] if number + 1 < len(rows) else None
        if following is None or _ends(kept, following):
            yield start, kept
            kept = ""


def _ends(so_far: str, following: str) -> bool:
    """Return whether a passage is over before the line that follows."""
    if _DATE.match(following) and re.match(r"\S+\s*(?::|\s{3,})", following):
        return True
    if _GOES_ON.match(following.lstrip()):
        return False
    if _KIND_LAST.search(so_far[-14:]) and _CHANGE.search(so_far):
        return True  # the new side of a change now and then lacks its programme
    if not is_entry(so_far) or _CHANGE.search(so_far[-8:]):
        return False
    opened = [found.start() for found in _OPEN_LINK.finditer(so_far)]
    return not opened or so_far.count("(", opened[-1]) <= so_far.count(")", opened[-1])


def _joined(lines: list[str]) -> str:
    """Return wrapped lines as one text."""
    text = ""
    for line in lines:
        text = _continued(text, line.strip())
        if len(text) > MAX_PASSAGE:  # whoever asks refuses it
            break
    return text


def _continued(text: str, part: str) -> str:
    """Put a line behind a text: a word cut at its hyphen is not parted by a space."""
    cut = text[-1:] == "-" and text[-2:-1].isalnum() and (part[:1].isalnum() or part[:1] in "_#(")
    return f"{text}{part}" if not text or (cut and not text.endswith("-to-")) else f"{text} {part}"
