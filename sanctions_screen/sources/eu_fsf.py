"""The European Union's consolidated list of financial sanctions (FSF), as XML, schema 1.1.

https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content. Quirks:

- Everything is an attribute; empty ones are written, and ``UNKNOWN`` with the code ``00`` is no country.
- The reference is the logicalId, the one number that the older schema (:mod:`.eu_fsf_2016`) has too; the
  published reference (EU.27.28) goes along.
- A party under two programmes has two records with one logicalId and different names: one party here.
- The first name is the main one. ``strong`` is always true; a weak alias shows in its remark.
- A birth date may be a day, a year, a span of years, a year in the Islamic calendar, or only a place.
- The regulation of a record is the latest that changed it: its date is an amendment, not the listing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import Element

from ..model import PartialDate
from .account import Furniture, Told, any_text, date_part, spelt, unless_told, words
from .base import ListBuilder, ParsedList
from .dates import day_of
from .draft import PartyDraft, country, squeezed
from .files import ListFile
from .spellings import spellings
from .xml import XmlRecords, local_name, root_of, text_of, texts_of

FORMAT = "eu-fsf-xml"
PARSER_VERSION = "2"
LIST_ID = "eu-fsf"
DAY_MARKS: tuple[str, ...] = ("generationDate",)

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_KINDS = {"person": "person", "enterprise": "organisation", "P": "person", "E": "organisation"}
_DOCUMENTS = {
    "passport": "passport", "diplomaticpassport": "passport", "id": "national-id", "ssn": "tax-id",
    "fiscalcode": "tax-id", "travelcardid": "travel-document", "birthcert": "birth-certificate",
    "drivinglicence": "driving-licence", "driverslicence": "driving-licence",
    "driverlicence": "driving-licence",
    "residentpermit": "residence-permit",
    "regnumber": "registration", "tradelic": "registration", "imo": "imo", "swiftbic": "swift-bic",
    "tempid": "national-id", "electionid": "national-id",
}  # fmt: skip
_OTHER_DOCUMENTS = ("other", "nationcert", "electoral", "militaryid")
_OTHER_CONTACTS = ("OTHER", "MOBILE", "TELEX")
_CONTACTS = {"PHONE": "phone", "FAX": "phone", "EMAIL": "email", "WEB": "website"}
_Reader = Callable[[XmlRecords, PartyDraft, Element], None]


def _land(text: str, told: Told) -> str | None:
    """The rule for a country: no country is written 00 and UNKNOWN."""
    return None if text in ("00", "UNKNOWN") else unless_told(text, told)


_FLAGS = ("@diplomatic", "@knownExpired", "@knownFalse", "@reportedLost", "@revokedByIssuer")
_FURNITURE = Furniture({
    **dict.fromkeys(("*/@logicalId", "*/@regulationLanguage", "*/@asAtListingTime"), any_text),
    **dict.fromkeys(("regulation/publicationUrl", "regulation/@entryIntoForceDate"), any_text),
    **dict.fromkeys(("*/@organisationType", "*/@regulationType"), any_text),
    **dict.fromkeys(("regulationSummary/@publicationDate", "regulationSummary/@numberTitle",
                     "regulationSummary/@publicationUrl"), any_text),
    **dict.fromkeys(("subjectType/@code", "subjectType/@classificationCode"), words(*_KINDS)),
    **{f"nameAlias/{name}": spelt for name in ("@firstName", "@middleName", "@lastName", "@wholeName")},
    "nameAlias/@gender": words("M", "F"),
    "nameAlias/@strong": words("true", "false"),
    **{f"identification/{flag}": words("true", "false") for flag in _FLAGS},
    "birthdate/@circa": words("true", "false"),
    **{f"birthdate/{name}": date_part for name in ("@dayOfMonth", "@monthOfYear", "@year", "@yearRangeFrom",
                                                   "@yearRangeTo")},
    "identification/@identificationTypeCode": words(*_DOCUMENTS, *_OTHER_DOCUMENTS),
    "identification/@identificationTypeDescription": any_text,  # the code in words
    **dict.fromkeys(("*/@countryIso2Code", "*/@countryDescription"), _land),
    "contactInfo/@key": words(*_CONTACTS, *_OTHER_CONTACTS),
    "birthdate/@calendarType": words("GREGORIAN", "ISLAMIC", "JALALI", "PERSIAN"),
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the root export with sanctionEntity records."""
    return b"sanctionEntity" in file.head and local_name(root_of(file)[0]) == "export"


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    records = XmlRecords(build, file, ("sanctionEntity",))
    drafts: dict[str, PartyDraft] = {}
    for record in records:
        records.report_unknown(record, _KNOWN, record.get("euReferenceNumber", ""), once=("subjectType",))
        _read_record(build, records, record, drafts)
    records.report_rest((), ("generationDate", "globalFileId"))
    for draft in drafts.values():
        build.add(draft)
    return build.finish(day_of(records.root.get("generationDate", "")[:10]))


