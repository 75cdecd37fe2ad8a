"""The United Nations Security Council's consolidated list, as XML.

https://scsanctions.un.org/resources/xml/en/consolidated.xml. Quirks:

- A person's name is given in up to four parts that are no given and family names: the first part of a Korean
  name is the family name, of an Arabic one the person's own. They are joined by spaces and kept apart.
- Aliases are graded Good or Low (persons) or called a.k.a. and f.k.a. (entities); many alias elements are
  empty. An alias's note may hold its original script, or say that the party was formerly listed so.
- One alias element may hold several spellings, parted by semicolons or with another script in parentheses.
- A date of birth is EXACT, APPROXIMATELY or BETWEEN two years; its YEAR may stand alone, and a month then
  stands in the note. Birth dates and places also stand inside aliases: the party gave them with that name.
- ``LISTED_ON`` is no history: parties vanish and come back with the old date.
- Between 2017 and 2026 elements came (HAS_INTERPOL_LINK, DATE_OF_EXPIRY) and went (SUBMITTED_BY); empty
  elements became absent ones.
- The reference (KPi.036) is the number the committees use; DATAID and VERSIONNUM are the database's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import Element

from ..model import PartialDate
from .account import Furniture, any_text, date_part, spelt, unless_told, words
from .base import ListBuilder, ParsedList
from .dates import day_of, partial_dates
from .draft import PartyDraft, country, squeezed
from .files import ListFile
from .spellings import spellings
from .xml import XmlRecords, local_name, root_of, text_of

FORMAT = "un-xml"
PARSER_VERSION = "2"
LIST_ID = "un-sc"
DAY_MARKS: tuple[str, ...] = ("dateGenerated",)

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_KINDS = {"INDIVIDUAL": "person", "ENTITY": "organisation"}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
# Numbers of the publishing system, sort keys that have always been empty, and the name of the list itself.
_BORN = ("TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE")
_ALIAS = ("QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE")
_DOCUMENT = ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "DATE_OF_ISSUE",
             "DATE_OF_EXPIRY", "CITY_OF_ISSUE", "COUNTRY_OF_ISSUE", "NOTE")  # fmt: skip
# Numbers of the publishing system, sort keys that have always been empty, and the name of the list itself.
_IDLE = ("VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", "LIST_TYPE")
_ONCE = ("REFERENCE_NUMBER", "DATAID", "FIRST_NAME", "UN_LIST_TYPE")
_EXTRA = ("DATAID", "SUBMITTED_BY", "SUBMITTED_ON", "HAS_INTERPOL_LINK", "INTERPOL_LINK", "DELISTED_ON")

# The words of TYPE_OF_DOCUMENT, in the languages in which they have been published.
_DOCUMENTS = (
    (re.compile(r"birth", re.IGNORECASE), "birth-certificate"),
    (re.compile(r"driv", re.IGNORECASE), "driving-licence"),
    (re.compile(r"residen", re.IGNORECASE), "residence-permit"),
    (re.compile(r"travel", re.IGNORECASE), "travel-document"),
    (re.compile(r"pass?[ae]?port", re.IGNORECASE), "passport"),
    (re.compile(r"tax|fiscal", re.IGNORECASE), "tax-id"),
    (re.compile(r"nation|identi|tazkira|cedula", re.IGNORECASE), "national-id"),
)
_SCRIPT_NOTE = re.compile(r"(?:in )?(?:original|\w+) script: ?(.+)", re.DOTALL)
_FORMERLY = re.compile(r"(?:formerly|previously) listed as", re.IGNORECASE)


_DOCUMENT_NOTES = (
    ("DATE_OF_ISSUE", "issued "),
    ("DATE_OF_EXPIRY", "expires "),
    ("CITY_OF_ISSUE", "issued at "),
    ("COUNTRY_OF_ISSUE", "issued in "),
    ("NOTE", ""),
)

_Reader = Callable[[XmlRecords, PartyDraft, Element], None]

_FURNITURE = Furniture({
    **{f"{kind}/{tag}": spelt for kind in _KINDS for tag in (*_NAMES, "NAME_ORIGINAL_SCRIPT")},
    **dict.fromkeys(("INDIVIDUAL_ALIAS/ALIAS_NAME", "ENTITY_ALIAS/ALIAS_NAME"), spelt),
    **{f"*/{tag}": any_text for tag in _IDLE},
    "LIST_TYPE/VALUE": any_text,
    "*/QUALITY": words("Good", "Low", "a.k.a.", "f.k.a."),
    "*/TYPE_OF_DATE": words("EXACT", "APPROXIMATELY", "BETWEEN"),
    **dict.fromkeys(("*/YEAR", "*/FROM_YEAR", "*/TO_YEAR"), date_part),
    # The edition of 2024-09-26 writes "null" for some empty elements.
    "INDIVIDUAL_ALIAS/DATE_OF_BIRTH": lambda text, told: None if text == "null" else unless_told(text, told),
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True when the root element is CONSOLIDATED_LIST."""
    return local_name(root_of(file)[0]) == "CONSOLIDATED_LIST" if b"CONSOLIDATED_LIST" in file.head else False


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    records = XmlRecords(build, file, _KINDS)
    for record in records:
        records.report_unknown(record, _KNOWN, text_of(record.find("REFERENCE_NUMBER")), once=_ONCE)
        draft = _draft(build, records, record)
        draft.heard.append(records.heard)
        build.add(draft)
    records.report_rest(("INDIVIDUALS", "ENTITIES"), ("dateGenerated",))
    generated = records.root.get("dateGenerated", "")
    return build.finish(day_of(generated[:10]))


