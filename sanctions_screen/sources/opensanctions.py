"""OpenSanctions' bulk files: ``targets.simple.csv``, and FollowTheMoney entities as JSON lines.

https://www.opensanctions.org/docs/bulk/. For users who move over with the data they have. Quirks:

- An id is OpenSanctions' own; the datasets a party comes from are its programmes where it names none.
- In the CSV, several values stand in one cell, parted by semicolons; the kind of an identifier is not given.
- In the JSON lines (``entities.ftm.json``, ``targets.nested.json``) addresses, sanctions and documents are
  entities of their own that refer to the party, or stand inside it; entities that are no targets and
  belong to none (owners, family) are reported by their number, not made parties.
- ``target`` is left out by older files: then persons, organisations, vessels and aircraft are all targets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from .account import NOT_KNOWN, Furniture, Heard, any_text, passages_of_json, spelt, words
from .base import ListBuilder, ParsedList
from .dates import day_of, partial_date
from .draft import PartyDraft, country
from .files import ListFile
from .table import Row, rows_under_header
from .text import csv_rows, decoded, json_value

FORMAT = "opensanctions"
PARSER_VERSION = "1"
LIST_ID = "opensanctions"
DAY_MARKS: tuple[str, ...] = ()

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_KINDS = {
    "Person": "person", "Organization": "organisation", "Company": "organisation",
    "LegalEntity": "organisation",
    "PublicBody": "organisation", "Vessel": "vessel", "Airplane": "aircraft",
}  # fmt: skip
# Targets that are no party: a name on them is not screened as one, but they must not vanish unseen.
_NO_PARTIES = frozenset({"Security", "CryptoWallet", "Address", "Vehicle", "Asset"})
_COLUMNS = ("aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions", "phones", "emails",
            "program_ids", "dataset", "first_seen", "last_seen", "last_change")  # fmt: skip
_IDENTIFIERS = {
    "passportNumber": "passport", "idNumber": "national-id", "taxNumber": "tax-id", "innCode": "tax-id",
    "vatCode": "tax-id", "registrationNumber": "registration", "ogrnCode": "registration",
    "leiCode": "lei", "swiftBic": "swift-bic", "imoNumber": "imo", "mmsi": "mmsi", "callSign": "call-sign",
    "email": "email", "phone": "phone", "website": "website", "dunsCode": "registration",
    "serialNumber": "aircraft-serial", "socialSecurityNumber": "tax-id", "uniqueEntityId": "registration",
}  # fmt: skip
_NAMES = {"name": "primary", "alias": "strong", "weakAlias": "weak", "previousName": "former",
          "abbreviation": "weak"}  # fmt: skip
_TEXTS = {"birthPlace": "birth_places", "title": "titles", "position": "positions", "programId": "programmes",
          "notes": "remarks", "summary": "remarks"}  # fmt: skip
_COUNTRIES = {"nationality": "nationalities", "country": "nationalities", "jurisdiction": "nationalities",
              "citizenship": "citizenships"}  # fmt: skip
_VESSEL = {"type": "type", "tonnage": "tonnage", "grossRegisteredTonnage": "gross_registered_tonnage",
           "buildDate": "build_year", "model": "model"}  # fmt: skip
_SATELLITES = {"Sanction": "entity", "Passport": "holder", "Identification": "holder"}

_FURNITURE = Furniture({
    **dict.fromkeys(("firstseen", "lastseen", "lastchange"), any_text),
    **dict.fromkeys(("first_seen", "last_seen", "last_change"), any_text),
    **dict.fromkeys(("id", "*/id", "referents", "properties/addressEntity"), any_text),
    **dict.fromkeys(("schema", "*/schema"), words(*_KINDS, *_SATELLITES, "Address")),
    **dict.fromkeys(("name", "aliases", *(f"properties/{name}" for name in _NAMES)), spelt),
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the CSV's header, or a first line that is one entity."""
    first = file.head_text.partition("\n")[0]
    if first.startswith("{"):
        return '"schema"' in first and '"properties"' in first
    return {"id", "schema", "name", "aliases"} <= {cell.strip('" \r') for cell in first.split(",")}


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list."""
    build = ListBuilder(
        file,
        list_id=list_id or LIST_ID,
        format_name=FORMAT,
        parser_version=PARSER_VERSION,
        furniture=_FURNITURE,
    )
    if file.head_text.startswith("{"):
        _read_entities(build, file)
    else:
        rows = csv_rows(file, decoded(file))
        keys = [column.replace("_", "") for column in _COLUMNS]
        for row in rows_under_header(build, rows, ("id", "schema", "name"), keys):
            _read_row(build, row)
    return build.finish()


def _kind(build: ListBuilder, schema: str, record: str, line: int, heard: Heard) -> str | None:
    if schema in _NO_PARTIES:
        build.unread(f"{record} {schema}: {_all_of(heard)}", "a target that is no party", line=line)
        build.pass_over(heard)
        return None
    if schema not in _KINDS:
        build.fail(f"the schema {schema!r} is not one this reader knows", record=record, line=line)
    return _KINDS[schema]


def _read_row(build: ListBuilder, row: Row) -> None:
    kind = _kind(build, row["schema"], row["id"], row.line, row.heard)
    if kind is None:
        return
    draft = PartyDraft(f"{build.list_id}:{row['id']}", kind, line=row.line, heard=[row.heard])
    draft.name(row["name"])
    for text in _several(row["aliases"]):
        draft.name(text, "strong")
    _add_dates(build, draft.birth_dates, _several(row["birthdate"]), row.line)
    draft.nationalities += [country(text) or {} for text in _several(row["countries"])]
    for text in _several(row["addresses"]):
        draft.address(text=text)
    for key, type_ in (("identifiers", "other"), ("phones", "phone"), ("emails", "email")):
        for text in _several(row[key]):
            draft.identifier(type_, text)
    draft.programmes += _several(row["programids"]) or _several(row["dataset"])
    draft.legal_bases += _several(row["sanctions"])
    draft.also("dataset", row["dataset"])
    build.add(draft)


def _several(cell: str) -> list[str]:
    return [part for part in (p.strip() for p in cell.split(";")) if part]


def _add_dates(build: ListBuilder, dates: list[Any], texts: Iterable[str], line: int) -> None:
    for text in texts:
        when = partial_date(text)
        if when is None:
            build.unread(text, "not a date", line=line)
        else:
            dates.append(when)


def _entities(build: ListBuilder, file: ListFile) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, text in enumerate(decoded(file).split("\n"), start=1):
        if not text.strip():
            continue
        try:
            entity = json_value(text)
        except (ValueError, RecursionError) as error:
            build.fail(f"not JSON ({error})", line=number)
        if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
            build.fail("a line that is not an entity with properties", line=number)
        yield number, entity


@cache
def _properties() -> frozenset[str]:
    text = files(__package__).joinpath("data/ftm_properties.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _report_unknown(build: ListBuilder, entity: dict[str, Any], line: int) -> None:
    """Report each property that no schema has, in an entity or in those that stand inside it."""
    for key, values in entity["properties"].items():
        if key not in _properties():
            build.unread(f"{entity.get('id')} {key}: {values}", NOT_KNOWN, line=line)
        for nested in _nested(entity, key):
            _report_unknown(build, nested, line)


def _read_entities(build: ListBuilder, file: ListFile) -> None:
    drafts: dict[str, PartyDraft] = {}
    others: list[tuple[int, dict[str, Any], Heard]] = []
    for line, entity in _entities(build, file):
        heard = build.hear_row(passages_of_json(entity), line)
        _report_unknown(build, entity, line)
        number, schema = str(entity.get("id", "")), str(entity.get("schema", ""))
        if not entity.get("target", schema in _KINDS):
            others.append((line, entity, heard))
        elif (kind := _kind(build, schema, number, line, heard)) is not None:
            if number in drafts:
                build.fail("the id stands twice", record=number, line=line)
            drafts[number] = PartyDraft(f"{build.list_id}:{number}", kind, line=line, heard=[heard])
            _read_properties(build, drafts[number], entity, line)
    addresses = {
        str(entity.get("id")): (entity, heard)
        for _, entity, heard in others
        if entity.get("schema") == "Address"
    }
    for line, entity, heard in others:
        _read_satellite(build, drafts, entity, line, heard)
    for draft in drafts.values():
        _join_addresses(draft, addresses)
        build.add(draft)


def _texts(entity: dict[str, Any], name: str) -> list[str]:
    values = entity["properties"].get(name, [])
    values = values if isinstance(values, list) else [values]
    return [str(value) for value in values if not isinstance(value, dict) and str(value).strip()]


def _nested(entity: dict[str, Any], name: str) -> list[dict[str, Any]]:
    values = entity["properties"].get(name, [])
    values = values if isinstance(values, list) else []
    return [v for v in values if isinstance(v, dict) and isinstance(v.get("properties"), dict)]


def _read_properties(build: ListBuilder, draft: PartyDraft, entity: dict[str, Any], line: int) -> None:
    caption = str(entity.get("caption") or "")
    names = _texts(entity, "name")
    first = caption if caption in names else next(iter(names), caption)
    draft.name(first)
    for property_name in entity["properties"]:
        if property_name not in ("addressEntity", "sanctions"):
            _read_property(build, draft, entity, property_name, first, line)
    for sanction in _nested(entity, "sanctions"):
        _read_sanction(build, draft, sanction, line)
    for document in (*_nested(entity, "passports"), *_nested(entity, "identificiation")):
        _read_document(draft, document)
    for address in _nested(entity, "addressEntity"):
        _read_address(draft, address)
    for reference in _texts(entity, "addressEntity"):
        draft.addresses.append({"reference": reference})
    datasets = entity.get("datasets")
    draft.extra += [("dataset", str(name)) for name in datasets] if isinstance(datasets, list) else []


def _read_property(
    build: ListBuilder, draft: PartyDraft, entity: dict[str, Any], key: str, first: str, line: int
) -> None:
    texts = _texts(entity, key)
    if key in _NAMES:
        for text in texts:
            if text != first:
                draft.name(text, "strong" if key == "name" else _NAMES[key])
    elif key in ("birthDate", "deathDate"):
        _add_dates(build, draft.birth_dates if key == "birthDate" else draft.death_dates, texts, line)
    elif key in _IDENTIFIERS:
        for text in texts:
            draft.identifier(_IDENTIFIERS[key], text)
    elif key in _TEXTS:
        getattr(draft, _TEXTS[key]).extend(texts)
    elif key in _COUNTRIES:
        getattr(draft, _COUNTRIES[key]).extend(country(text) for text in texts)
    elif texts:
        _read_rest(draft, key, texts)


def _read_rest(draft: PartyDraft, key: str, texts: list[str]) -> None:
    if key == "gender" and texts[0] in ("male", "female"):
        draft.gender = texts[0]
    elif key == "flag":
        draft.vessel["flag"] = country(texts[0])
    elif key in _VESSEL and draft.kind in ("vessel", "aircraft"):
        draft.vessel[_VESSEL[key]] = texts[0]
    else:
        for text in texts:
            if key == "address":
                draft.address(text=text)
            else:
                draft.also(key, text)


def _read_satellite(
    build: ListBuilder, drafts: dict[str, PartyDraft], entity: dict[str, Any], line: int, heard: Heard
) -> None:
    schema = str(entity.get("schema"))
    if schema == "Address":
        return
    owners = [drafts[o] for o in _texts(entity, _SATELLITES.get(schema, "")) if o in drafts]
    if not owners:
        build.unread(f"{entity.get('id')} {schema}: {_all_of(heard)}", "no target, and of none", line=line)
        build.pass_over(heard)
    for draft in owners:
        draft.heard.append(heard)
        if schema == "Sanction":
            _read_sanction(build, draft, entity, line)
        else:
            _read_document(draft, entity)


def _read_sanction(build: ListBuilder, draft: PartyDraft, sanction: dict[str, Any], line: int) -> None:
    draft.programmes += _texts(sanction, "programId") or _texts(sanction, "program")
    draft.legal_bases += _texts(sanction, "authority")
    draft.remarks += _texts(sanction, "reason")
    for text in _texts(sanction, "listingDate") or _texts(sanction, "startDate"):
        day = day_of(text)
        if day is None:
            build.unread(text, "not a day", line=line)
        else:
            draft.listed_on = min(filter(None, (draft.listed_on, day)))
    for key in ("authorityId", "unscId", "endDate", "status", "sourceUrl"):
        for text in _texts(sanction, key):
            draft.also(f"Sanction {key}", text)


def _read_document(draft: PartyDraft, document: dict[str, Any]) -> None:
    kind = "passport" if document.get("schema") == "Passport" else "other"
    land = country(next(iter(_texts(document, "country")), None))
    labels = _texts(document, "type")
    for number in _texts(document, "number"):
        draft.identifier(kind, number, country=land, label=labels[0] if labels and kind == "other" else None)


def _read_address(draft: PartyDraft, address: dict[str, Any]) -> None:
    def one(name: str) -> str | None:
        return next(iter(_texts(address, name)), None)

    draft.address(
        text=one("full") or one("street"),
        city=one("city"),
        region=one("region") or one("state"),
        postal_code=one("postalCode"),
        country=country(one("country")),
    )


def _all_of(heard: Heard) -> str:
    return "; ".join(text for _, text in heard.passages)


def _join_addresses(draft: PartyDraft, addresses: dict[str, tuple[dict[str, Any], Heard]]) -> None:
    references = [a["reference"] for a in draft.addresses if "reference" in a]
    draft.addresses = [a for a in draft.addresses if "reference" not in a]
    for reference in references:
        if reference in addresses:
            _read_address(draft, addresses[reference][0])
            draft.heard.append(addresses[reference][1])
