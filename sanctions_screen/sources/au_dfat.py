"""Australia's Consolidated List (DFAT), as XLSX.

https://www.dfat.gov.au/sites/default/files/Australian_Sanctions_Consolidated_List.xlsx. Quirks:

- One row per name; rows whose Reference is one number with or without letters (2, 2a, 2b) are one party.
- A date of birth may be a day, a year stored as a number, or several in one text: ``Approximately 1963,
  30/01/1972``; day before month.
- Citizenships are parted by semicolons; places and addresses may be numbered ``a) … b) …``.
- Passports and the like stand in the free text of Additional Information, which is kept as the remarks.
"""

from __future__ import annotations

import re

from .account import Furniture, any_text, spelt, words
from .base import ListBuilder, ParsedList
from .dates import day_of, partial_dates
from .draft import PartyDraft, country
from .files import ListFile
from .gathering import Gathered
from .sheets import is_xlsx, sheet_rows
from .spellings import spellings
from .table import Row, rows_under_header
from .text import csv_rows, decoded

FORMAT = "au-dfat"
PARSER_VERSION = "4"
LIST_ID = "au-dfat"
DAY_MARKS: tuple[str, ...] = ()

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_NEEDED = ("reference", "nameofindividualorentity", "type", "nametype")
_EXTRA = {
    "listinginformation": "Listing Information", "controldate": "Control Date",
    "targetedfinancialsanction": "Targeted Financial Sanction", "travelban": "Travel Ban",
    "armsembargo": "Arms Embargo", "maritimerestriction": "Maritime Restriction",
}  # fmt: skip
_KNOWN = (
    "aliasstrength", "dateofbirth", "placeofbirth", "citizenship", "address", "additionalinformation",
    "imonumber", "committees", "instrumentofdesignation", *_EXTRA,
)  # fmt: skip
_KINDS = {"individual": "person", "entity": "organisation", "vessel": "vessel"}
_ROLES = {"primary name": "primary", "original script": "strong"}
_DAY = r"\d{1,2} [A-Za-z]+\.? \d{4}"
# "Listed by the 2140 Committee on 9 November 2021", "Designated under the … Regulations on 2 May 2012".
_LISTED = re.compile(
    rf"^(?:(?:First )?Listed|Designated|The Minister for Foreign Affairs listed)\b[^.;()]*?\bon:? ({_DAY})",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"\(\s*amended\b([^()]*)\)", re.IGNORECASE)

_FURNITURE = Furniture({
    "reference": any_text,
    "type": words(*_KINDS),
    "nametype": words(*_ROLES, "Alias"),
    "aliasstrength": words("Strong", "Weak"),
    "nameofindividualorentity": spelt,
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for a workbook, or a CSV, whose header has DFAT's columns."""
    column = "Name of Individual or Entity"
    if not is_xlsx(file):
        return column in file.head_text[:2000]
    parts = ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
    return any(column.encode() in next(file.chunks(part), b"") for part in parts if part in file.members)


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
    parties = Gathered(build)
    for row in rows_under_header(build, rows, _NEEDED, _KNOWN):
        found = re.fullmatch(r"(\d+)\s*[a-z]*", row["reference"].casefold())
        if found is None:
            build.fail(f"{row['reference']!r} is no reference of this list", line=row.line)
        draft = parties.draft(found[1], _KINDS.get(row["type"].casefold()), row.line, row.heard)
        _read_row(build, draft, row)
    parties.add_all()
    return build.finish()


def _read_row(build: ListBuilder, draft: PartyDraft, row: Row) -> None:
    weak = row["aliasstrength"].casefold() == "weak"
    role = _ROLES.get(row["nametype"].casefold(), "weak" if weak else "strong")
    note = "original script" if row["nametype"].casefold() == "original script" else None
    for spelling in spellings(row["nameofindividualorentity"]):
        draft.name(spelling, role, note=note)
    dates, rest = partial_dates(row["dateofbirth"])
    draft.birth_dates += dates
    for text in rest:
        build.unread(text, "not a date of birth", line=row.line)
    draft.birth_places += spellings(row["placeofbirth"])
    draft.nationalities += [country(part) or {} for part in row["citizenship"].split(";") if part.strip()]
    for address in spellings(row["address"]):
        draft.address(text=address)
    draft.identifier("imo", row["imonumber"])
    draft.programmes += [row["committees"]] if row["committees"] else []
    draft.legal_bases += [row["instrumentofdesignation"]] if row["instrumentofdesignation"] else []
    draft.remarks += [row["additionalinformation"]] if row["additionalinformation"] else []
    for key, label in _EXTRA.items():
        draft.also(label, row[key])
    if listed := _LISTED.match(row["listinginformation"]):
        # A row for a later alias may have the day of its own; the party was listed on the first.
        days = [day for day in (draft.listed_on, day_of(listed[1])) if day]
        draft.listed_on = min(days, default=None)
    for amended in _AMENDED.findall(row["listinginformation"]):
        days = [day for each in re.findall(_DAY, amended) if (day := day_of(each))]
        draft.amended_on = sorted({*draft.amended_on, *days})
