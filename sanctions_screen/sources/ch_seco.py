"""Switzerland's consolidated sanctions list (SECO), as XML.

https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml (query
``lang=en&action=downloadXmlGesamtlisteAction``), schema swiss-sanctions-list.xsd. Quirks:

- The file keeps targets that were delisted: the newest of a target's modifications says whether it is still
  listed. Delisted targets are no parties of the list.
- Modifications hold copies of what was added and removed, with the same elements as the target itself: only
  what stands outside them is the target's present state.
- A target may have several identities, each with names and birth dates; the main one comes first here.
- A part of a name has spellings in other scripts and languages; parts are spelt independently, so that a name
  is put together once per language and script of its spellings.
- The measures a target is under stand in elements, in some editions in an attribute of the target.
- Places are defined at the end of the file, and referred to by number; programmes by the number of one of
  their sets of measures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from ..model import PartialDate
from .account import Furniture, any_text, date_part, spelt, unless_told, words
from .base import ListBuilder, ParsedList
from .dates import day_of
from .draft import PartyDraft, country, squeezed
from .files import ListFile
from .labels import fact_of
from .xml import XmlRecords, local_name, root_of, text_of, texts_of

FORMAT = "ch-seco-xml"
PARSER_VERSION = "2"
LIST_ID = "ch-seco"
DAY_MARKS: tuple[str, ...] = ("date=",)

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_KINDS = {"individual": "person", "entity": "organisation"}
_OBJECTS = {"vessel": "vessel", "aircraft": "aircraft"}
_PARTS = {"family-name": "family", "given-name": "given", "further-given-name": "given",
          "father-name": "patronymic",
          "grand-father-name": "patronymic", "maiden-name": "maiden", "mother-name": "matronymic",
          "title": "other", "suffix": "other", "tribal-name": "other"}  # fmt: skip
_DOCUMENTS = {"passport": "passport", "diplomatic-passport": "passport", "id-card": "national-id",
              "driving-license": "driving-licence", "driver-license": "driving-licence",
              "residency-permit": "residence-permit", "ssn": "tax-id"}  # fmt: skip
_SCRIPTS = {"LATN": "Latn", "CYRL": "Cyrl", "ARAB": "Arab", "HANI": "Hani", "HANG": "Hang", "HEBR": "Hebr"}
_ADDRESS_LINES = ("remarks", "c-o", "address-details", "p-o-box", "zip-code")
_LISTED = ("listed", "amended", "relisted", "re-listed")


@dataclass
class _Content:
    """What of the file is known so far: programmes by set, places, and the targets still to be finished."""

    programmes: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    drafts: list[tuple[PartyDraft, list[tuple[str, str, str]]]] = field(default_factory=list)


_ROLES = ("primary-name", "alias", "formerly-known-as", "former-name")
_FURNITURE = Furniture({
    **dict.fromkeys(("*/@ssid", "*/@place-id", "*/@order", "target/sanctions-set-id"), any_text),
    "target/@sanctions-set-id": any_text,
    **dict.fromkeys(("*/@lang", "*/@script"), any_text),
    **dict.fromkeys(("modification/@enactment-date", "modification/@effective-date",
                     "modification/@publication-date"), any_text),
    # A programme in four languages, of which one is kept.
    **{f"sanctions-program/{tag}": any_text
       for tag in ("program-key", "program-name", "sanctions-set", "origin")},
    **{f"sanctions-program/@{date}": any_text for date in ("version-date", "predecessor-version-date")},
    "modification/@modification-type": words(*_LISTED, "de-listed"),
    "identity/@main": words("true", "false"),
    "name/@name-type": words(*_ROLES),
    "name/@quality": words("good", "low", "medium"),
    "day-month-year/@quality": words("good", "low", "medium"),
    "name-part/@name-part-type": words(*_PARTS, "whole-name"),
    "name-part/value": spelt,
    "name-part/spelling-variant": unless_told,
    **{f"day-month-year/@{part}": date_part for part in ("day", "month", "year")},
    "day-month-year/@calendar": words("Gregorian", "Islamic", "Jalali"),
    "*/@sex": words("male", "female"),
    "object/@object-type": words(*_OBJECTS),
    "identification-document/@document-type": words(*_DOCUMENTS, "other", "registration-certificate"),
}, copies=("modification",))  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the root swiss-sanctions-list."""
    return b"swiss-sanctions-list" in file.head and local_name(root_of(file)[0]) == "swiss-sanctions-list"


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    records = XmlRecords(build, file, ("sanctions-program", "target", "place"), at_depth=1)
    content = _Content()
    for record in records:
        if record.tag == "sanctions-program":
            _read_programme(content, record)
        elif record.tag == "place":
            content.places[record.get("ssid", "")] = {leaf.tag: squeezed(leaf.text) for leaf in record}
        else:
            _read_target(build, records, content, record)
    records.report_rest((), ("list-type", "date"))
    for draft, places in content.drafts:
        _add_places(build, content, draft, places)
        build.add(draft)
    if records.root.get("list-type", "whole-list") != "whole-list":
        build.fail(f"a {records.root.get('list-type')}, not the whole list: it holds changes only")
    return build.finish(day_of(records.root.get("date", "")[:10]))


