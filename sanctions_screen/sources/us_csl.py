"""The United States' Consolidated Screening List (trade.gov), as CSV or JSON.

https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv (.json). Quirks:

- It gathers the lists of three departments; which one a party is on is its ``source``, with a short name in
  parentheses: ``Denied Persons List (DPL) - …``. That is the programme where the list names none.
- ``_id`` is OFAC's number for OFAC's parties and a digest for the others; rows that share it are one party.
- In the CSV, lists stand in one cell parted by ``; ``; in an identification the country, the days of expiry
  and issue, the number and the type are parted by commas, and any but the last two may be missing.
- Aliases are not graded. Birth dates known to the year are written as the first of January by OFAC's feed
  and as years by others: they are kept as written.
- Most lists but OFAC's do not say who is a person: see :mod:`.kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .account import NOT_KNOWN, NOT_USED, Furniture, Heard, Told, checked, passages_of_json, spelt, words
from .base import ListBuilder, ParsedList
from .dates import day_of, partial_date
from .draft import PartyDraft, country
from .files import ListFile
from .gathering import Gathered
from .kinds import kind_by_name
from .ofac import add_identification, cleaned_label, is_identification, replace_flag
from .ofac_labels import identified, is_known_label
from .ofac_remarks import read_loose_remark
from .table import column_key, rows_under_header
from .text import csv_rows, decoded, json_value

FORMAT = "us-csl"
PARSER_VERSION = "2"
LIST_ID = "us-csl"
DAY_MARKS: tuple[str, ...] = ()

__all__ = ["DAY_MARKS", "FORMAT", "LIST_ID", "PARSER_VERSION", "parse", "recognises"]

_KINDS = {"individual": "person", "entity": "organisation", "vessel": "vessel", "aircraft": "aircraft"}
_LISTS = (
    "programs",
    "addresses",
    "altnames",
    "citizenships",
    "datesofbirth",
    "nationalities",
    "placesofbirth",
    "ids",
)
_EXTRA = {
    "enddate": "end_date", "standardorder": "standard_order", "licenserequirement": "license_requirement",
    "licensepolicy": "license_policy", "sourcelisturl": "source_list_url", "entitynumber": "entity_number",
    "sourceinformationurl": "source_information_url", "country": "country",
}  # fmt: skip
_PLAIN = ("source", "type", "name", "title", "federalregisternotice", "startdate", "callsign", "vesseltype",
          "grosstonnage", "grossregisteredtonnage", "vesselflag", "vesselowner", "remarks")  # fmt: skip
_VESSEL = {"vesseltype": "type", "grosstonnage": "tonnage",
           "grossregisteredtonnage": "gross_registered_tonnage",
           "vesselowner": "owner"}  # fmt: skip
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _ids(text: str, told: Told) -> str | None:
    """The rule for a cell of identifications: number and country are told, the type is a known label."""
    for given in map(_identification, filter(None, map(str.strip, text.split("; ")))):
        if not is_known_label(given["type"]):
            return NOT_KNOWN
        parts = (text for key, text in given.items() if key != "type")
        if not all(told.holds(part) or not identified(part, told) for part in parts):
            return NOT_USED
    return None


_FURNITURE = Furniture({
    "type": words(*_KINDS),
    "ids": _ids,
    "ids/type": checked(is_known_label),
    "ids/number": identified,
    **dict.fromkeys(("name", "altnames", "alt_names"), spelt),
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the CSV's header, or JSON whose records have its fields."""
    head = file.head_text[:6000]
    if head.lstrip().startswith("{"):
        return '"source_list_url"' in head and '"results"' in head
    return "federal_register_notice" in head and "source_list_url" in head


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
    is_json = file.head_text.lstrip().startswith("{")
    for line, record, heard in _from_json(build, file) if is_json else _from_csv(build, file):
        name, stated = record.get("name", ""), record.get("type", "").casefold()
        if not name or (stated and stated not in _KINDS):
            build.fail(f"a record with the name {name!r} and the type {stated!r}", line=line)
        kind = _KINDS.get(stated) or kind_by_name(name)
        draft = parties.draft(record.get("id", ""), kind, line, heard)
        if not stated:
            draft.also("kind", "not stated by the publisher; told from the name")
        _read_record(build, draft, record, line)
    parties.add_all()
    return build.finish()


def _from_csv(build: ListBuilder, file: ListFile) -> Iterator[tuple[int, dict[str, Any], Heard]]:
    rows = csv_rows(file, decoded(file))
    for row in rows_under_header(build, rows, ("id", "source", "name"), (*_PLAIN, *_LISTS, *_EXTRA)):
        record: dict[str, Any] = dict(row)
        for key in _LISTS:
            record[key] = [part.strip() for part in row[key].split("; ") if part.strip(" ;")]
        record["ids"] = [_identification(text) for text in record["ids"]]
        record["addresses"] = [_address(text) for text in record["addresses"]]
        yield row.line, record, row.heard


