"""OFAC's enhanced XML: SDN_ENHANCED.XML and CONS_ENHANCED.XML, also inside a .ZIP.

https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ENHANCED.ZIP. Quirks:

- Names and addresses are given in every script OFAC knows them in, as translations of one another; the
  primary translation is the Latin one. The others are names of their own here, with their script.
- The file names the list it was made for; each party says since when it is on that list and on others.
- Names of families are written as spelt in the parts and in capitals in the formatted name, as in the other
  formats: the formatted name is the one that is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import Element

from ..model import PartialDate
from .account import Furniture, Told, any_text, checked, spelt, unless_told, words
from .base import ListBuilder, ParsedList
from .dates import day_of
from .draft import PartyDraft, country
from .files import ListFile
from .ofac import CONSOLIDATED_ID, SDN_ID, add_alias, add_identification, cleaned_label
from .ofac_features import PART_TYPES, SCRIPTS, add_feature, is_known_feature, kind_of
from .ofac_labels import identified, is_known_label
from .ofac_remarks import read_loose_remark
from .xml import XmlRecords, local_name, root_of, text_of

FORMAT = "ofac-enhanced-xml"
PARSER_VERSION = "2"
LIST_ID = "us-ofac-sdn"
DAY_MARKS: tuple[str, ...] = ("dataAsOf",)

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_ONCE = ("generalInfo", "names", "sanctionsPrograms", "addresses", "features")
_LISTS = (
    "SDN List", "Consolidated List", "CAPTA List", "FSE List", "Non-SDN CMIC List",
    "Non-SDN Menu-Based Sanctions List", "Non-SDN Palestinian Legislative Council List",
    "Non-SDN Iranian Sanctions List", "Sectoral Sanctions Identifications List",
)  # fmt: skip
"""The lists a file may say it was made for."""
_Reader = Callable[[XmlRecords, PartyDraft, Element], None]


def _edge(text: str, told: Told) -> str | None:
    """The rule for the four days that bound a date."""
    day = day_of(text)
    return None if day is not None and told.covers(day) else unless_told(text, told)


_FURNITURE = Furniture({
    **dict.fromkeys(("*/@id", "*/@refId", "*/@featureTypeId", "*/@nameId", "*/@nameTranslationId"), any_text),
    **dict.fromkeys(("*/versionId", "*/valueRefId", "*/identityId", "relatedEntity/@entityId"), any_text),
    **dict.fromkeys(("*/isPrimary", "*/isLowQuality", "*/isApproximate", "*/isDateRange", "*/isValid"),
                    words("true", "false")),
    "generalInfo/entityType": words("Individual", "Entity", "Vessel", "Aircraft"),
    "name/aliasType": words("A.K.A.", "F.K.A.", "N.K.A."),
    "namePart/type": words(*PART_TYPES, "Entity Name", "Vessel Name", "Aircraft Name"),
    "addressPart/type": words("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "REGION",
                              "POSTAL CODE"),
    "translation/script": words(*SCRIPTS),
    "namePart/value": unless_told,
    "translation/formattedFullName": spelt,
    **{f"translation/{name}": unless_told for name in ("formattedFirstName", "formattedLastName")},
    **dict.fromkeys(("valueDate/fromDateBegin", "valueDate/fromDateEnd", "valueDate/toDateBegin",
                     "valueDate/toDateEnd"), _edge),
    **dict.fromkeys(("feature/reliability", "relationship/quality"),
                    words("Confirmed", "High", "Low", "Reported", "Unknown")),
    # Tables of numbers; each entity has the words beside them.
    **{f"referenceValue/{tag}": any_text for tag in ("type", "value", "code", "isoCode")},
    **{f"featureType/{tag}": any_text
       for tag in ("type", "detailType", "publishExclude", "publishDescription")},
    "feature/type": checked(is_known_feature),
    "identityDocument/type": checked(is_known_label),
    "identityDocument/documentNumber": identified,
    "feature/value": identified,
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True when the root element is sanctionsData."""
    return b"sanctionsData" in file.head and local_name(root_of(file)[0]) == "sanctionsData"


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    records = XmlRecords(build, file, ("entity", "referenceValue", "featureType", "publicationInfo"))
    published: date | None = None
    drafts: list[PartyDraft] = []
    for record in records:
        if record.tag == "publicationInfo":
            published = _published(records, record)
            build.account(records.heard, published, _LISTS)
            build.list_id = list_id or _list_of(record)
        elif record.tag == "entity":
            records.report_unknown(record, _KNOWN, record.get("id", ""), once=_ONCE)
            drafts.append(_draft(records, record))
    records.report_rest(("entities", "referenceValues", "featureTypes"))
    for draft in drafts:
        draft.party_id = f"{build.list_id}:{draft.party_id}"
        build.add(draft)
    return build.finish(published)


