"""One line of OFAC's delimited files taken apart, and which of the four files it is of.

Reach for this module in :mod:`.ofac_delimited`. Guarantees: a line gives all of its fields or an error with
its number; with a header the columns are read by their names, and one that OFAC does not have is an error;
a quotation mark without its pair spoils no line whose fields can still be counted, and the line says so.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import MalformedFileError
from .files import ListFile
from .labels import label_key
from .text import decoded, fields_of_line

__all__ = ["FIELDS", "OfacRow", "kind_of", "rows"]

FIELDS = {
    "main": ("ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type", "Tonnage",
             "GRT", "Vess_flag", "Vess_owner", "Remarks"),
    "addresses": ("Ent_num", "Add_num", "Address", "City", "Country", "Add_remarks"),
    "aliases": ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"),
    "comments": ("ent_num", "Remarks"),
}  # fmt: skip
"""The fields of a record in their order, by the names OFAC's dat_spec.txt gives them."""
_COLUMNS = {kind: len(fields) for kind, fields in FIELDS.items()}
_KEYS = {kind: [label_key(name) for name in names] for kind, names in FIELDS.items()}
# Names that spreadsheets and converters give the same columns.
_OTHER_KEYS = {"uid": "entnum", "id": "entnum", "entity": "entnum", "name": "sdnname", "type": "sdntype",
               "callsign": "callsign", "vesseltype": "vesstype", "grossregisteredtonnage": "grt",
               "vesselflag": "vessflag", "vesselowner": "vessowner", "programs": "program"}  # fmt: skip


class OfacRow(NamedTuple):
    """One record of one of OFAC's files: its line and its fields, nulls made empty."""

    line: int
    fields: list[str]
    lone_quote: bool = False
    """True when a quotation mark had no pair, so that the fields were told by their number and order."""


def kind_of(text: str) -> str | None:
    """Return which of the four files this is, from its first whole records; None when it is none."""
    lines = [line for line in text.splitlines()[:4] if line.strip("\x1a \r\n")]
    if lines and (keys := _header(lines[0])):
        return next((kind for kind, known in _KEYS.items() if set(keys) == set(known)), None) or _told(
            lines[1:]
        )
    return _told(lines)


def _told(lines: list[str]) -> str | None:
    for line in lines[:3]:  # the first may be damaged: that is for the reader to say
        line = _unwrapped(line)
        for delimiter in ",|@":
            number, _, rest = line.partition(delimiter)
            if not number.strip().strip('"').isdigit():
                continue
            try:
                width = len(fields_of_line(_NAMELESS, 1, line, delimiter))
            except MalformedFileError:
                continue
            kind = next((kind for kind, names in FIELDS.items() if len(names) == width), None)
            # Two columns are too few to tell by their number: comments are always quoted text.
            if kind and (rest.startswith('"') or "-0-" in rest or kind == "addresses"):
                return kind if kind != "aliases" or re.search(r'"?[afn]ka"?', line) else None
    # A line of comments with a quotation mark too many is none that can be counted.
    return "comments" if lines and re.match(r'\d+[,|@]"', lines[0]) and '",' not in lines[0] else None


_NAMELESS = ListFile("head")


def _header(line: str) -> list[str]:
    """Return the keys of a header's columns, in OFAC's own names; nothing when the line is none."""
    delimiter = max(",|@", key=line.count)
    try:
        cells = next(csv.reader([line.strip("\r\n")], delimiter=delimiter))
    except (csv.Error, StopIteration):
        return []
    keys = [_OTHER_KEYS.get(label_key(cell), label_key(cell)) for cell in cells]
    return keys if "entnum" in keys else []


def _delimiter_of(text: str) -> str:
    found = re.search(r'^"?\d+([,|@])', text, re.MULTILINE)
    return found[1] if found else max(",|@", key=text.partition("\n")[0].count)


def _unwrapped(line: str) -> str:
    """Undo a spreadsheet that saved each line as one quoted field: ``"36,""X"",-0-"``."""
    if re.match(r'"\d+[,|@]', line) and line.endswith('"') and len(line) > 1:
        return line[1:-1].replace('""', '"')
    return line


def rows(file: ListFile, kind: str) -> Iterator[OfacRow]:
    """Yield every record; MalformedFileError for a line that is not one."""
    text = decoded(file)
    delimiter, order = _delimiter_of(text[:4096]), list(range(len(FIELDS[kind])))
    for number, raw in enumerate(text.split("\n"), start=1):
        line = _unwrapped(raw.rstrip("\r"))
        if not line.strip(' "\x1a'):
            continue
        if number == 1 and (keys := _header(line)):
            order = _order(file, keys, kind)
            continue
        yield _row(file, number, line, delimiter, order)


def _order(file: ListFile, keys: list[str], kind: str) -> list[int]:
    """Return for each of OFAC's fields its place under the header."""
    known = _KEYS[kind]
    if len(keys) == len(known) and not any(key in known for key in keys[1:]):
        return list(range(len(known)))  # a header in words of somebody's own over columns in OFAC's order
    if strange := [key for key in keys if key not in known] or [key for key in known if key not in keys]:
        name = next((name for name in file.head_text.splitlines()[0].split(",")
                     if label_key(name) == strange[0]), strange[0])  # fmt: skip
        raise MalformedFileError(f"{file.name}, line 1: a header with {name!r}, no column of OFAC's {kind}")
    return [keys.index(key) for key in known]


def _row(file: ListFile, number: int, line: str, delimiter: str, order: list[int]) -> OfacRow:
    lone_quote = False
    try:
        fields = fields_of_line(file, number, line, delimiter)
    except MalformedFileError:
        counted = _counted(line, delimiter, len(order))
        if counted is None:
            raise
        fields, lone_quote = counted, True
    if len(fields) != len(order):
        raise MalformedFileError(
            f"{file.name}, line {number}: {len(fields)} fields where a record has {len(order)}"
        )
    fields = [fields[at] for at in order]
    if not fields[0].strip().isdecimal():
        raise MalformedFileError(f"{file.name}, line {number}: {fields[0][:40]!r} is no OFAC number")
    # A remark cut at its limit may end in a space that parts two words.
    cells = ["" if field.strip() == "-0-" else field for field in fields]
    return OfacRow(number, [*(cell.strip(" ") for cell in cells[:-1]), cells[-1]], lone_quote)


def _counted(line: str, delimiter: str, width: int) -> list[str] | None:
    """Return the fields of a line with a lone quotation mark, told by where a field can end, or None.

    A quotation mark inside a field is text there unless a delimiter follows it.
    """
    part = re.escape(delimiter)
    field = rf'(?:"((?:[^"]|"(?!{part}))*)"|([^"{part}]*))'
    last = rf'(?:"((?:[^"]|"(?!{part}))*?)"?|([^"{part}]*))'
    found = re.fullmatch(part.join([field] * (width - 1) + [last]), line)
    if found is None:
        return None
    values = found.groups()
    return [(quoted if quoted is not None else plain or "").replace('""', '"')
            for quoted, plain in zip(values[::2], values[1::2], strict=True)]  # fmt: skip