def _read_record(
    build: ListBuilder, records: XmlRecords, record: Element, drafts: dict[str, PartyDraft]
) -> None:
    number = record.get("logicalId", "")
    subject = record.find("subjectType")
    kind = _KINDS.get(subject.get("code", "")) if subject is not None else None
    if not number or kind is None:
        records.fail(f"an entity whose logicalId is {number!r}, of a subjectType this reader does not know")
    draft = drafts.setdefault(number, PartyDraft(f"{build.list_id}:{number}", kind))
    if draft.kind != kind:
        records.fail(f"the entity {number} is both {draft.kind} and {kind}")
    draft.heard.append(records.heard)
    draft.also("euReferenceNumber", record.get("euReferenceNumber"))
    draft.also("unitedNationId", record.get("unitedNationId"))
    draft.also("designationDetails", record.get("designationDetails"))
    draft.listed_on = _day(records, record, "designationDate") or draft.listed_on
    for child in record:
        if child.tag in _READERS:
            _READERS[child.tag](records, draft, child)
    if not draft.names:
        records.fail(f"the entity {number} has no name")


def _day(records: XmlRecords, element: Element, name: str) -> date | None:
    text = element.get(name, "")
    day = day_of(text) if text else None
    if text and day is None:
        records.unread(f"{name} {text}", "not a day")
    return day


def _texts(element: Element, *names: str) -> list[str]:
    return [text for name in names if (text := squeezed(element.get(name)))]


def _country(element: Element) -> dict[str, object] | None:
    code, text = element.get("countryIso2Code", ""), element.get("countryDescription", "")
    if not text or text == "UNKNOWN":
        return None
    found = country(text)
    if found and not found["code"] and len(code) == 2 and code.isalpha():
        found["code"] = code
    return found


def _remarks(element: Element) -> str:
    return "; ".join(squeezed(text) for text in texts_of(element, "remark"))


def _read_name(_: XmlRecords, draft: PartyDraft, alias: Element) -> None:
    remark = _remarks(alias)
    weak = "low quality" in remark.casefold() or alias.get("strong") == "false"
    role = "weak" if weak else "strong" if draft.names else "primary"
    given = (("given", "firstName"), ("other", "middleName"), ("family", "lastName"))
    parts = [{"type": kind, "text": text} for kind, name in given for text in _texts(alias, name)]
    whole = " ".join(_texts(alias, "wholeName")) or " ".join(part["text"] for part in parts)
    for spelling in spellings(whole):
        draft.name(spelling, role, parts=parts if len(parts) > 1 and spelling == whole else [],
                   language=alias.get("nameLanguage", "").lower(), note=remark)  # fmt: skip
        role = "strong" if role == "primary" else role
    draft.titles += _texts(alias, "title")
    draft.positions += _texts(alias, "function")
    if alias.get("gender") in ("M", "F"):
        draft.gender = "male" if alias.get("gender") == "M" else "female"


def _read_birth(records: XmlRecords, draft: PartyDraft, born: Element) -> None:
    land = _country(born)
    place = ", ".join([*_texts(born, "place", "city", "region"), *([str(land["text"])] if land else [])])
    draft.birth_places += [place] if place else []
    if remark := _remarks(born):
        draft.also("remark on a birth", remark)
    text = _birth_text(born)
    if born.get("calendarType", "GREGORIAN") != "GREGORIAN":
        label = f"birth date, {born.get('calendarType', '').lower()} calendar"
        draft.also(label, text)
        draft.also(label, _parts_of(born))
    elif text:
        try:
            when = PartialDate.parse(text)
        except ValueError:
            records.unread(f"birthdate {text}", "not a date of birth")
        else:
            draft.birth_dates.append(PartialDate(when.earliest, when.latest, born.get("circa") == "true"))


def _birth_text(born: Element) -> str:
    first, last = born.get("yearRangeFrom", ""), born.get("yearRangeTo", "")
    if born.get("birthdate"):
        return born.get("birthdate", "")
    if first or last:
        return f"{first or last}/{last or first}"
    return _parts_of(born)