def _read_programme(content: _Content, record: Element) -> None:
    def word(tag: str) -> str:
        found = sorted(record.findall(tag), key=lambda element: element.get("lang") != "eng")
        return squeezed(text_of(found[0])) if found else ""

    for measures in record.iter("sanctions-set"):
        number = measures.get("ssid", "")
        content.programmes[number] = word("program-key") or word("program-name")
        content.bases[number] = word("program-name")


def _read_target(build: ListBuilder, records: XmlRecords, content: _Content, record: Element) -> None:
    number = record.get("ssid", "")
    subjects = [child for child in record if child.tag in ("individual", "entity", "object")]
    if not number or len(subjects) != 1:
        records.fail(f"the target {number!r} has no number, or not one person, entity or object")
    subject = subjects[0]
    changes = sorted(_modifications(records, record))
    if changes and changes[-1][1] == "de-listed":
        build.pass_over(records.heard)
        return
    kind = _KINDS.get(subject.tag) or _OBJECTS.get(subject.get("object-type", ""))
    if kind is None:
        records.fail(f"the target {number} is an object of type {subject.get('object-type')!r}")
    draft = PartyDraft(f"{build.list_id}:{number}", kind, heard=[records.heard])
    for measures in (*texts_of(record, "sanctions-set-id"), record.get("sanctions-set-id")):
        if not measures:
            continue
        if measures not in content.programmes:
            records.fail(f"the target {number} refers to measures {measures}, which are not there")
        draft.programmes.append(content.programmes[measures])
        draft.legal_bases.append(content.bases[measures])
    for other in record.findall("foreign-identifier"):
        draft.also("foreign-identifier", text_of(other))
    draft.listed_on = max((day for day, kind in changes if kind == "listed"), default=None)
    draft.amended_on = [day for day, kind in changes if kind == "amended"]
    places = _read_subject(records, draft, subject)
    if not draft.names:
        records.fail(f"the target {number} has no name")
    content.drafts.append((draft, places))


def _modifications(records: XmlRecords, record: Element) -> list[tuple[date, str]]:
    found = []
    for change in record.findall("modification"):
        text = (
            change.get("effective-date")
            or change.get("publication-date")
            or change.get("enactment-date")
            or ""
        )
        day, kind = day_of(text), change.get("modification-type", "")
        if day is None or kind not in (*_LISTED, "de-listed"):
            records.fail(f"a modification {kind!r} of {text!r}: whether the target is listed cannot be told")
        found.append((day, kind))
    return found


def _read_subject(records: XmlRecords, draft: PartyDraft, subject: Element) -> list[tuple[str, str, str]]:
    """Read a person, entity or object; return its places as (field, place number, further text)."""
    places: list[tuple[str, str, str]] = []
    if subject.get("sex") in ("male", "female"):
        draft.gender = subject.get("sex")
    for child in sorted(subject, key=lambda child: child.get("main") != "true"):
        text = squeezed("".join(child.itertext()))
        if child.tag == "identity":
            places += _read_identity(records, draft, child)
        elif child.tag in ("justification", "other-information"):
            draft.remarks += [text] if text else []
            _read_vessel_numbers(records, draft, text)
        elif child.tag == "relation":
            draft.link(f"ch-seco {child.get('target-id', '')}", child.get("relation-type", "related"))
        else:
            records.unread(f"<{child.tag}> {text}", "a part of a target this reader does not know")
    return places


def _read_vessel_numbers(records: XmlRecords, draft: PartyDraft, text: str) -> None:
    label, colon, number = text.partition(":")
    if colon and fact_of(label) == "imo":
        draft.identifier("imo", number)
    elif re.search(r"(?<!\d)\d{7}(?!\d)", number) and draft.kind == "vessel":
        records.unread(text, "a number of a ship under a label this reader does not know")


