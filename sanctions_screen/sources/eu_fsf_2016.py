"""The European Union's consolidated list in the schema it had until 2017.

Was at http://ec.europa.eu/external_relations/cfsp/sanctions/list/version4/global/global.xml. Quirks:

- The root is WHOLE with the day in the order day, month, year; countries are codes of three letters.
- A document's kind stands in its number: ``AD001095 (passport-National passport)``.
- Telephones and the like stand in an address's OTHER: ``PHONE[497 92 63]``.
- The reference is the Id that the later schema (:mod:`.eu_fsf`) calls logicalId.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from .account import NOT_KNOWN, NOT_USED, Furniture, Told, any_text, spelt, unless_told, words
from .base import ListBuilder, ParsedList
from .dates import day_of, partial_dates
from .draft import PartyDraft, country, squeezed
from .files import ListFile
from .spellings import spellings
from .xml import XmlRecords, local_name, root_of

FORMAT = "eu-fsf-xml-2016"
PARSER_VERSION = "2"
LIST_ID = "eu-fsf"
DAY_MARKS: tuple[str, ...] = ("Date=",)

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_KINDS = {"P": "person", "E": "organisation"}
_NUMBER = re.compile(r"(?P<number>.+?) \((?P<code>[a-z]+)-(?P<label>[^()]*)\)(?P<rest>.*)", re.DOTALL)
_CODES = {"passport": "passport", "id": "national-id", "ssn": "tax-id", "travelcardid": "travel-document",
          "fiscalcode": "tax-id", "regnumber": "registration",
          "drivinglicence": "driving-licence"}  # fmt: skip
_CONTACT = re.compile(r"(PHONE|FAX|EMAIL|WEB)\[([^\]]*)\]")
_CONTACTS = {"PHONE": "phone", "FAX": "phone", "EMAIL": "email", "WEB": "website"}
_Reader = Callable[[XmlRecords, PartyDraft, dict[str, str]], None]


def _document(text: str, told: Told) -> str | None:
    """The rule for a document's number, which names the kind of document behind it."""
    if not (found := _NUMBER.fullmatch(text)):
        return unless_told(text, told)
    if found["code"] not in (*_CODES, "other"):
        return NOT_KNOWN
    return None if all(told.holds(part) for part in (found["number"], found["rest"])) else NOT_USED


def _contacts(text: str, told: Told) -> str | None:
    """The rule for what an address says beside the place."""
    rest = _CONTACT.sub("", text)
    if re.search(r"\w\[[^\]]*\]", rest):
        return NOT_KNOWN
    said = (*(value for _, value in _CONTACT.findall(text)), rest)
    return None if all(told.holds(part) for part in said) else NOT_USED


