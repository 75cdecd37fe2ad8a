"""OFAC's advanced XML: SDN_ADVANCED.XML and CONS_ADVANCED.XML.

https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ADVANCED.XML; the schema is
the UN's and Wolfsberg group's exchange standard (sdn_advanced.xsd). Quirks:

- Everything is a number that refers to a table at the head of the file, to a location, or to a document;
  what belongs to one party is spread over six sections. A reference that leads nowhere is an error.
- The number of a party (FixedRef) is OFAC's number in every other format.
- A party's programmes are the comments of its measures of the type Program; the dates of its entries say
  since when it is on which of OFAC's lists, and under what law.
- The comment of a party, such as ``all offices worldwide``, is what the other formats call remarks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from ..model import PartialDate
from .account import NOT_KNOWN, Furniture, any_text, date_part, spelt
from .base import ListBuilder, ParsedList
from .draft import PartyDraft, country
from .files import ListFile
from .labels import fact_of
from .ofac import add_alias, add_identification, cleaned_label, list_of
from .ofac_features import PART_TYPES, SCRIPTS, add_feature, is_known_feature, kind_of
from .ofac_labels import identified, is_known_label
from .ofac_remarks import read_loose_remark
from .xml import XmlRecords, local_name, root_of, text_of, texts_of

FORMAT = "ofac-advanced-xml"
PARSER_VERSION = "2"
LIST_ID = "us-ofac-sdn"
DAY_MARKS: tuple[str, ...] = ("DateOfIssue",)

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_TABLES = (
    "AliasType", "AreaCode", "AreaCodeType", "CalendarType", "Country", "CountryRelevance",
    "DecisionMakingBody", "DetailReference", "DetailType", "DocNameStatus", "EntryEventType",
    "EntryLinkType", "ExRefType",
    "FeatureType", "FeatureTypeGroup", "IDRegDocDateType", "IDRegDocType", "IdentityFeatureLinkType",
    "LegalBasis", "LegalBasisType", "List", "LocPartType", "LocPartValueStatus", "LocPartValueType",
    "NamePartType", "Organisation", "PartySubType", "PartyType", "RelationQuality", "RelationType",
    "Reliability", "SanctionsProgram", "SanctionsType", "Script", "ScriptStatus", "SubsidiaryBody",
    "SupInfoType", "TargetType", "Validity",
)  # fmt: skip
_RECORDS = (
    "DateOfIssue", "Location", "IDRegDocument", "DistinctParty", "ProfileRelationship", "SanctionsEntry",
    "SanctionsEntryLink",
)  # fmt: skip


_PART_NAMES = frozenset((*PART_TYPES, "Entity Name", "Vessel Name", "Aircraft Name"))
_LOCATION_PARTS = frozenset({"Unknown", "ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE",
                             "REGION", "POSTAL CODE"})  # fmt: skip
_MEASURES = frozenset({"Program", "Block", "Reject", "561 Full Restrictions",
                       *(f"13662 Sectoral Directive {number}" for number in range(1, 5))})  # fmt: skip
_ONCE = ("Profile", "IDRegistrationNo")


@dataclass
class _File:
    """What has been read so far: tables by name and number, locations, parties and who they are."""

    records: XmlRecords
    tables: dict[str, dict[str, Element]] = field(default_factory=dict)
    locations: dict[str, dict[str, object]] = field(default_factory=dict)
    drafts: dict[str, PartyDraft] = field(default_factory=dict)
    identities: dict[str, PartyDraft] = field(default_factory=dict)
    documents: list[tuple[str, tuple[str, str, str, str]]] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    days: dict[str, list[date]] = field(default_factory=dict)

    def word(self, table: str, number: str | None) -> str:
        """Return the text of one entry of a table; an error when it has none."""
        return text_of(self.entry(table, number))

    def label(self, table: str, number: str | None, known: Callable[[str], object]) -> str:
        """Return the text of one entry of a table of labels; one that is not *known* is reported."""
        label = self.word(table, number)
        if not known(label):
            self.records.unread(label, NOT_KNOWN)
        return label

    def entry(self, table: str, number: str | None) -> Element:
        """Return one entry of a table."""
        found = self.tables.get(table, {}).get(number or "")
        if found is None:
            self.records.fail(f"refers to {table} {number}, which the file does not define")
        return found


_FURNITURE = Furniture({
    **{f"*/@{name}": any_text for name in (
        "ID", "FixedRef", "Acronym", "Primary", "False", "LowQuality", "YearFixed", "MonthFixed", "DayFixed",
        "Approximate", "Former", "IdentityID", "ProfileID", "From-ProfileID", "To-ProfileID", "LocationID",
        "IDRegDocumentID", "DocumentedNameID", "FeatureVersionID", "NamePartGroupID", "SanctionsEntryID",
    )},
    # Numbers that refer to a table: one that leads nowhere is an error where it is looked up.
    **{f"*/@{name}ID": any_text for name in (*_TABLES, "PartyType", "LocPartType", "DocNameStatus")},
    **dict.fromkeys(("*/@IssuedBy-CountryID", "*/@IssuedIn-LocationID"), any_text),
    **{f"{edge}/{part}": date_part for edge in ("From", "To", "Date", "DateOfIssue")
       for part in ("Year", "Month", "Day")},
    "DocumentedNamePart/NamePartValue": spelt,
    "IDRegDocument/IDRegistrationNo": identified,
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True when the root element is Sanctions and holds reference values."""
    return b"DateOfIssue" in file.head and local_name(root_of(file)[0]) == "Sanctions"


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    records = XmlRecords(build, file, (*_TABLES, *_RECORDS))
    content, published = _File(records), None
    for record in records:
        if record.tag in _TABLES:
            kept = Element(record.tag, dict(record.attrib))
            kept.text = record.text
            content.tables.setdefault(record.tag, {})[record.get("ID", "")] = kept
            build.pass_over(records.heard)  # an entry no party refers to says nothing
        elif record.tag == "DateOfIssue":
            published = _point(content, record)[0]
            build.account(records.heard, published)
        else:
            _read_record(content, record)
    sections = (f"{table}Values" for table in _TABLES)
    records.report_rest(("ReferenceValueSets", "Locations", "IDRegDocuments", "DistinctParties", *sections,
                         "ProfileRelationships", "SanctionsEntries", "SanctionsEntryLinks"),
                        ("Version",))  # fmt: skip
    _join(content, build)
    build.list_id = list_id or list_of(draft.programmes for draft in content.drafts.values())
    for draft in content.drafts.values():
        draft.party_id = f"{build.list_id}:{draft.party_id}"
        build.add(draft)
    return build.finish(published)