def _from_json(build: ListBuilder, file: ListFile) -> Iterator[tuple[int, dict[str, Any], Heard]]:
    try:
        results = json_value(decoded(file))["results"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        build.fail(f"not the JSON of this list ({error})")
    if not isinstance(results, list):
        build.fail("its results are not a list")
    for number, result in enumerate(results, start=1):
        if not isinstance(result, dict):
            build.fail("a result that is not a record", line=number)
        record: dict[str, Any] = {column_key(key): value for key, value in result.items()}
        for key, value in list(record.items()):
            if key not in _LISTS:
                record[key] = "" if value is None else str(value)
            elif not isinstance(value, list):
                record[key] = [value] if value else []
            if key not in (*_PLAIN, *_LISTS, *_EXTRA, "id"):
                build.unread(f"{key} {value}", "a field this reader does not know", line=number)
        yield number, record, build.hear_row(passages_of_json(result), number)


def _identification(text: str) -> dict[str, str]:
    """Take apart ``PK, 2013-10-27, 2008-10-28, BN4196361, Passport``."""
    parts = [part.strip() for part in text.split(", ")]
    out = {"type": parts.pop()} if len(parts) > 1 else {"type": ""}
    if len(parts) > 1 and re.fullmatch(r"[A-Z]{2}", parts[0]):
        out["country"] = parts.pop(0)
    days = [parts.pop(0) for part in parts[:2] if len(parts) > 1 and _ISO_DAY.fullmatch(part)]
    if days:
        out["expiration_date"] = days[0]
    if len(days) > 1:
        out["issue_date"] = days[1]
    out["number"] = ", ".join(parts)
    return out


def _address(text: str) -> dict[str, str]:
    whole, comma, last = text.rpartition(", ")
    if re.fullmatch(r"[A-Z]{2}", last):
        return {"address": whole if comma else "", "country": last}
    return {"address": text}


def _read_record(build: ListBuilder, draft: PartyDraft, record: dict[str, Any], line: int) -> None:
    draft.name(record["name"], "strong" if draft.names else "primary")
    for text in record.get("altnames", ()):
        draft.name(str(text), "strong")
    source = record.get("source", "")
    short = re.search(r"\(([A-Z -]+?)(?: List)?\)", source)
    draft.programmes += [str(p) for p in record.get("programs", ())] or ([short[1]] if short else [])
    draft.also("source", source)
    draft.positions += [record["title"]] if record.get("title") else []
    draft.legal_bases += [record["federalregisternotice"]] if record.get("federalregisternotice") else []
    draft.listed_on = day_of(record.get("startdate", "")) or draft.listed_on
    draft.nationalities += [country(str(text)) or {} for text in record.get("nationalities", ())]
    draft.citizenships += [country(str(text)) or {} for text in record.get("citizenships", ())]
    draft.birth_places += [str(text) for text in record.get("placesofbirth", ())]
    for text in record.get("datesofbirth", ()):
        when = partial_date(str(text))
        if when is None:
            build.unread(str(text), "not a date of birth", line=line)
        else:
            draft.birth_dates.append(when)
    _read_details(draft, record)


def _read_details(draft: PartyDraft, record: dict[str, Any]) -> None:
    for address in record.get("addresses", ()):
        given = address if isinstance(address, dict) else {"address": str(address)}
        draft.address(
            text=given.get("address"),
            city=given.get("city"),
            region=given.get("state"),
            postal_code=given.get("postal_code"),
            country=country(given.get("country")),
        )
    for item in record.get("ids", ()):
        given = item if isinstance(item, dict) else {"number": str(item)}
        label, number = cleaned_label(str(given.get("type") or "")), str(given.get("number") or "")
        dates = (("issue_date", "issued"), ("expiration_date", "expires"))
        note = " ".join(f"{word} {given[key]}" for key, word in dates if given.get(key))
        if is_identification(label):
            add_identification(draft, label, number, given.get("country"), note)
        else:
            draft.also(label or "id", f"{number} {given.get('country') or ''}")
    draft.identifier("call-sign", record.get("callsign"))
    draft.vessel |= {field: record[key] for key, field in _VESSEL.items() if record.get(key)}
    if record.get("vesselflag"):
        replace_flag(draft, record["vesselflag"])
    if record.get("remarks"):
        read_loose_remark(draft, record["remarks"])
    for key, label in _EXTRA.items():
        draft.also(label, record.get(key))