_FURNITURE = Furniture({
    **{f"*/@{name}": any_text for name in ("Id", "pdf_link")},
    **{f"{tag}/@{name}": any_text for tag in ("NAME", "BIRTH", "CITIZEN", "PASSPORT", "ADDRESS")
       for name in ("legal_basis", "reg_date")},
    "ENTITY/@Type": words(*_KINDS),
    "NAME/GENDER": words("M", "F"),
    **{f"NAME/{tag}": spelt for tag in ("FIRSTNAME", "MIDDLENAME", "LASTNAME", "WHOLENAME")},
    "PASSPORT/NUMBER": _document,
    "ADDRESS/OTHER": _contacts,
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the root WHOLE."""
    return b"<WHOLE" in file.head and local_name(root_of(file)[0]) == "WHOLE"


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    records = XmlRecords(build, file, ("ENTITY",))
    for record in records:
        records.report_unknown(record, _KNOWN, record.get("Id", ""))
        draft = _draft(build, records, record)
        draft.heard.append(records.heard)
        build.add(draft)
    records.report_rest((), ("Date",))
    return build.finish(day_of(records.root.get("Date", "")))


def _draft(build: ListBuilder, records: XmlRecords, record: Element) -> PartyDraft:
    number, kind = record.get("Id", ""), _KINDS.get(record.get("Type", ""))
    if not number or kind is None:
        records.fail(f"an entity whose Id is {number!r} and Type {record.get('Type')!r}")
    if build.has(f"{build.list_id}:{number}"):
        records.fail(f"the Id {number} stands twice")
    draft = PartyDraft(f"{build.list_id}:{number}", kind)
    draft.programmes += [text] if (text := record.get("programme")) else []
    draft.legal_bases += [text] if (text := record.get("legal_basis")) else []
    if day := day_of(record.get("reg_date", "")):
        draft.amended_on.append(day)
    if strange := {child.get("Entity_id") for child in record} - {number}:
        records.fail(f"entity {number} holds parts of {min(map(str, strange))}: two records run together")
    remark = squeezed(record.get("remark"))
    draft.remarks += [remark] if remark else []
    for child in record:
        given = {leaf.tag: text for leaf in child if (text := squeezed(leaf.text))}
        if child.tag in _READERS:
            _READERS[child.tag](records, draft, given)
    if not draft.names:
        records.fail(f"the entity {number} has no name")
    return draft


def _read_name(_: XmlRecords, draft: PartyDraft, given: dict[str, str]) -> None:
    parts = [{"type": kind, "text": given[tag]}
             for kind, tag in (("given", "FIRSTNAME"), ("other", "MIDDLENAME"), ("family", "LASTNAME"))
             if tag in given]  # fmt: skip
    whole = given.get("WHOLENAME") or " ".join(part["text"] for part in parts)
    for spelling in spellings(whole):
        draft.name(spelling, "strong" if draft.names else "primary",
                   parts=parts if len(parts) > 1 and spelling == whole else [],
                   language=given.get("LANGUAGE", "").lower())  # fmt: skip
    draft.titles += [given["TITLE"]] if "TITLE" in given else []
    draft.positions += [given["FUNCTION"]] if "FUNCTION" in given else []
    if given.get("GENDER") in ("M", "F"):
        draft.gender = "male" if given["GENDER"] == "M" else "female"


def _read_birth(records: XmlRecords, draft: PartyDraft, given: dict[str, str]) -> None:
    dates, rest = partial_dates(given.get("DATE", ""))
    draft.birth_dates += dates
    for text in rest:
        records.unread(f"DATE {text}", "not a date of birth")
    place = ", ".join(given[tag] for tag in ("PLACE", "COUNTRY") if tag in given)
    draft.birth_places += [place] if place else []


def _read_citizenship(_: XmlRecords, draft: PartyDraft, given: dict[str, str]) -> None:
    draft.citizenships += [found for found in (country(given.get("COUNTRY")),) if found]


def _read_document(_: XmlRecords, draft: PartyDraft, given: dict[str, str]) -> None:
    number, land = given.get("NUMBER", ""), country(given.get("COUNTRY"))
    if found := _NUMBER.fullmatch(number):
        kind = _CODES.get(found["code"], "other")
        label = None if found["code"] == "passport" else found["label"]
        draft.identifier(kind, found["number"], country=land, label=label, note=found["rest"].strip())
    else:
        draft.identifier("other", number, country=land)


def _read_address(_: XmlRecords, draft: PartyDraft, given: dict[str, str]) -> None:
    other = given.get("OTHER", "")
    for key, value in _CONTACT.findall(other):
        draft.identifier(_CONTACTS[key], value, label="Fax" if key == "FAX" else None)
    draft.address(
        text=" ".join(given[tag] for tag in ("NUMBER", "STREET") if tag in given),
        city=given.get("CITY"),
        postal_code=given.get("ZIPCODE"),
        country=country(given.get("COUNTRY")),
        note=_CONTACT.sub("", other).strip(),
    )


_READERS: dict[str, _Reader] = {
    "NAME": _read_name,
    "BIRTH": _read_birth,
    "CITIZEN": _read_citizenship,
    "PASSPORT": _read_document,
    "ADDRESS": _read_address,
}
_SOURCE = ("@Id", "@Entity_id", "@legal_basis", "@reg_date", "@pdf_link", "@programme")
_CHILDREN: dict[str, tuple[str, ...]] = {
    "ENTITY": ("@Type", "@remark", *_SOURCE, *_READERS),
    "NAME": (
        "FIRSTNAME",
        "MIDDLENAME",
        "LASTNAME",
        "WHOLENAME",
        "GENDER",
        "TITLE",
        "FUNCTION",
        "LANGUAGE",
        *_SOURCE,
    ),
    "BIRTH": ("DATE", "PLACE", "COUNTRY", *_SOURCE),
    "CITIZEN": ("COUNTRY", *_SOURCE),
    "PASSPORT": ("NUMBER", "COUNTRY", *_SOURCE),
    "ADDRESS": ("NUMBER", "STREET", "ZIPCODE", "CITY", "COUNTRY", "OTHER", *_SOURCE),
}
_KNOWN = frozenset((tag, child) for tag, children in _CHILDREN.items() for child in children)
