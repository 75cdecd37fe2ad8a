"""Which source reads a file: the one place where sources are named.

Reach for this module to read a list without knowing its format. The content decides, never the file's
name. Adding a source is one module of the shape in :mod:`.base` and one line in :data:`SOURCES`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from .._collector import collector_held
from ..errors import SourceError, UnknownFormatError
from . import (
    au_dfat,
    ca_sema,
    ch_seco,
    eu_fsf,
    eu_fsf_2016,
    gb_fcdo,
    gb_ofsi,
    ofac_advanced,
    ofac_delimited,
    ofac_enhanced,
    ofac_fixed,
    ofac_xml,
    opensanctions,
    un_xml,
    us_bis_dpl,
    us_csl,
    user_csv,
)
from .base import ParsedList, Source
from .files import ListFile

__all__ = ["SOURCES", "read_list", "source_of", "tells_its_day"]

# Asked in this order. The user's own CSV comes first: its header is no publisher's, and its rows may have as
# many columns as OFAC's.
SOURCES: tuple[Source, ...] = (
    user_csv,
    ofac_delimited,
    ofac_fixed,
    ofac_xml,
    ofac_advanced,
    ofac_enhanced,
    un_xml,
    eu_fsf,
    eu_fsf_2016,
    gb_ofsi,
    gb_fcdo,
    ca_sema,
    au_dfat,
    ch_seco,
    us_csl,
    us_bis_dpl,
    opensanctions,
)

_LIST_OF_NAMES = re.compile(r"(?i)\bname\b.*[,;\t]|[,;\t].*\bname\b")
_LIST_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


def source_of(file: ListFile) -> Source:
    """Return the source that reads *file*; UnknownFormatError when none does."""
    for source in SOURCES:
        if source.recognises(file):
            return source
    raise UnknownFormatError(f"{file.name}: {_why_unknown(file)}")


def _why_unknown(file: ListFile) -> str:
    """Say in one line what the file seems to be instead of a list."""
    text = file.head_text.lstrip()
    if file.head.startswith((b"\xfd7zXZ", b"BZh", b"7z\xbc", b"Rar!")):
        return "an archive of a kind that is not unpacked here; unpack it and give the list in it"
    if len(file.members) > 1:
        return f"an archive of {len(file.members)} files, none of them a list to be told; give the list in it"
    if text[:200].casefold().startswith(("<!doctype html", "<html")):
        return "a web page, not a list; the publisher may have answered with an error"
    if "Office of Foreign Assets Control" in " ".join(text[:2000].split()):
        return (
            "OFAC's file of a year's changes: notices of additions and removals, not a list; "
            "'lists import-changes' takes it"
        )
    start = text[:60].splitlines()[0] if text else "nothing"
    if _LIST_OF_NAMES.search(start):
        return (
            f"no publisher's list (it begins with {start!r}); a list of your own is CSV with a header of the "
            "columns party_id and name, and a file of customers is screened with 'batch'"
        )
    known = ", ".join(source.FORMAT for source in SOURCES)
    return f"no reader recognises this content (it begins with {start!r}); readers: {known}"


def tells_its_day(path: str | Path) -> bool:
    """Return whether the words are in a file after which its format says the day; told before it is parsed.

    True also where what follows them may be no day: that is told with the rest.
    """
    file = ListFile(path)
    marks = [_bare(mark.encode()) for mark in source_of(file).DAY_MARKS]
    parts = [name for name in file.members if name.endswith(".xml")] if len(file.members) > 1 else [None]
    return any(_holds(file.chunks(part), marks) for part in parts if marks)


def _holds(chunks: Iterable[bytes], marks: Collection[bytes]) -> bool:
    """True when one of the marks stands in the text, across the edge of two pieces too."""
    end = b""
    for chunk in chunks:
        text = end + _bare(chunk)
        if any(mark in text for mark in marks):
            return True
        end = text[-max(map(len, marks)) :]
    return False


def _bare(text: bytes) -> bytes:
    """Return text without blanks and letter case; the zero bytes of UTF-16 go too."""
    return text.lower().translate(None, b" \t\r\n_\0")


def read_list(path: str | Path, *, list_id: str | None = None) -> ParsedList:
    """Read a publisher's or a user's list; the format is told from the content, siblings are read along.

    *list_id* names the list where the user wants another id than the format's own, and must be given for a
    user's own CSV. Raises SourceError: UnknownFormatError, MalformedFileError or UnsafeFileError.
    """
    if list_id is not None and not _LIST_ID.fullmatch(list_id):
        raise SourceError(f"{list_id!r} is no list id: use lower-case letters, digits, '-', '_' and '.'")
    file = ListFile(path)
    with collector_held():
        return source_of(file).parse(file, list_id)
