"""OFAC's fixed-field files: SDN.FF and CONS_PRIM.FF with those that belong beside them.

Were at https://www.treasury.gov/ofac/downloads/sdn.ff; OFAC offers them no longer, old ones are about. The
positions are those of OFAC's dat_spec.txt. Quirks: the same four files as :mod:`.ofac_delimited`, with the
same nulls and remarks, but weak aliases in double quotation marks; every record of a file but the comments
has one length, so a record of another length is broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..errors import MalformedFileError
from .base import ParsedList
from .files import ListFile
from .ofac_delimited import OfacRow, not_the_main_file, read_family
from .text import decoded

FORMAT = "ofac-fixed"
PARSER_VERSION = "3"
LIST_ID = "us-ofac-sdn"
DAY_MARKS: tuple[str, ...] = ()

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

# Where each field begins, and where the record ends, counted from 0. dat_spec.txt gives 10 for the first
# position of the main file; in the files it is 0.
_POSITIONS = {
    "main": (0, 10, 360, 372, 422, 622, 630, 655, 669, 677, 717, 867, 1867),
    "addresses": (0, 10, 20, 770, 886, 1136, 1336),
    "aliases": (0, 10, 20, 28, 378, 578),
}


def recognises(file: ListFile, /) -> bool:
    """True when the first line has the length of a record and begins with a number set to the right."""
    return _kind_of(file) is not None


def _kind_of(file: ListFile) -> str | None:
    line = file.head_text.partition("\n")[0].rstrip("\r")
    if not line[:10].strip().isdecimal() or "," in line[:20]:
        return None
    return next((kind for kind, ends in _POSITIONS.items() if len(line) == ends[-1]), None)


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list with the files beside it."""
    found = _kind_of(file)
    if found != "main":
        raise not_the_main_file(file, found)
    return read_family(file, list_id, FORMAT, PARSER_VERSION, _rows)


def _rows(file: ListFile, kind: str) -> Iterator[OfacRow]:
    for number, raw in enumerate(decoded(file).split("\n"), start=1):
        line = raw.rstrip("\r")
        if not line.strip(" \x1a"):
            continue
        yield OfacRow(number, _fields(file, number, line, kind))


def _fields(file: ListFile, number: int, line: str, kind: str) -> list[str]:
    ends = _POSITIONS.get(kind, (0, 10, len(line)))
    if len(line) != ends[-1] or not line[:10].strip().isdecimal():
        raise MalformedFileError(
            f"{file.name}, line {number}: {len(line)} characters where a record of OFAC's {kind} "
            f"has {ends[-1]}, or no number at its start"
        )
    fields = [line[start:end] for start, end in pairwise(ends)]
    # Trailing spaces fill a field up; a remark that fills its field goes on in the comments.
    kept = [field.strip() for field in fields[:-1]] + [fields[-1] if kind == "main" else fields[-1].strip()]
    if not fields[-1].endswith(" " * 2) and kind == "main":
        return ["" if field == "-0-" else field for field in kept]
    return ["" if field.strip() == "-0-" else field.strip() for field in kept]