def _read_identity(records: XmlRecords, draft: PartyDraft, identity: Element) -> list[tuple[str, str, str]]:
    places: list[tuple[str, str, str]] = []
    for child in identity:
        text = squeezed("".join(child.itertext()))
        if child.tag == "name":
            _read_name(records, draft, child)
        elif child.tag == "day-month-year":
            _read_birth(records, draft, child)
        elif child.tag == "nationality":
            draft.nationalities.append(country(text) or {})
        elif child.tag == "identification-document":
            _read_document(draft, child)
        elif child.tag in ("place-of-birth", "address"):
            lines = [squeezed(leaf.text) for leaf in child if leaf.tag in _ADDRESS_LINES]
            places.append((child.tag, child.get("place-id", ""), ", ".join(filter(None, lines)) or text))
        elif text:
            records.unread(f"<{child.tag}> {text}", "a part of an identity this reader does not know")
    return places


def _read_name(records: XmlRecords, draft: PartyDraft, name: Element) -> None:
    kind, quality = name.get("name-type", ""), name.get("quality", "")
    role = "primary" if kind == "primary-name" and not draft.names else "weak" if quality == "low" else (
        "former" if kind in ("formerly-known-as", "former-name") else "strong")  # fmt: skip
    parts = name.findall("name-part")
    if strange := [part.get("order") for part in parts if not (part.get("order") or "0").isdecimal()]:
        records.fail(f"a part of a name in the place {strange[0]!r}")
    parts.sort(key=lambda part: int(part.get("order") or "0"))
    spelt = [squeezed(text_of(part.find("value"))) for part in parts]
    detail = [{"type": _PARTS.get(part.get("name-part-type", ""), "other"), "text": text}
              for part, text in zip(parts, spelt, strict=True)]  # fmt: skip
    draft.name(" ".join(filter(None, spelt)), role, parts=detail if len(detail) > 1 else [],
               note=kind if kind not in ("primary-name", "alias") else None)  # fmt: skip
    for language, script in _variants(parts):
        words = [_variant(part, language, script) or text for part, text in zip(parts, spelt, strict=True)]
        draft.name(" ".join(filter(None, words)), "strong" if role == "primary" else role,
                   script=_SCRIPTS.get(script), language=language.lower())  # fmt: skip


def _variants(parts: list[Element]) -> list[tuple[str, str]]:
    found = (
        (v.get("lang", ""), v.get("script", "")) for part in parts for v in part.findall("spelling-variant")
    )
    return list(dict.fromkeys(found))


def _variant(part: Element, language: str, script: str) -> str:
    for variant in part.findall("spelling-variant"):
        if (variant.get("lang", ""), variant.get("script", "")) == (language, script):
            return squeezed(text_of(variant))
    return ""


def _read_birth(records: XmlRecords, draft: PartyDraft, element: Element) -> None:
    parts = [element.get(name, "").zfill(size) for name, size in (("year", 4), ("month", 2), ("day", 2))]
    while parts and not parts[-1].strip("0"):
        parts.pop()
    text = "-".join(parts)
    if element.get("calendar", "Gregorian") != "Gregorian":
        draft.also(f"birth date, {element.get('calendar')} calendar", text)
        return
    try:
        when = PartialDate.parse(text)
    except ValueError:
        records.unread(f"day-month-year {text}", "not a date of birth")
        return
    circa = element.get("quality") in ("low", "medium")
    draft.birth_dates.append(PartialDate(when.earliest, when.latest, circa))


def _read_document(draft: PartyDraft, document: Element) -> None:
    given = {child.tag: squeezed("".join(child.itertext())) for child in document}
    kind = document.get("document-type", "")
    words = (("date-of-issue", "issued "), ("expiry-date", "expires "), ("place-of-issue", "issued at "),
             ("remark", ""))  # fmt: skip
    note = "; ".join(word + given[tag] for tag, word in words if given.get(tag))
    draft.identifier(_DOCUMENTS.get(kind, "other"), given.get("number"), country=country(given.get("issuer")),
                     label=None if kind == "passport" else kind, note=note)  # fmt: skip


def _add_places(
    build: ListBuilder, content: _Content, draft: PartyDraft, places: list[tuple[str, str, str]]
) -> None:
    for kind, number, text in places:
        place = content.places.get(number, {}) if number else {}
        if number and number not in content.places:
            build.fail(
                f"refers to place {number}, which is not there", record=draft.party_id.partition(":")[2]
            )
        if kind == "place-of-birth":
            words = [text, *(place.get(tag, "") for tag in ("location", "area", "country"))]
            draft.birth_places.append(", ".join(dict.fromkeys(filter(None, words))))
        else:
            draft.address(text=text, city=place.get("location"), region=place.get("area"),
                          country=country(place.get("country")))  # fmt: skip