def _draft(build: ListBuilder, records: XmlRecords, record: Element) -> PartyDraft:
    reference = text_of(record.find("REFERENCE_NUMBER"))
    parts = [squeezed(text_of(record.find(tag))) for tag in _NAMES]
    given = [part for part in parts if part]
    if not reference or not given:
        records.fail(f"a record without a {'name' if reference else 'REFERENCE_NUMBER'}")
    if build.has(f"{build.list_id}:{reference}"):
        records.fail(f"the reference {reference} stands twice")
    draft = PartyDraft(f"{build.list_id}:{reference}", _KINDS[record.tag])
    whole = " ".join(given)
    draft.name(whole, parts=[{"type": "other", "text": p} for p in given] if len(given) > 1 else [])
    if len(several := spellings(whole)) > 1:
        for spelling in several:
            draft.name(spelling, "strong")
    for text in filter(None, map(_words, record.findall("NAME_ORIGINAL_SCRIPT"))):
        draft.name(text, "strong", note="original script")
    for child in record:
        if child.tag in _READERS:
            _READERS[child.tag](records, draft, child)
        elif child.tag in _EXTRA:
            draft.also(child.tag, _words(child))
    return draft


def _words(element: Element | None) -> str:
    # Some editions are indented, also inside texts: white space is the printer's, the words are the UN's.
    return squeezed(element.text) if element is not None else ""


def _values(element: Element) -> list[str]:
    return [text for text in map(_words, element) if text] or ([_words(element)] if _words(element) else [])


def _given(element: Element) -> dict[str, str]:
    # The edition of 2024-09-26 writes "null" for some empty dates; an alias may be spelt so.
    pairs = ((child.tag, _words(child)) for child in element)
    return {tag: text for tag, text in pairs if text and (text != "null" or tag == "ALIAS_NAME")}


def _read_alias(records: XmlRecords, draft: PartyDraft, alias: Element) -> None:
    given = _given(alias)
    note, quality = given.get("NOTE", ""), given.get("QUALITY", "")
    former = quality.casefold() == "f.k.a." or bool(_FORMERLY.search(note + given.get("ALIAS_NAME", "")))
    role = "former" if former else "weak" if quality == "Low" else "strong"
    if quality and quality.casefold() not in ("good", "low", "a.k.a.", "f.k.a."):
        records.unread(f"QUALITY {quality}", "a grade of alias this reader does not know")
    born = " ".join(given.get(tag, "") for tag in ("DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"))
    kept = "; ".join(filter(None, (note, f"born {squeezed(born)}" if born.strip() else "")))
    for spelling in spellings(given.get("ALIAS_NAME", "")):
        draft.name(spelling, role, note=kept)
    if script := _SCRIPT_NOTE.fullmatch(note):
        draft.name(script[1].strip(), role, note="original script")
    if not given.get("ALIAS_NAME") and kept:
        draft.also("alias without a name", kept)
    if when := given.get("DATE_OF_BIRTH"):
        _add_dates(records, draft, when)
    place = ", ".join(filter(None, (given.get("CITY_OF_BIRTH"), given.get("COUNTRY_OF_BIRTH"))))
    draft.birth_places += [place] if place else []


def _read_address(_: XmlRecords, draft: PartyDraft, address: Element) -> None:
    given = _given(address)
    draft.address(
        text=given.get("STREET"),
        city=given.get("CITY"),
        region=given.get("STATE_PROVINCE"),
        postal_code=given.get("ZIP_CODE"),
        country=country(given.get("COUNTRY")),
        note=given.get("NOTE"),
    )


