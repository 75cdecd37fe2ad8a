"""A user's own list: a CSV with a header.

Columns ``party_id`` and ``name`` are required; ``kind, role, birth_date, countries, identifiers, programmes,
listed_on, delisted_on`` are optional, in any order; one row per name, rows with one ``party_id`` are one
party. Quirks:

- ``party_id`` is the user's reference; ``list_id:`` before it is allowed and must be this list's.
- Several values in a cell are parted by ``;``. A country is a code or a name; one that is not known is kept,
  and reported. An identifier is a number, or ``type:number`` with a type of
  :data:`sanctions_screen.model.IdentifierType` (``passport:A123``).
- ``kind`` is person (also ``individual``), organisation (``entity``, ``company``), vessel or aircraft;
  without it a party with a birth date is a person, and any other is told by its name: see :mod:`.kinds`.
- ``role`` is primary, strong, weak or former; without it a party's first name is primary, the others strong.
- The facts of a party may stand on any of its rows, and the same fact on several; two different listing
  days, kinds, or delisting days for one party are an error.
- A column it does not know is an error: a misspelt header would lose its facts in silence.
"""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from ..errors import SourceError
from ..model import IdentifierType, PartialDate
from .account import NOT_USED, Furniture, Heard, Told, any_text, spelt
from .base import ListBuilder, ParsedList
from .draft import PartyDraft, country
from .files import ListFile
from .kinds import kind_by_name
from .text import csv_rows, decoded

FORMAT = "user-csv"
PARSER_VERSION = "1"
LIST_ID = ""
DAY_MARKS: tuple[str, ...] = ()

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_REQUIRED = ("party_id", "name")
_OPTIONAL = (
    "kind",
    "role",
    "birth_date",
    "countries",
    "identifiers",
    "programmes",
    "listed_on",
    "delisted_on",
)
_KINDS = {
    "person": "person", "individual": "person", "organisation": "organisation",
    "organization": "organisation", "entity": "organisation", "company": "organisation",
    "vessel": "vessel", "ship": "vessel",
    "aircraft": "aircraft",
}  # fmt: skip
_LABEL = re.compile(r"[A-Za-z][A-Za-z _-]{2,}")
_ROLES = ("primary", "strong", "weak", "former")
_IDENTIFIERS = frozenset(get_args(IdentifierType))


def _identifiers(text: str, told: Told) -> str | None:
    """The rule for identifiers: the type before a colon goes into the type."""
    values = [part.partition(":")[2] if part.partition(":")[0].strip().casefold() in _IDENTIFIERS else part
              for part in _several(text)]  # fmt: skip
    return None if all(told.holds(value) for value in values) else NOT_USED