def _read_record(content: _File, record: Element) -> None:
    content.records.report_unknown(
        record, _KNOWN, record.get("ID") or record.get("FixedRef") or "", once=_ONCE
    )
    if record.tag == "Location":
        content.locations[record.get("ID", "")] = _location(content, record)
    elif record.tag == "IDRegDocument":
        _read_document(content, record)
    elif record.tag == "DistinctParty":
        _read_party(content, record)
    elif record.tag == "ProfileRelationship":
        kind = content.word("RelationType", record.get("RelationTypeID"))
        kind = f"Former: {kind}" if record.get("Former") == "true" else kind
        content.links.append((record.get("From-ProfileID", ""), record.get("To-ProfileID", ""), kind))
    elif record.tag == "SanctionsEntry":
        _read_entry(content, record)


def _location(content: _File, record: Element) -> dict[str, object]:
    given: dict[str, list[str]] = {}
    for part in record.iter("LocationPart"):
        kind = content.label("LocPartType", part.get("LocPartTypeID"), _LOCATION_PARTS.__contains__)
        given.setdefault(kind, []).extend(text for value in part.iter("Value") if (text := text_of(value)))
    lands = [content.word("Country", land.get("CountryID")) for land in record.iter("LocationCountry")]
    if not lands:
        codes = (
            content.entry("AreaCode", code.get("AreaCodeID")) for code in record.iter("LocationAreaCode")
        )
        lands = [code.get("Description", "") for code in codes]
    lines = [line for kind in ("Unknown", "ADDRESS1", "ADDRESS2", "ADDRESS3") for line in given.get(kind, [])]
    return {
        "text": ", ".join(lines),
        "city": ", ".join(given.get("CITY", [])),
        "region": ", ".join(given.get("STATE/PROVINCE", []) + given.get("REGION", [])),
        "postal_code": ", ".join(given.get("POSTAL CODE", [])),
        "country": country(lands[0] if lands else None),
    }


