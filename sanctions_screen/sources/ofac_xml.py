"""OFAC's original XML: SDN.XML and CONSOLIDATED.XML.

https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML, schema
https://ofac.treasury.gov/media/10411/download (sdn.xsd). Quirks:

- The file says how many records it has (Record_Count): fewer or more is an error, so a file that lost
  records on the way is never taken for a shorter list.
- Weak aliases are aliases here, with the category ``weak``; the remarks hold what is left, such as
  ``(Linked To: HIZBALLAH)``.
- The identifications hold facts too (Gender, Former Vessel Flag, secondary sanctions risk).
- The root's namespace has changed over the years; the element is misspelt ``publshInformation``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import Element

from .account import Furniture, any_text, checked, spelt, words
from .base import ListBuilder, ParsedList
from .draft import PartyDraft, country
from .files import ListFile
from .ofac import (
    add_alias,
    add_identification,
    cleaned_label,
    is_identification,
    list_of,
    name_parts,
    partial_date,
    replace_flag,
)
from .ofac_labels import identified, is_known_label
from .ofac_remarks import read_loose_remark
from .xml import XmlRecords, local_name, root_of, text_of

FORMAT = "ofac-xml"
PARSER_VERSION = "2"
LIST_ID = "us-ofac-sdn"
DAY_MARKS: tuple[str, ...] = ("Publish_Date",)

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_KINDS = {"Individual": "person", "Entity": "organisation", "Vessel": "vessel", "Aircraft": "aircraft"}
_ONCE = ("uid", "lastName", "sdnType", "programList")
_VESSEL = {
    "vesselType": "type",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "gross_registered_tonnage",
    "vesselOwner": "owner",
}

_Reader = Callable[[XmlRecords, PartyDraft, Element], None]

_FURNITURE = Furniture({
    **{f"{item}/uid": any_text for item in ("aka", "id", "address", "dateOfBirthItem", "placeOfBirthItem",
                                            "nationality", "citizenship")},
    "*/mainEntry": words("true", "false"),
    "sdnEntry/sdnType": words(*_KINDS),
    "aka/type": words("a.k.a.", "f.k.a.", "n.k.a."),
    "aka/category": words("strong", "weak"),
    **{f"{tag}/{name}": spelt for tag in ("sdnEntry", "aka") for name in ("lastName", "firstName")},
    "id/idType": checked(is_known_label),
    "id/idNumber": identified,
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True when the root element is sdnList."""
    return b"sdnList" in file.head and local_name(root_of(file)[0]) == "sdnList"


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    drafts: list[PartyDraft] = []
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    records = XmlRecords(build, file, ("sdnEntry", "publshInformation"))
    count, published = "", None
    for record in records:
        if record.tag == "publshInformation":
            count, published = text_of(record.find("Record_Count")), _published(build, record)
            build.account(records.heard, count, published)
            continue
        records.report_unknown(record, _KNOWN, text_of(record.find("uid")), once=_ONCE)
        drafts.append(_draft(records, record))
    records.report_rest(())
    build.list_id = list_id or list_of(draft.programmes for draft in drafts)
    for draft in drafts:
        draft.party_id = f"{build.list_id}:{draft.party_id}"
        build.add(draft)
    _check_count(build, count, len(drafts))
    return build.finish(published)


def _check_count(build: ListBuilder, stated: str, read: int) -> None:
    if stated and stated != str(read):
        build.fail(f"the file says that it has {stated} records, and has {read}")


def _published(build: ListBuilder, head: Element) -> date | None:
    text = text_of(head.find("Publish_Date"))
    if not text:
        return None
    try:
        month, day, year = (int(part) for part in text.split("/"))
        return date(year, month, day)
    except ValueError:
        build.fail(f"Publish_Date {text!r} is no day")


def _draft(records: XmlRecords, record: Element) -> PartyDraft:
    number, kind, name = (text_of(record.find(tag)) for tag in ("uid", "sdnType", "lastName"))
    if not number or kind not in _KINDS or not name:
        records.fail(f"a record whose uid is {number!r}, sdnType {kind!r} and lastName {name!r}")
    draft = PartyDraft(number, _KINDS[kind], heard=[records.heard])
    whole = _name_of(record)
    draft.name(whole, parts=name_parts(whole) if draft.kind == "person" else [])
    for child in record:
        if child.tag in _READERS:
            _READERS[child.tag](records, draft, child)
    return draft


def _name_of(record: Element) -> str:
    return ", ".join(text for tag in ("lastName", "firstName") if (text := text_of(record.find(tag))))