def _published(records: XmlRecords, info: Element) -> date | None:
    text = text_of(info.find("dataAsOf"))
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        records.fail(f"dataAsOf {text!r} is no day")


def _list_of(info: Element) -> str:
    lists = {text_of(element) for element in info.iter("sanctionsList")}
    return CONSOLIDATED_ID if lists and "SDN List" not in lists else SDN_ID


def _draft(records: XmlRecords, record: Element) -> PartyDraft:
    number = record.get("id", "")
    kind = kind_of(text_of(record.find("generalInfo/entityType")))
    if not number or kind is None:
        records.fail(f"an entity whose id is {number!r}, of type "
                     f"{text_of(record.find('generalInfo/entityType'))!r}")  # fmt: skip
    draft = PartyDraft(number, kind, heard=[records.heard])
    for child in record:
        if child.tag in _READERS:
            _READERS[child.tag](records, draft, child)
    if not draft.names:
        records.fail(f"the entity {number} has no name")
    return draft


def _read_general(_: XmlRecords, draft: PartyDraft, info: Element) -> None:
    for child in info:
        text = text_of(child)
        if child.tag == "remarks" and text:
            read_loose_remark(draft, text)
        elif child.tag == "title" and text:
            draft.positions.append(text)
        elif child.tag not in ("identityId", "entityType"):
            draft.also(child.tag, text)


def _read_names(records: XmlRecords, draft: PartyDraft, names: Element) -> None:
    for name in sorted(names, key=lambda name: text_of(name.find("isPrimary")) != "true"):
        primary, weak = (text_of(name.find(tag)) == "true" for tag in ("isPrimary", "isLowQuality"))
        kind = text_of(name.find("aliasType")) or "A.K.A."
        for translation in name.iter("translation"):
            before = len(draft.names)
            text, script = (text_of(translation.find(tag)) for tag in ("formattedFullName", "script"))
            if primary and not draft.names:
                draft.name(text)
            elif not add_alias(draft, kind, text, weak=weak):
                records.unread(f"{kind} {text}", "a type of alias OFAC does not use")
            for added in draft.names[before:]:
                _complete(added, translation, script)


def _complete(name: dict[str, object], translation: Element, script: str) -> None:
    parts = [
        {"type": PART_TYPES.get(text_of(part.find("type")), "other"), "text": text_of(part.find("value"))}
        for part in translation.iter("namePart")
    ]
    name.pop("parts", None)
    if len(parts) > 1:
        name["parts"] = parts
    if script and script != "Latin":
        name["script"] = SCRIPTS.get(script)


def _read_addresses(_: XmlRecords, draft: PartyDraft, addresses: Element) -> None:
    for address in addresses:
        land = country(text_of(address.find("country")))
        for translation in address.iter("translation"):
            given: dict[str, list[str]] = {}
            for part in translation.iter("addressPart"):
                given.setdefault(text_of(part.find("type")), []).append(text_of(part.find("value")))
            script = text_of(translation.find("script"))
            if not given and script != "Latin":
                continue
            lines = [line for number in (1, 2, 3) for line in given.get(f"ADDRESS{number}", [])]
            draft.address(
                text=", ".join(lines),
                city=", ".join(given.get("CITY", [])),
                region=", ".join(given.get("STATE/PROVINCE", []) + given.get("REGION", [])),
                postal_code=", ".join(given.get("POSTAL CODE", [])),
                country=land,
                note=script if script != "Latin" else None,
            )


def _read_features(records: XmlRecords, draft: PartyDraft, features: Element) -> None:
    for feature in features:
        label, value, note = (text_of(feature.find(tag)) for tag in ("type", "value", "comments"))
        when = None
        if (period := feature.find("valueDate")) is not None:
            when = _period(records, period)
        add_feature(draft, label, value, when, f"({note})" if note else "")


def _period(records: XmlRecords, period: Element) -> PartialDate:
    first, last = text_of(period.find("fromDateBegin")), text_of(period.find("toDateEnd"))
    try:
        return PartialDate(
            date.fromisoformat(first[:10]),
            date.fromisoformat(last[:10]),
            text_of(period.find("isApproximate")) == "true",
        )
    except ValueError:
        records.fail(f"a period from {first!r} to {last!r}")