def _read_document(content: _File, record: Element) -> None:
    label = cleaned_label(content.label("IDRegDocType", record.get("IDRegDocTypeID"), is_known_label))
    number, authority = (text_of(record.find(tag)) for tag in ("IDRegistrationNo", "IssuingAuthority"))
    if authority == "IMO" and not number.startswith("IMO"):
        number, authority = f"IMO {number}", ""
    notes = [*filter(None, (authority, text_of(record.find("Comment"))))]
    for dated in record.iter("DocumentDate"):
        kind = content.word("IDRegDocDateType", dated.get("IDRegDocDateTypeID"))
        word = {"Issue Date": "issued", "Expiration Date": "expires"}.get(kind, kind)
        notes += [f"{word} {_period(content, period)}" for period in dated.iter("DatePeriod")]
    if "ValidityID" in record.attrib and content.word("Validity", record.get("ValidityID")) == "Fraudulent":
        notes.append("fraudulent")
    land = record.get("IssuedBy-CountryID")
    place = content.word("Country", land) if land else ""
    content.documents.append((record.get("IdentityID", ""), (label, number, place, "; ".join(notes))))


def _read_party(content: _File, record: Element) -> None:
    number = record.get("FixedRef", "")
    if not number or number in content.drafts:
        content.records.fail(f"the party {number or 'without FixedRef'} stands twice or has no number")
    for profile in record.iter("Profile"):
        sub = content.entry("PartySubType", profile.get("PartySubTypeID"))
        kind = kind_of(content.word("PartyType", sub.get("PartyTypeID")), text_of(sub))
        if kind is None:
            content.records.fail(f"party {number} is of a type this reader does not know")
        draft = content.drafts.setdefault(number, PartyDraft(number, kind, heard=[content.records.heard]))
        for remark in texts_of(record, "Comment"):
            read_loose_remark(draft, remark)
        for identity in profile.iter("Identity"):
            content.identities[identity.get("ID", "")] = draft
            _read_names(content, draft, identity)
        for feature in profile.iter("Feature"):
            _read_feature(content, draft, feature)
    if number not in content.drafts or not content.drafts[number].names:
        content.records.fail(f"the party {number} has no name")


def _read_names(content: _File, draft: PartyDraft, identity: Element) -> None:
    groups = {
        group.get("ID"): content.label("NamePartType", group.get("NamePartTypeID"), _PART_NAMES.__contains__)
        for group in identity.iter("NamePartGroup")
    }
    for alias in sorted(identity.iter("Alias"), key=lambda alias: alias.get("Primary") != "true"):
        kind = content.word("AliasType", alias.get("AliasTypeID"))
        for documented in alias.iter("DocumentedName"):
            values = list(documented.iter("NamePartValue"))
            parts = [(groups.get(value.get("NamePartGroupID"), ""), text_of(value)) for value in values]
            before, text = len(draft.names), _whole_name(parts)
            if alias.get("Primary") == "true" and not draft.names:
                draft.name(text)
            elif not add_alias(draft, "A.K.A." if kind == "Name" else kind, text,
                               weak=alias.get("LowQuality") == "true"):  # fmt: skip
                content.records.unread(f"{kind} {text}", "a type of alias OFAC does not use")
            scripts = {content.word("Script", value.get("ScriptID")) for value in values} - {"Latin"}
            for added in draft.names[before:]:
                _complete(added, parts, scripts)


def _whole_name(parts: list[tuple[str, str]]) -> str:
    """Write the parts as OFAC's other formats do: family name, comma, the other names."""
    family = " ".join(text for kind, text in parts if kind == "Last Name")
    others = " ".join(text for kind, text in parts if kind != "Last Name")
    return ", ".join(filter(None, (family, others)))