def _read_birth(records: XmlRecords, draft: PartyDraft, born: Element) -> None:
    given = _given(born)
    note = given.get("NOTE", "")
    if note:
        draft.also(
            "note on a date of birth", " ".join(filter(None, (given.get("DATE") or given.get("YEAR"), note)))
        )
    circa = given.get("TYPE_OF_DATE") == "APPROXIMATELY"
    first, last = given.get("FROM_YEAR"), given.get("TO_YEAR")
    for text in (
        given.get("DATE"),
        given.get("YEAR"),
        f"{first or last}/{last or first}" if first or last else "",
    ):
        if not text:
            continue
        _add_dates(records, draft, text, circa=circa)


def _add_dates(records: XmlRecords, draft: PartyDraft, text: str, *, circa: bool = False) -> None:
    dates, rest = partial_dates(text)
    draft.birth_dates += [PartialDate(d.earliest, d.latest, circa or d.circa) for d in dates]
    for part in rest:
        records.unread(f"date of birth {part}", "not a date of birth")


def _read_document(_: XmlRecords, draft: PartyDraft, document: Element) -> None:
    given = _given(document)
    first, second = given.get("TYPE_OF_DOCUMENT", ""), given.get("TYPE_OF_DOCUMENT2", "")
    label = ": ".join(filter(None, (first, second)))
    note = "; ".join(word + given[tag] for tag, word in _DOCUMENT_NOTES if tag in given)
    kind = next((kind for pattern, kind in _DOCUMENTS if pattern.search(first or second)), "other")
    land = country(given.get("ISSUING_COUNTRY") or given.get("COUNTRY_OF_ISSUE"))
    if given.get("NUMBER"):
        said = label == "Passport"
        draft.identifier(kind, given["NUMBER"], country=land, label=None if said else label, note=note)
    elif label or note:
        draft.also(
            "document without a number", "; ".join(filter(None, (label, land["text"] if land else "", note)))
        )


def _read_birth_place(_: XmlRecords, draft: PartyDraft, place: Element) -> None:
    if text := _joined(place, _PLACE):
        draft.birth_places.append(text)


def _read_nationality(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    draft.nationalities += [country(value) or {} for value in _values(element)]


def _read_gender(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    gender = _words(element).casefold()
    if gender in ("male", "female"):
        draft.gender = gender
    else:
        draft.also("GENDER", _words(element))


def _read_listed(records: XmlRecords, draft: PartyDraft, element: Element) -> None:
    draft.listed_on = _read_day(records, element)


def _read_updated(records: XmlRecords, draft: PartyDraft, element: Element) -> None:
    draft.amended_on += [day for value in element if (day := _read_day(records, value))]


def _collect(field: str) -> _Reader:
    """Return a reader that adds an element's values to a list of the draft."""

    def read(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
        getattr(draft, field).extend(_values(element))

    return read


def _joined(place: Element, tags: tuple[str, ...]) -> str:
    return ", ".join(filter(None, (_words(place.find(tag)) for tag in tags)))


def _read_day(records: XmlRecords, element: Element) -> date | None:
    text = text_of(element)
    day = day_of(text[:10])
    if text and day is None:
        records.unread(f"{element.tag} {text}", "not a day")
    return day


_READERS: dict[str, _Reader] = {
    "INDIVIDUAL_ALIAS": _read_alias,
    "ENTITY_ALIAS": _read_alias,
    "INDIVIDUAL_ADDRESS": _read_address,
    "ENTITY_ADDRESS": _read_address,
    "INDIVIDUAL_DATE_OF_BIRTH": _read_birth,
    "INDIVIDUAL_PLACE_OF_BIRTH": _read_birth_place,
    "INDIVIDUAL_DOCUMENT": _read_document,
    "NATIONALITY": _read_nationality,
    "TITLE": _collect("titles"),
    "DESIGNATION": _collect("positions"),
    "UN_LIST_TYPE": _collect("programmes"),
    "COMMENTS1": _collect("remarks"),
    "GENDER": _read_gender,
    "LISTED_ON": _read_listed,
    "LAST_DAY_UPDATED": _read_updated,
}
_CHILDREN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        _KINDS, (*_NAMES, "REFERENCE_NUMBER", "NAME_ORIGINAL_SCRIPT", *_READERS, *_IDLE, *_EXTRA)
    ),
    **dict.fromkeys(("TITLE", "DESIGNATION", "NATIONALITY", "LAST_DAY_UPDATED", "LIST_TYPE"), ("VALUE",)),
    **dict.fromkeys(("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS", "INDIVIDUAL_PLACE_OF_BIRTH"), _PLACE),
    **dict.fromkeys(("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"), _ALIAS),
    "INDIVIDUAL_DATE_OF_BIRTH": _BORN,
    "INDIVIDUAL_DOCUMENT": _DOCUMENT,
}
_KNOWN = frozenset((tag, child) for tag, children in _CHILDREN.items() for child in children)
