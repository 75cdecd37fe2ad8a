"""Canada's Consolidated Autonomous Sanctions List (SEMA and JVCFOA), as XML.

https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml
Quirks:

- A party has no number of its own: Item counts within a schedule of a country's regulations, so the reference
  is the three together, ``Belarus/1, Part 1/1``.
- Country is the regulations' (``Belarus / Bélarus``), not the party's; it is the programme here.
- Aliases stand in one element, parted by commas or semicolons; TitleOrShip is a ship's type, or a title.
- DateOfBirthOrShipBuildDate is what its name says.
- On 2026-08-24 every element was renamed to its names in both languages, ``Country-Pays``, without a notice,
  and TitleOrShip to TitleOrShipType: both forms are read, and give the same references.
"""

from __future__ import annotations

import re

from .account import Furniture, spelt, spelt_as
from .base import ListBuilder, ParsedList
from .dates import day_of, partial_dates
from .draft import PartyDraft, squeezed
from .files import ListFile
from .spellings import spellings
from .xml import XmlRecords, local_name, root_of, text_of

FORMAT = "ca-sema-xml"
PARSER_VERSION = "2"
LIST_ID = "ca-sema"
DAY_MARKS: tuple[str, ...] = ()

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_FIELDS = ("Country", "Schedule", "Item", "LastName", "GivenName", "EntityOrShip", "TitleOrShip", "Aliases",
           "DateOfBirthOrShipBuildDate", "ShipIMONumber", "DateOfListing")  # fmt: skip
_BILINGUAL = {
    "Country-Pays": "Country",
    "Schedule-Annexe": "Schedule",
    "Item-NumeroDarticle": "Item",
    "LastName-NomDeFamille": "LastName",
    "GivenName-Prenom": "GivenName",
    "EntityOrShip-EntiteOuNavire": "EntityOrShip",
    "TitleOrShipType-TitreOuTypeDeNavire": "TitleOrShip",
    "Aliases-Alias": "Aliases",
    "DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire": "DateOfBirthOrShipBuildDate",
    "ShipIMONumber-NumeroOMIDuNavire": "ShipIMONumber",
    "DateOfListing-DateDinscription": "DateOfListing",
}
"""The names since 2026-08-24, and those before, by which the elements are known here."""
_KNOWN = frozenset(("record", field) for field in _FIELDS)
# A comma before one of these belongs to the name: "Makarov Trading, LLC", "Smith, Jr."
_ALIAS_COMMA = re.compile(r";|,(?!\s*(?:LLC|Ltd|Inc|JSC|PJSC|OJSC|Co\b|S\.A|GmbH|Jr|Sr|Limited|Corp))")


def _aliases(text: str) -> list[str]:
    return [spelling for part in _ALIAS_COMMA.split(squeezed(text)) for spelling in spellings(part.strip())]


_SPELT = ("LastName", "GivenName", "EntityOrShip", "Aliases")
_FURNITURE = Furniture({
    f"record/{tag}": spelt_as(_aliases) if field == "Aliases" else spelt
    for tag, field in (*_BILINGUAL.items(), *zip(_FIELDS, _FIELDS, strict=True))
    if field in _SPELT
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the root data-set with records of this list."""
    return "<data-set" in file.head_text and local_name(root_of(file)[0]) == "data-set"


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    records = XmlRecords(build, file, ("record",))
    for record in records:
        for child in record:
            child.tag = _BILINGUAL.get(child.tag, child.tag)
        given = {child.tag: squeezed(text_of(child)) for child in record}
        records.report_unknown(record, _KNOWN, given.get("Item", ""), once=_FIELDS)
        draft = _draft(build, records, given)
        draft.heard.append(records.heard)
        build.add(draft)
    records.report_rest(())
    return build.finish()


def _draft(build: ListBuilder, records: XmlRecords, given: dict[str, str]) -> PartyDraft:
    land = given.get("Country", "").partition(" / ")[0]
    reference = "/".join(filter(None, (land, given.get("Schedule"), given.get("Item"))))
    if not land or not given.get("Item"):
        records.fail("a record without Country or Item")
    reference = _free(build, reference, given)
    ship = given.get("ShipIMONumber")
    person = "LastName" in given or "GivenName" in given
    draft = PartyDraft(
        f"{build.list_id}:{reference}", "vessel" if ship else "person" if person else "organisation"
    )
    _add_names(draft, given)
    if not draft.names:
        records.fail(f"the record {reference} has no name")
    _add_date(records, draft, given.get("DateOfBirthOrShipBuildDate", ""))
    draft.identifier("imo", ship)
    if title := given.get("TitleOrShip"):
        if ship:
            draft.vessel["type"] = title
        else:
            draft.titles.append(title)
    draft.programmes.append(given["Country"])
    draft.legal_bases += [f"Schedule {given['Schedule']}"] if given.get("Schedule") else []
    if listed := given.get("DateOfListing"):
        draft.listed_on = day_of(listed)
        if draft.listed_on is None:
            records.unread(f"DateOfListing {listed}", "not a day")
    return draft


def _free(build: ListBuilder, reference: str, given: dict[str, str]) -> str:
    """Return a reference no other record has: the list uses a few numbers twice for different parties."""
    if not build.has(f"{build.list_id}:{reference}"):
        return reference
    name = given.get("EntityOrShip") or f"{given.get('GivenName', '')} {given.get('LastName', '')}".strip()
    return f"{reference}/{name}"


def _add_names(draft: PartyDraft, given: dict[str, str]) -> None:
    parts = [(kind, given.get(tag, "")) for kind, tag in (("given", "GivenName"), ("family", "LastName"))]
    parts = [(kind, text) for kind, text in parts if text]
    if parts:
        detail = [{"type": kind, "text": text} for kind, text in parts]
        draft.name(" ".join(text for _, text in parts), parts=detail if len(detail) > 1 else [])
    for position, spelling in enumerate(spellings(given.get("EntityOrShip", ""))):
        draft.name(spelling, "strong" if position or draft.names else "primary")
    for spelling in _aliases(given.get("Aliases", "")):
        draft.name(spelling, "strong")


def _add_date(records: XmlRecords, draft: PartyDraft, text: str) -> None:
    if not text:
        return
    if draft.kind == "vessel":
        draft.vessel["build_year"] = text
        return
    dates, rest = partial_dates(text)
    draft.birth_dates += dates
    for part in rest:
        records.unread(f"DateOfBirthOrShipBuildDate {part}", "not a date of birth")