def _complete(name: dict[str, object], parts: list[tuple[str, str]], scripts: set[str]) -> None:
    name.pop("parts", None)
    if len(parts) > 1:
        name["parts"] = [{"type": PART_TYPES.get(kind, "other"), "text": text} for kind, text in parts]
    if len(scripts) == 1:
        name["script"] = SCRIPTS.get(next(iter(scripts)))


def _read_feature(content: _File, draft: PartyDraft, feature: Element) -> None:
    label = content.label("FeatureType", feature.get("FeatureTypeID"), is_known_feature)
    for version in feature.iter("FeatureVersion"):
        note = " ".join(texts_of(version, "Comment"))
        for location in version.iter("VersionLocation"):
            place = content.locations.get(location.get("LocationID", ""))
            if place is None:
                content.records.fail(f"refers to Location {location.get('LocationID')}, which is not there")
            _add_place(draft, cleaned_label(label), place, note)
        for period in version.iter("DatePeriod"):
            add_feature(draft, label, "", _period(content, period), note)
        for detail in version.iter("VersionDetail"):
            reference = detail.get("DetailReferenceID")
            value = content.word("DetailReference", reference) if reference else text_of(detail)
            if value:
                add_feature(draft, label, value, None, note if note != value else "")


def _add_place(draft: PartyDraft, label: str, place: dict[str, object], note: str) -> None:
    land = place["country"]
    name = str(land["text"]) if isinstance(land, dict) else ""
    if label == "Location":
        draft.address(**place, note=note)
    else:  # a nationality, a flag: a place of which only the country is given
        words = filter(None, (str(place["text"]), str(place["city"]), str(place["region"]), name))
        add_feature(draft, label, ", ".join(words), None, note)


def _read_entry(content: _File, record: Element) -> None:
    draft = content.drafts.get(record.get("ProfileID", ""))
    if draft is None:
        content.records.fail(f"an entry of party {record.get('ProfileID')}, which is not there")
    name = content.word("List", record.get("ListID"))
    for event in record.iter("EntryEvent"):
        for dated in event.iter("Date"):
            day = _point(content, dated)[0]
            content.days.setdefault(draft.party_id, []).append(day)
            draft.also("SanctionsEntry", f"{name} {day}")
        basis = content.entry("LegalBasis", event.get("LegalBasisID"))
        draft.legal_bases += [word for word in (text_of(basis),) if word and word != "Unknown"]
    for measure in record.iter("SanctionsMeasure"):
        kind = content.label("SanctionsType", measure.get("SanctionsTypeID"), _MEASURES.__contains__)
        comments = texts_of(measure, "Comment")
        if fact_of(kind) == "programme":
            draft.programmes += comments
        else:
            draft.also("SanctionsMeasure", " ".join((kind, *comments)))


def _join(content: _File, build: ListBuilder) -> None:
    """Give each party the documents, links and days that stand elsewhere in the file."""
    for identity, (label, number, place, note) in content.documents:
        if identity not in content.identities:
            build.fail(f"the document {label} {number} is of identity {identity}, which is not there")
        add_identification(content.identities[identity], label, number, place, note)
    for number, other, relation in content.links:
        if number not in content.drafts:
            build.fail(f"a relationship of party {number}, which is not there")
        known = content.drafts.get(other)  # the other may be on another list
        content.drafts[number].link(known.names[0]["text"] if known else f"OFAC {other}", relation)
    for number, days in content.days.items():
        content.drafts[number].listed_on = min(days)


def _period(content: _File, period: Element) -> PartialDate:
    points = [_point(content, edge) for tag in ("From", "To") for edge in period.iter(tag)]
    if not points:
        content.records.fail("a period without a day")
    circa = any(edge.get("Approximate") == "true" for edge in period)
    return PartialDate(min(p[0] for p in points), max(p[1] for p in points), circa)