def _read_documents(_: XmlRecords, draft: PartyDraft, documents: Element) -> None:
    for document in documents:
        given = {child.tag: text_of(child) for child in document}
        words = (("issuingAuthority", ""), ("issuingLocation", "issued in "), ("issueDate", "issued "),
                 ("expirationDate", "expires "), ("comments", ""))  # fmt: skip
        notes = [word + given[tag] for tag, word in words if given.get(tag)]
        if given.get("isValid", "true") != "true":
            notes.append("not valid")
        label, number = cleaned_label(given.get("type", "")), given.get("documentNumber", "")
        # OFAC writes the prefix IMO as the authority that issued the number.
        if given.get("issuingAuthority") == "IMO" and not number.startswith("IMO"):
            number = f"IMO {number}"
        add_identification(draft, label, number, given.get("issuingCountry"), "; ".join(notes))


def _read_relationships(_: XmlRecords, draft: PartyDraft, relationships: Element) -> None:
    for relationship in relationships:
        draft.link(
            text_of(relationship.find("relatedEntity")), text_of(relationship.find("type")) or "Linked To"
        )


def _read_lists(records: XmlRecords, draft: PartyDraft, lists: Element) -> None:
    days: dict[str, date] = {}
    for element in lists:
        name, text = text_of(element), element.get("datePublished", "")
        draft.also("sanctionsList", f"{name} {text}")
        try:
            days[name] = date.fromisoformat(text[:10])
        except ValueError:
            records.unread(f"sanctionsList {name} {text}", "not a day")
    draft.listed_on = days.get("SDN List") or min(days.values(), default=None)


def _read_programmes(_: XmlRecords, draft: PartyDraft, programmes: Element) -> None:
    draft.programmes += [text for child in programmes if (text := text_of(child))]


def _read_authorities(_: XmlRecords, draft: PartyDraft, authorities: Element) -> None:
    draft.legal_bases += [text for child in authorities if (text := text_of(child))]


def _read_types(_: XmlRecords, draft: PartyDraft, types: Element) -> None:
    for child in types:
        draft.also("sanctionsType", text_of(child))


_READERS: dict[str, _Reader] = {
    "generalInfo": _read_general,
    "names": _read_names,
    "addresses": _read_addresses,
    "features": _read_features,
    "identityDocuments": _read_documents,
    "relationships": _read_relationships,
    "sanctionsLists": _read_lists,
    "sanctionsPrograms": _read_programmes,
    "legalAuthorities": _read_authorities,
    "sanctionsTypes": _read_types,
}
_NAME = ("formattedFirstName", "formattedLastName", "formattedFullName", "nameParts")
_CHILDREN: dict[str, tuple[str, ...]] = {
    "entity": ("@id", *_READERS),
    "generalInfo": ("identityId", "entityType", "remarks", "title"),
    "names": ("name",),
    "addresses": ("address",),
    "features": ("feature",),
    "identityDocuments": ("identityDocument",),
    "relationships": ("relationship",),
    "sanctionsLists": ("sanctionsList",),
    "sanctionsPrograms": ("sanctionsProgram",),
    "legalAuthorities": ("legalAuthority",),
    "sanctionsTypes": ("sanctionsType",),
    "sanctionsList": ("@id", "@refId", "@datePublished"),
    **dict.fromkeys(("sanctionsProgram", "legalAuthority", "sanctionsType"), ("@id", "@refId")),
    "name": ("@id", "@nameId", "@nameTranslationId", "isPrimary", "isLowQuality", "aliasType",
             "translations"),
    "translations": ("translation",),
    "translation": ("@id", "isPrimary", "script", "addressParts", *_NAME),
    "nameParts": ("namePart",),
    "addressParts": ("addressPart",),
    **dict.fromkeys(("namePart", "addressPart"), ("@id", "type", "value")),
    "address": ("@id", "country", "translations"),
    "feature": ("@id", "type", "versionId", "value", "valueDate", "valueRefId", "isPrimary", "reliability",
                "comments"),
    "valueDate": ("@id", "fromDateBegin", "fromDateEnd", "toDateBegin", "toDateEnd", "isApproximate",
                  "isDateRange"),
    "identityDocument": ("@id", "type", "name", "documentNumber", "issuingCountry", "issuingLocation",
                         "issuingAuthority", "issueDate", "expirationDate", "isValid", "comments"),
    "relationship": ("@id", "type", "relatedEntity", "quality", "comments"),
    "relatedEntity": ("@entityId",),
    "type": ("@refId", "@featureTypeId"),
    **dict.fromkeys(("country", "script", "entityType", "aliasType", "reliability", "quality",
                     "issuingCountry"),
                    ("@refId",)),
}  # fmt: skip
_KNOWN = frozenset((tag, child) for tag, children in _CHILDREN.items() for child in children)