_FURNITURE = Furniture({
    **dict.fromkeys(("party_id", "kind", "role"), any_text),  # a wrong one is an error
    "name": spelt,
    "identifiers": _identifiers,
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True when the first line is a header with ``party_id`` and ``name``."""
    return set(_REQUIRED) <= set(_header(file.head_text.partition("\n")[0]))


def _header(line: str) -> list[str]:
    delimiter = max(",;\t", key=line.count)
    return [cell.strip().strip('"').strip().casefold() for cell in line.split(delimiter)]


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list; *list_id* must be given."""
    if not list_id:
        raise SourceError(f"{file.name}: say which list this is: give list_id (a user's own CSV names none)")
    build = ListBuilder(
        file, list_id=list_id, format_name=FORMAT, parser_version=PARSER_VERSION, furniture=_FURNITURE
    )
    text = decoded(file)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    rows = csv_rows(file, text, delimiter)
    header = [cell.strip().casefold() for cell in next(rows)[1]]
    _check_header(build, header)
    drafts: dict[str, PartyDraft] = {}
    for line, row in rows:
        if len(row) != len(header):
            build.fail(f"{len(row)} cells under a header of {len(header)}", line=line)
        heard = build.hear_row(zip(header, row, strict=True), line)
        _read_row(build, drafts, heard, line, dict(zip(header, (cell.strip() for cell in row), strict=True)))
    for draft in drafts.values():
        draft.kind = draft.kind or ("person" if draft.birth_dates else kind_by_name(draft.names[0]["text"]))
        build.add(draft)
    return build.finish()


def _check_header(build: ListBuilder, header: list[str]) -> None:
    known = {*_REQUIRED, *_OPTIONAL}
    if unknown := [name for name in header if name not in known]:
        build.fail(f"unknown column {unknown[0]!r}; known are {', '.join((*_REQUIRED, *_OPTIONAL))}", line=1)
    if doubled := [name for name in header if header.count(name) > 1]:
        build.fail(f"the column {doubled[0]!r} stands twice", line=1)


def _read_row(
    build: ListBuilder, drafts: dict[str, PartyDraft], heard: Heard, line: int, row: dict[str, str]
) -> None:
    reference = row["party_id"].removeprefix(f"{build.list_id}:")
    if not reference:
        build.fail("a row without a party_id", line=line)
    if not row["name"]:
        build.fail("a row without a name", record=reference, line=line)
    draft = drafts.get(reference)
    first = draft is None
    if draft is None:
        draft = drafts[reference] = PartyDraft(f"{build.list_id}:{reference}", "", line=line)
    draft.heard.append(heard)
    role = row.get("role", "").casefold() or ("primary" if first else "strong")
    if role not in _ROLES:
        build.fail(f"role {role!r} is none of {', '.join(_ROLES)}", record=reference, line=line)
    draft.name(row["name"], role)
    _read_kind(build, draft, row.get("kind", ""), line)
    for text in _several(row.get("birth_date", "")):
        try:
            draft.birth_dates.append(PartialDate.parse(text))
        except ValueError as error:
            build.fail(f"birth_date: {error}", record=reference, line=line)
    _read_countries(build, draft, row.get("countries", ""), line)
    draft.programmes += _several(row.get("programmes", ""))
    for text in _several(row.get("identifiers", "")):
        kind, colon, value = text.partition(":")
        known = colon and kind.strip().casefold() in _IDENTIFIERS
        if colon and not known and _LABEL.fullmatch(kind.strip()) and not value.startswith("//"):
            build.unread(text, "a type of identifier that is not known", line=line)
        draft.identifier(kind.strip().casefold() if known else "other", value if known else text)
    for field in ("listed_on", "delisted_on"):
        _read_day(build, draft, field, row.get(field, ""), line)


def _read_countries(build: ListBuilder, draft: PartyDraft, cell: str, line: int) -> None:
    for text in _several(cell):
        told = country(text) or {}
        draft.nationalities.append(told)
        if not told.get("code"):
            build.unread(text, "no country that is known here: it says nothing for or against", line=line)


def _several(cell: str) -> list[str]:
    return [part for part in (p.strip() for p in cell.split(";")) if part]


def _read_kind(build: ListBuilder, draft: PartyDraft, text: str, line: int) -> None:
    if not text:
        return
    reference = draft.party_id.partition(":")[2]
    kind = _KINDS.get(text.casefold())
    if kind is None:
        build.fail(f"kind {text!r} is none of {', '.join(_KINDS)}", record=reference, line=line)
    if draft.kind and draft.kind != kind:
        build.fail(f"one party is both {draft.kind} and {kind}", record=reference, line=line)
    draft.kind = kind


def _read_day(build: ListBuilder, draft: PartyDraft, field: str, text: str, line: int) -> None:
    if not text:
        return
    reference = draft.party_id.partition(":")[2]
    try:
        day = date.fromisoformat(text)
    except ValueError:
        build.fail(f"{field}: {text!r} is no day; write YYYY-MM-DD", record=reference, line=line)
    if getattr(draft, field) not in (None, day):
        build.fail(f"{field}: the rows of one party say different days", record=reference, line=line)
    setattr(draft, field, day)