def _parts_of(born: Element) -> str:
    parts = [born.get("year", ""), born.get("monthOfYear", "").zfill(2), born.get("dayOfMonth", "").zfill(2)]
    while parts and parts[-1] in ("", "00"):
        parts.pop()
    return "-".join(parts)


def _read_citizenship(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    if land := _country(element):
        draft.citizenships.append(land)
    if remark := _remarks(element):
        draft.also("remark on a citizenship", remark)


def _read_identification(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    code, label = element.get("identificationTypeCode", ""), element.get("identificationTypeDescription", "")
    flags = [name for name in ("diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer")
             if element.get(name) == "true"]  # fmt: skip
    words = (("issueDate", "issued "), ("validFrom", "valid from "), ("validTo", "valid to "),
             ("issuedBy", "issued by "), ("region", ""), ("nameOnDocument", ""))  # fmt: skip
    notes = [word + text for name, word in words for text in _texts(element, name)]
    note = "; ".join(filter(None, (*flags, *notes, _remarks(element))))
    kind = _DOCUMENTS.get(code, "other")
    said = kind == "passport" and code == "passport"
    for name in ("number", "latinNumber"):
        draft.identifier(
            kind, element.get(name), country=_country(element), label=None if said else label, note=note
        )
    if not element.get("number") and not element.get("latinNumber"):
        draft.also("identification without a number", f"{label} {note}")


def _read_address(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    draft.address(
        text=", ".join(_texts(element, "street", "place", "poBox")),
        city=squeezed(element.get("city")),
        region=squeezed(element.get("region")),
        postal_code=squeezed(element.get("zipCode")),
        country=_country(element),
        note=_remarks(element),
    )
    for contact in element.iter("contactInfo"):
        key = contact.get("key", "")
        label = "Fax" if key == "FAX" else None
        draft.identifier(_CONTACTS.get(key, "other"), contact.get("value"), label=label or (
            None if key in _CONTACTS else key))  # fmt: skip


def _read_regulation(records: XmlRecords, draft: PartyDraft, element: Element) -> None:
    draft.programmes += _texts(element, "programme")
    draft.legal_bases += _texts(element, "numberTitle")
    if day := _day(records, element, "publicationDate"):
        draft.amended_on.append(day)


def _read_remark(_: XmlRecords, draft: PartyDraft, element: Element) -> None:
    draft.remarks += [text] if (text := squeezed(text_of(element))) else []


_READERS: dict[str, _Reader] = {
    "nameAlias": _read_name,
    "birthdate": _read_birth,
    "citizenship": _read_citizenship,
    "identification": _read_identification,
    "address": _read_address,
    "regulation": _read_regulation,
    "remark": _read_remark,
}
_COMMON = ("@logicalId", "@regulationLanguage", "remark", "regulationSummary", "@region")
_LAND = ("@countryDescription", "@countryIso2Code")
_CHILDREN: dict[str, tuple[str, ...]] = {
    "sanctionEntity": ("@logicalId", "@euReferenceNumber", "@unitedNationId", "@designationDate",
                       "@designationDetails", "subjectType", *_READERS),
    "subjectType": ("@code", "@classificationCode"),
    "regulation": ("@logicalId", "@regulationType", "@organisationType", "@publicationDate", "@programme",
                   "@entryIntoForceDate", "@numberTitle", "publicationUrl"),
    "regulationSummary": ("@regulationType", "@publicationDate", "@numberTitle", "@publicationUrl"),
    "nameAlias": ("@firstName", "@middleName", "@lastName", "@wholeName", "@function", "@gender", "@title",
                  "@nameLanguage", "@strong", *_COMMON),
    "birthdate": ("@circa", "@calendarType", "@city", "@zipCode", "@birthdate", "@dayOfMonth", "@monthOfYear",
                  "@year", "@yearRangeFrom", "@yearRangeTo", "@place", *_COMMON, *_LAND),
    "citizenship": (*_COMMON, *_LAND),
    "identification": ("@diplomatic", "@knownExpired", "@knownFalse", "@reportedLost", "@revokedByIssuer",
                       "@issuedBy", "@issueDate", "@latinNumber", "@nameOnDocument", "@number", "@validFrom",
                       "@validTo", "@identificationTypeCode", "@identificationTypeDescription", *_COMMON,
                       *_LAND),
    "address": ("@asAtListingTime", "@city", "@place", "@poBox", "@street", "@zipCode", "contactInfo",
                *_COMMON,
                *_LAND),
    "contactInfo": ("@key", "@value"),
}  # fmt: skip
_KNOWN = frozenset((tag, child) for tag, children in _CHILDREN.items() for child in children)
