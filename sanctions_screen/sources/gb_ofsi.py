"""The United Kingdom's consolidated list of financial sanctions targets (OFSI), as CSV and XLSX.

Was at https://ocsistorage.blob.core.windows.net/publishlive/2022format/ConList.csv; retired on 2026-01-28
in favour of the UK Sanctions List (:mod:`.gb_fcdo`). Quirks:

- The first row says when the list was last updated; the second is the header. Before 2022 there were 29
  columns, since then 36: numbers stand apart from details, and there are names in other scripts.
- One row per combination of a name, a birth date and an address; rows with one Group ID are one party.
- ``Name 6`` is the family name of a person, and the whole name of anything else.
- Unknown days and months are ``00``: ``00/00/1955``. Numbered values are written ``(1) … (2) …``.
- Ships, their flags, owners and IMO numbers stand in the free text under labels: ``(IMO number):7408873``.
- The older CSVs are in Windows-1252.
"""

from __future__ import annotations

from collections.abc import Iterable

from .account import Furniture, spelt, words
from .base import ListBuilder, ParsedList
from .dates import day_of, partial_dates
from .draft import PartyDraft, country
from .files import ListFile
from .gathering import Gathered
from .gb_names import (
    GRADES,
    KINDS,
    NAME_TYPES,
    SCRIPTS,
    add_labelled,
    add_name,
    add_numbered,
    kind_of,
    labelled,
    numbered,
    role_of,
)
from .sheets import is_xlsx, sheet_rows
from .table import Row, column_key, rows_under_header
from .text import csv_rows, decoded

FORMAT = "gb-ofsi-conlist"
PARSER_VERSION = "3"
LIST_ID = "gb-ofsi"
DAY_MARKS: tuple[str, ...] = ("Last Updated", "LastUpdated")

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_NEEDED = ("name6", "grouptype", "aliastype", "regime", "groupid")
_NAMES = ("name1", "name2", "name3", "name4", "name5", "name6")
_ADDRESS = ("address1", "address2", "address3", "address4", "address5", "address6")
_KNOWN = (
    *_NAMES, *_ADDRESS, "title", "namenonlatinscript", "nonlatinscripttype", "nonlatinscriptlanguage", "dob",
    "townofbirth", "countryofbirth", "nationality", "passportnumber", "passportdetails", "ninumber",
    "nationalidentificationnumber", "nationalidentificationdetails", "position", "postzipcode", "country",
    "otherinformation", "aliasquality", "listedon", "uksanctionslistdatedesignated", "lastupdated",
)  # fmt: skip

_FURNITURE = Furniture({
    "grouptype": words(*KINDS),
    "aliastype": words(*NAME_TYPES),
    "aliasquality": words(*GRADES),
    "nonlatinscripttype": words(*SCRIPTS),
    **dict.fromkeys((*_NAMES, "namenonlatinscript"), spelt),
    "otherinformation": labelled,
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the list's header in the first rows of a CSV, or of an XLSX."""
    if is_xlsx(file):
        return any("Group ID" in text and "Name 6" in text for text in _first_texts(file))
    head = file.head_text[:4000]
    return "Name 6" in head and "Group ID" in head and "Alias Type" in head


def _first_texts(file: ListFile) -> Iterable[str]:
    for part in file.members:
        if part in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
            yield next(file.chunks(part), b"").decode("utf-8", "replace")


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    rows = sheet_rows(build, file) if is_xlsx(file) else csv_rows(file, decoded(file))
    before: list[list[str]] = []
    parties = Gathered(build)
    for row in rows_under_header(build, rows, _NEEDED, _KNOWN, before):
        _read_row(build, parties.draft(row["groupid"], kind_of(row["grouptype"]), row.line, row.heard), row)
    parties.add_all()
    updated = (cells[1] for cells in before if len(cells) > 1 and column_key(cells[0]) == "lastupdated")
    return build.finish(day_of(next(updated, "")))


def _read_row(build: ListBuilder, draft: PartyDraft, row: Row) -> None:
    add_name(draft, [row[key] for key in _NAMES], role_of(row["aliastype"], row["aliasquality"]))
    draft.name(row["namenonlatinscript"], "strong", script=SCRIPTS.get(row["nonlatinscripttype"].casefold()),
               note=row["nonlatinscriptlanguage"])  # fmt: skip
    draft.titles += [row["title"]] if row["title"] else []
    _read_birth(build, draft, row)
    draft.nationalities += [country(text) or {} for text in numbered(row["nationality"])]
    add_numbered(draft, "passport", row["passportnumber"], row["passportdetails"])
    national = row.first("nationalidentificationdetails", "ninumber")
    add_numbered(draft, "national-id", row["nationalidentificationnumber"], national)
    draft.positions += numbered(row["position"])
    draft.programmes += [row["regime"]] if row["regime"] else []
    draft.address(
        text=", ".join(filter(None, (row[key] for key in _ADDRESS))),
        postal_code=row["postzipcode"],
        country=country(row["country"]),
    )
    if row["otherinformation"] and row["otherinformation"] not in draft.remarks:
        draft.remarks.append(row["otherinformation"])
        add_labelled(draft, row["otherinformation"])
    _read_days(build, draft, row)


def _read_birth(build: ListBuilder, draft: PartyDraft, row: Row) -> None:
    dates, rest = partial_dates(row["dob"])
    draft.birth_dates += dates
    for text in rest:
        build.unread(text, "not a date of birth", line=row.line)
    towns, lands = numbered(row["townofbirth"]), numbered(row["countryofbirth"])
    if len(towns) == len(lands):
        draft.birth_places += [f"{town}, {land}" for town, land in zip(towns, lands, strict=True)]
    else:
        draft.birth_places += [", ".join((*towns, *lands))]


def _read_days(build: ListBuilder, draft: PartyDraft, row: Row) -> None:
    for key in ("uksanctionslistdatedesignated", "listedon", "lastupdated"):
        day = day_of(row[key]) if row[key] else None
        if row[key] and day is None:
            build.unread(f"{key} {row[key]}", "not a day", line=row.line)
        elif day is not None and key == "lastupdated":
            draft.amended_on.append(day)
        elif day is not None and key == "listedon":
            if draft.listed_on not in (None, day):  # the rows of one party may tell several days
                draft.also("Listed On", draft.listed_on.isoformat())
                draft.also("Listed On", day.isoformat())
            draft.listed_on = min(filter(None, (draft.listed_on, day)))
        elif day is not None:
            draft.also("UK Sanctions List Date Designated", day.isoformat())