def _read_alias(records: XmlRecords, draft: PartyDraft, aliases: Element) -> None:
    for alias in aliases:
        kind, weak = text_of(alias.find("type")), text_of(alias.find("category")) == "weak"
        if not add_alias(draft, kind, _name_of(alias), weak=weak):
            records.unread(f"{kind} {_name_of(alias)}", "a type of alias OFAC does not use")


def _read_programmes(_: XmlRecords, draft: PartyDraft, programmes: Element) -> None:
    draft.programmes += [text for child in programmes if (text := text_of(child))]


def _read_identifications(_: XmlRecords, draft: PartyDraft, identifications: Element) -> None:
    for element in identifications:
        given = {child.tag: text_of(child) for child in element}
        label, value = cleaned_label(given.get("idType", "")), given.get("idNumber", "")
        dates = (("issueDate", "issued"), ("expirationDate", "expires"))
        note = " ".join(f"{word} {given[tag]}" for tag, word in dates if given.get(tag))
        if is_identification(label):
            add_identification(draft, label, value, given.get("idCountry"), note)
        else:
            draft.also(label, " ".join(filter(None, (value, given.get("idCountry"), note))))


def _read_addresses(_: XmlRecords, draft: PartyDraft, addresses: Element) -> None:
    for element in addresses:
        given = {child.tag: text_of(child) for child in element}
        lines = (given.get(f"address{number}") for number in (1, 2, 3))
        draft.address(
            text=", ".join(filter(None, lines)),
            city=given.get("city"),
            region=given.get("stateOrProvince"),
            postal_code=given.get("postalCode"),
            country=country(given.get("country")),
        )


def _read_birth_dates(records: XmlRecords, draft: PartyDraft, items: Element) -> None:
    for element in items.iter("dateOfBirth"):
        when = partial_date(text_of(element))
        if when is None:
            records.unread(f"dateOfBirth {text_of(element)}", "not a date of birth")
        else:
            draft.birth_dates.append(when)


def _read_birth_places(_: XmlRecords, draft: PartyDraft, items: Element) -> None:
    draft.birth_places += [text for element in items.iter("placeOfBirth") if (text := text_of(element))]


def _read_nationalities(_: XmlRecords, draft: PartyDraft, items: Element) -> None:
    draft.nationalities += [found for element in items.iter("country") if (found := country(element.text))]


def _read_citizenships(_: XmlRecords, draft: PartyDraft, items: Element) -> None:
    draft.citizenships += [found for element in items.iter("country") if (found := country(element.text))]


def _read_title(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    draft.positions += [text] if (text := text_of(element)) else []


def _read_remarks(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    if remark := text_of(element):
        read_loose_remark(draft, remark)


def _read_vessel(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    given = {child.tag: text for child in element if (text := text_of(child))}
    draft.identifier("call-sign", given.get("callSign"))
    draft.vessel |= {field: given[tag] for tag, field in _VESSEL.items() if tag in given}
    if "vesselFlag" in given:
        replace_flag(draft, given["vesselFlag"])


_READERS: dict[str, _Reader] = {
    "programList": _read_programmes,
    "akaList": _read_alias,
    "idList": _read_identifications,
    "addressList": _read_addresses,
    "dateOfBirthList": _read_birth_dates,
    "placeOfBirthList": _read_birth_places,
    "nationalityList": _read_nationalities,
    "citizenshipList": _read_citizenships,
    "title": _read_title,
    "remarks": _read_remarks,
    "vesselInfo": _read_vessel,
}
_ITEM = ("uid", "mainEntry")
_CHILDREN: dict[str, tuple[str, ...]] = {
    "sdnEntry": ("uid", "lastName", "firstName", "sdnType", *_READERS),
    "programList": ("program",),
    "akaList": ("aka",),
    "aka": ("uid", "type", "category", "lastName", "firstName"),
    "idList": ("id",),
    "id": ("uid", "idType", "idNumber", "idCountry", "issueDate", "expirationDate"),
    "addressList": ("address",),
    "address": (
        "uid",
        "address1",
        "address2",
        "address3",
        "city",
        "stateOrProvince",
        "postalCode",
        "country",
    ),
    "dateOfBirthList": ("dateOfBirthItem",),
    "dateOfBirthItem": ("dateOfBirth", *_ITEM),
    "placeOfBirthList": ("placeOfBirthItem",),
    "placeOfBirthItem": ("placeOfBirth", *_ITEM),
    "nationalityList": ("nationality",),
    "nationality": ("country", *_ITEM),
    "citizenshipList": ("citizenship",),
    "citizenship": ("country", *_ITEM),
    "vesselInfo": ("callSign", "vesselFlag", *_VESSEL),
}
_KNOWN = frozenset((tag, child) for tag, children in _CHILDREN.items() for child in children)