def _point(content: _File, element: Element) -> tuple[date, date]:
    year, month, day = (text_of(element.find(tag)) for tag in ("Year", "Month", "Day"))
    text = "-".join(part.zfill(size) for part, size in ((year, 4), (month, 2), (day, 2)) if part)
    try:
        when = PartialDate.parse(text)
    except ValueError:
        content.records.fail(f"{element.tag} {text!r} is no date")
    return when.earliest, when.latest


_PERIOD = ("@CalendarTypeID", "@YearFixed", "@MonthFixed", "@DayFixed", "Start", "End", "Comment")
_EDGE = ("@Approximate", "@YearFixed", "@MonthFixed", "@DayFixed", "From", "To")
_CHILDREN: dict[str, tuple[str, ...]] = {
    "Location": ("@ID", "LocationAreaCode", "LocationCountry", "LocationPart", "FeatureVersionReference",
                 "IDRegDocumentReference"),
    "LocationAreaCode": ("@AreaCodeID",),
    "LocationCountry": ("@CountryID", "@CountryRelevanceID"),
    "LocationPart": ("@LocPartTypeID", "LocationPartValue"),
    "LocationPartValue": ("@Primary", "@LocPartValueTypeID", "@LocPartValueStatusID", "Comment", "Value"),
    "FeatureVersionReference": ("@FeatureVersionID",),
    "IDRegDocumentReference": ("@IDRegDocumentID", "@DocumentedNameID"),
    "IDRegDocument": ("@ID", "@IDRegDocTypeID", "@IdentityID", "@IssuedBy-CountryID", "@IssuedIn-LocationID",
                      "@ValidityID", "Comment", "IDRegistrationNo", "IssuingAuthority", "DocumentDate",
                      "DocumentedNameReference"),
    "DocumentedNameReference": ("@DocumentedNameID",),
    "DocumentDate": ("@IDRegDocDateTypeID", "DatePeriod"),
    "DatePeriod": _PERIOD,
    "Start": _EDGE,
    "End": _EDGE,
    **dict.fromkeys(("From", "To"), ("Year", "Month", "Day")),
    "Date": ("@CalendarTypeID", "Year", "Month", "Day"),
    "DistinctParty": ("@FixedRef", "Comment", "Profile"),
    "Profile": ("@ID", "@PartySubTypeID", "Identity", "Feature"),
    "Identity": ("@ID", "@FixedRef", "@Primary", "@False", "Alias", "NamePartGroups"),
    "Alias": ("@FixedRef", "@AliasTypeID", "@Primary", "@LowQuality", "DocumentedName"),
    "DocumentedName": ("@ID", "@FixedRef", "@DocNameStatusID", "DocumentedNamePart"),
    "DocumentedNamePart": ("NamePartValue",),
    "NamePartValue": ("@NamePartGroupID", "@ScriptID", "@ScriptStatusID", "@Acronym"),
    "NamePartGroups": ("MasterNamePartGroup",),
    "MasterNamePartGroup": ("NamePartGroup",),
    "NamePartGroup": ("@ID", "@NamePartTypeID"),
    "Feature": ("@ID", "@FeatureTypeID", "FeatureVersion", "IdentityReference"),
    "IdentityReference": ("@IdentityID", "@IdentityFeatureLinkTypeID"),
    "FeatureVersion": ("@ID", "@ReliabilityID", "Comment", "DatePeriod", "VersionDetail", "VersionLocation"),
    "VersionDetail": ("@DetailTypeID", "@DetailReferenceID"),
    "VersionLocation": ("@LocationID",),
    "ProfileRelationship": ("@ID", "@From-ProfileID", "@To-ProfileID", "@RelationTypeID", "@Former",
                            "@RelationQualityID", "@SanctionsEntryID", "Comment"),
    "SanctionsEntry": ("@ID", "@ProfileID", "@ListID", "EntryEvent", "SanctionsMeasure"),
    "EntryEvent": ("@ID", "@EntryEventTypeID", "@LegalBasisID", "Comment", "Date"),
    "SanctionsMeasure": ("@ID", "@SanctionsTypeID", "Comment", "DatePeriod"),
}  # fmt: skip
_KNOWN = frozenset((tag, child) for tag, children in _CHILDREN.items() for child in children)
