"""The lines of OFAC's yearly change files, put together into dated sections and the passages under them.

Reach for this module for the shape of these files alone; what a passage says is read elsewhere. The files were
typeset for a screen of 70 columns and wrap every passage. Three ways of writing occur:

* from 2012 on a passage ends at CRLF, a bare LF only wraps it;
* before that every line ends in CRLF, and an entry ends with the programme in brackets at the end of a line;
* in 1994 to 1996 much is prose, a paragraph a date.

A date such as ``07/02/13:`` at the head of a paragraph dates everything up to the next one.

Guarantee: every line that is not blank belongs to exactly one passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

__all__ = ["Passage", "decoded", "is_entry", "passages"]

_DATE = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\s*(?::|-(?=\s)|(?=\s{2,})|$)\s*")
_PROGRAMME = r"\[[A-Z][A-Za-z0-9&_ -]*\.?\]"
_ENTRY_END = re.compile(
    rf"{_PROGRAMME}['\"”]?[*¤]*\s*(?:\((?:Linked To|individual|vessel|entity|aircraft)[^)]*(?:\([^)]*\)[^)]*)*\))?"
    r"\s*[*.;,]*$"
)
_GOES_ON = re.compile(r"-+\s*to\s*-+|\[|\(Linked To|\(individual|\(vessel|,|including\b|all offices\b", re.I)
_CHANGE = re.compile(r"-+\s*to\s*-+", re.IGNORECASE)
_OPEN_LINK = re.compile(r"\((?:Linked To|individual)[^()]*(?:\([^()]*\)[^()]*)*$")


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
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp437")


def is_entry(text: str) -> bool:
    """Return whether a passage ends as the entry of a party does."""
    return bool(_ENTRY_END.search(text.rstrip()))


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
    kept: list[str] = []
    start = first
    for offset, line in enumerate(lines):
        if not kept:
            start = first + offset
        kept.append(line)
        following = lines[offset + 1] if offset + 1 < len(lines) else None
        if following is None or _ends(_joined(kept), following):
            yield start, _joined(kept)
            kept = []


def _ends(so_far: str, following: str) -> bool:
    """Return whether a passage is over before the line that follows."""
    if _DATE.match(following) and re.match(r"\S+\s*(?::|\s{3,})", following):
        return True
    if _GOES_ON.match(following.lstrip()):
        return False
    if _OPEN_LINK.search(so_far) or _CHANGE.search(so_far[-8:]):
        return False
    return is_entry(so_far)


def _joined(lines: list[str]) -> str:
    """Return wrapped lines as one text: a word cut at its hyphen is not parted by a space."""
    text = ""
    for line in lines:
        part = line.strip()
        text += part if not text or _cut_word(text, part) else f" {part}"
    return text


def _cut_word(text: str, part: str) -> bool:
    """Return whether the line break stands inside a word: after a hyphen that has no space before it."""
    return bool(re.search(r"\w-$", text)) and bool(re.match(r"[\w#(]", part)) and not text.endswith("-to-")
