"""The UK Sanctions List (FCDO), as XML, CSV and ODS.

https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml (.csv and .ods beside it). Quirks:

- The CSV and the long ODS have one row per name and address, with the columns of the XML's elements; the
  short ODS of FCDO_SL_… has eight columns and one row per name, without saying which is the primary one: the
  first is taken as such.
- The short ODS of 2025-08-11 has two parties (BEL0174, RUS1467) whose name is blank: they are reported.
- Unknown parts of a birth date are letters: ``dd/mm/1945``. ``NameType`` is spelt in half a dozen ways.
- A CSV begins with its day: ``Report Date: 11-Sep-2026``; the XML has DateGenerated.
- The reference is the Unique ID (RUS0123). OFSI's Group ID of the list it replaced goes along.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from .account import Furniture, any_text, spelt, words
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
    add_fact,
    add_name,
    add_numbered,
    kind_of,
    labelled,
    numbered,
    role_of,
)
from .sheets import is_ods, is_xlsx, sheet_rows
from .table import Row, column_key, rows_under_header
from .text import csv_rows, decoded
from .xml import XmlRecords, local_name, root_of, text_of

FORMAT = "gb-fcdo"
PARSER_VERSION = "3"
LIST_ID = "gb-fcdo"
DAY_MARKS: tuple[str, ...] = ("Report Date", "DateGenerated")

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_NAMES = ("name1", "name2", "name3", "name4", "name5", "name6")
_ADDRESS = tuple(f"addressline{number}" for number in range(1, 7))
_TYPE = ("type", "designationtype", "individualentityship", "entityvesselorindividual")
# Column of the tables → label of the same fact in OFSI's free text, which is read alike.
_FACTS = {
    "gender": "Gender", "imonumber": "IMO number", "phonenumber": "Phone number", "website": "Website",
    "emailaddress": "Email address", "businessregistrationnumbers": "Business Reg No",
    "parentcompany": "Parent company", "subsidiaries": "Subsidiaries", "typeofship": "Type of ship",
    "tonnageofship": "Tonnage of ship", "yearbuilt": "Year built", "previousflags": "Previous flags",
    "currentbelievedflagofship": "Flag of ship", "currentowneroperators": "Current owners",
    "hullidentificationnumberhin": "Hull identification number",
    "cryptowalletaddress": "Crypto wallet address",  # of the XML since 2026
}  # fmt: skip
_EXTRA = {
    "ofsigroupid": "OFSI Group ID", "unreferencenumber": "UN Reference Number", "sanctionsimposed":
    "Sanctions Imposed", "designationsource": "Designation source", "typeofentity": "Type of entity",
    "previousowneroperators": "Previous owner/operator", "lengthofship": "Length of ship",
    "individualentityship": "", "indicator": "Sanctions imposed indicator",
}  # fmt: skip
_KNOWN = (
    *_NAMES, *_ADDRESS, *_TYPE, *_FACTS, *_EXTRA, "name", "regimename", "datedesignated", "lastupdated",
    "nametype", "aliasstrength", "title", "honoraryprofessionalreligioustitles", "namenonlatinscript",
    "nonlatinscripttype", "nonlatinscriptlanguage", "otherinformation", "ukstatementofreasons",
    "addresspostalcode", "addresscountry", "dob", "nationalityies", "nationalidentifiernumber",
    "nationalidentifieradditionalinformation", "passportnumber", "passportadditionalinformation", "position",
    "townofbirth", "countryofbirth",
)  # fmt: skip
# XML element → column of the tables, where the two differ.
_XML_NAMES = {
    "nationality": "nationalityies", "businessregistrationnumber": "businessregistrationnumbers",
    "currentowneroperator": "currentowneroperators", "previousowneroperator": "previousowneroperators",
    "hullidentificationnumber": "hullidentificationnumberhin", "previousflag": "previousflags",
    "subsidiary": "subsidiaries",
}  # fmt: skip
_XML_GROUPS = ("Name", "NonLatinName", "Address", "Passport", "NationalIdentifier", "Location")

_FURNITURE = Furniture({
    **dict.fromkeys((*_TYPE, "Designation/IndividualEntityShip"), words(*KINDS)),
    **dict.fromkeys(("nametype", "Name/NameType"), words(*NAME_TYPES)),
    **dict.fromkeys(("aliasstrength", "Name/AliasStrength"), words(*GRADES)),
    **dict.fromkeys(("nonlatinscripttype", "*/NonLatinScriptType"), words(*SCRIPTS)),
    **dict.fromkeys((*_NAMES, "name", "namenonlatinscript", "*/NameNonLatinScript"), spelt),
    **{f"Name/Name{number}": spelt for number in range(1, 7)},
    "/DateGenerated": any_text,
    "SanctionsImposedIndicators/*": words("true", "false"),
    **dict.fromkeys(("otherinformation", "Designation/OtherInformation"), labelled),
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the root Designations, or a header with Unique ID and OFSI Group ID."""
    if is_ods(file) or is_xlsx(file):
        parts = ("content.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
        heads = (next(file.chunks(part), b"") for part in parts if part in file.members)
        return any(b"OFSI Group ID" in head and b"Unique ID" in head for head in heads)
    head = file.head_text[:4000]
    if "Unique ID" in head and "OFSI Group ID" in head:
        return True
    return "<Designation" in head and local_name(root_of(file)[0]) == "Designations"


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    parties = Gathered(build)
    if not (is_ods(file) or is_xlsx(file)) and "<Designation" in file.head_text[:4000]:
        published = _read_xml(build, file, parties)
    else:
        published = _read_table(build, file, parties)
    parties.add_all(report_nameless=True)
    return build.finish(published)


def _read_table(build: ListBuilder, file: ListFile, parties: Gathered) -> date | None:
    sheet = is_ods(file) or is_xlsx(file)
    rows = sheet_rows(build, file) if sheet else csv_rows(file, decoded(file))
    before: list[list[str]] = []
    for row in rows_under_header(build, rows, ("uniqueid",), _KNOWN, before):
        draft = parties.draft(row["uniqueid"], kind_of(row.first(*_TYPE)), row.line, row.heard)
        _read_row(build, draft, row)
    words = " ".join(cell for cells in before for cell in cells)
    return day_of(words.partition(":")[2]) if column_key(words).startswith("reportdate") else None


def _read_row(build: ListBuilder, draft: PartyDraft, row: Row) -> None:
    parts = [row[key] for key in _NAMES] if any(row[key] for key in _NAMES) else ["", row["name"]]
    kind = row["nametype"] or ("Alias" if draft.names else "Primary Name")
    if any(parts):
        add_name(draft, parts, role_of(kind, row["aliasstrength"]))
    draft.name(row["namenonlatinscript"], "strong", script=SCRIPTS.get(row["nonlatinscripttype"].casefold()),
               note=row["nonlatinscriptlanguage"])  # fmt: skip
    _read_person(build, draft, row)
    for key, label in _FACTS.items():
        add_fact(draft, label, row[key])
    for key, label in _EXTRA.items():
        if label:
            draft.also(label, row[key])
    draft.address(
        text=", ".join(filter(None, (row[key] for key in _ADDRESS))),
        postal_code=row["addresspostalcode"],
        country=country(row["addresscountry"]),
    )
    draft.programmes += [row["regimename"]] if row["regimename"] else []
    draft.remarks += [row[key] for key in ("otherinformation", "ukstatementofreasons") if row[key]]
    _read_days(build, draft, row)


def _read_person(build: ListBuilder, draft: PartyDraft, row: Row) -> None:
    draft.titles += numbered(row.first("title", "honoraryprofessionalreligioustitles"))
    draft.positions += numbered(row["position"])
    draft.nationalities += [country(text) or {} for text in numbered(row["nationalityies"])]
    dates, rest = partial_dates(row["dob"])
    draft.birth_dates += dates
    for text in rest:
        build.unread(text, "not a date of birth", line=row.line or None)
    place = ", ".join(filter(None, (row["townofbirth"], row["countryofbirth"])))
    draft.birth_places += [place] if place else []
    add_numbered(draft, "passport", row["passportnumber"], row["passportadditionalinformation"])
    add_numbered(draft, "national-id", row["nationalidentifiernumber"],
                 row["nationalidentifieradditionalinformation"])  # fmt: skip


def _read_days(build: ListBuilder, draft: PartyDraft, row: Row) -> None:
    for key in ("datedesignated", "lastupdated"):
        day = day_of(row[key]) if row[key] else None
        if row[key] and day is None:
            build.unread(f"{key} {row[key]}", "not a day", line=row.line or None)
        elif day is not None and key == "datedesignated":
            if draft.listed_on not in (None, day):
                draft.also("Date Designated", draft.listed_on.isoformat())
                draft.also("Date Designated", day.isoformat())
            draft.listed_on = min(filter(None, (draft.listed_on, day)))
        elif day is not None:
            draft.amended_on.append(day)


def _read_xml(build: ListBuilder, file: ListFile, parties: Gathered) -> date | None:
    records = XmlRecords(build, file, ("Designation", "DateGenerated"))
    published: date | None = None
    for record in records:
        if record.tag == "DateGenerated":
            published = day_of(text_of(record)[:10])
            continue
        reference = text_of(record.find("UniqueID"))
        kind = kind_of(text_of(record.find("IndividualEntityShip")))
        if not reference or kind is None:
            records.fail(f"a designation whose UniqueID is {reference!r} and whose type is not known")
        if len(record.findall("UniqueID")) > 1:
            records.fail(f"the designation {reference} has two of UniqueID: two records run together")
        if parties.holds(reference):
            records.fail(f"the reference {reference} stands twice")
        draft = parties.draft(reference, kind, 0, records.heard)
        draft.line = None
        for row in _rows_of(records, record):
            _read_row(build, draft, row)
    records.report_rest(())
    return published


def _rows_of(records: XmlRecords, record: Element) -> Iterator[Row]:
    """Yield the record as rows like the table's: one per name, address, document or other value."""
    groups = [element for element in record.iter() if element.tag in _XML_GROUPS and len(element)]
    grouped = {leaf for group in groups for leaf in group.iter()}
    for element in record.iter():
        if element in groups:
            yield from _row(records, list(element))
        elif element not in grouped and not len(element):
            yield from _row(records, [element])


def _row(records: XmlRecords, leaves: list[Element]) -> Iterator[Row]:
    row = Row()
    for leaf in leaves:
        text, key = text_of(leaf), column_key(leaf.tag)
        key = _XML_NAMES.get(key, key)
        if not text or key == "uniqueid" or text.casefold() == "false":
            continue
        if text.casefold() == "true":
            key, text = "indicator", leaf.tag
        if key not in _KNOWN:
            records.unread(f"<{leaf.tag}> {text}", "a part of a record this reader does not know")
            continue
        row[key] = text
    if row:
        yield row
