"""OFAC's delimited files: the SDN list and the consolidated (non-SDN) list as .CSV, .PIP and .DEL.

https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.CSV (and ADD.CSV, ALT.CSV,
SDN_COMMENTS.CSV; CONS_PRIM.CSV, CONS_ADD.CSV, CONS_ALT.CSV, CONS_COMMENTS.CSV). Described in OFAC's
dat_spec.txt. Quirks:

- One list is four files tied by OFAC's number: names, addresses, alternate names, and what the remarks had
  over 1,000 characters. The last three are read with the first from the same folder, in any letter case.
- No header; the delimiter is ``,``, ``|`` or ``@``; null is ``-0-``, with or without a space after it; the
  last line is often a single 0x1A; the programmes of a party stand in one field, parted by ``] [``.
- Weak aliases, birth dates and documents are in the remarks: see :mod:`.ofac_remarks`.
- One record is one line, so it is split line by line: a stray quotation mark then breaks its own record and
  cannot swallow the next. The last line may lack its line end. That is why counts of the copy of 2019-01-04
  differ: ``wc -l`` and tools that count line ends say 7,378, but its last record (party 26235) has no line
  end, and there are 7,379 records.
- A copy opened and saved in a spreadsheet may have each line wrapped in one quoted field, or a header added,
  and its columns in another order: then they are read by the header.
- ADD has at least one row for every party, null where there is no address. A party that has no row there, or
  a row for a party the list does not hold, shows that the files are not of one day, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ..errors import MalformedFileError
from .account import NOT_USED, Furniture, Told, any_text, spelt, words
from .base import ListBuilder, ParsedList
from .draft import PartyDraft, country
from .files import ListFile
from .ofac import add_alias, add_programmes, list_of, name_parts
from .ofac_lines import FIELDS, OfacRow, kind_of, rows
from .ofac_remarks import read_remarks

FORMAT = "ofac-delimited"
PARSER_VERSION = "3"
LIST_ID = "us-ofac-sdn"
DAY_MARKS: tuple[str, ...] = ()

__all__ = [
    "DAY_MARKS",
    "FORMAT",
    "LIST_ID",
    "PARSER_VERSION",
    "OfacRow",
    "not_the_main_file",
    "parse",
    "read_family",
    "recognises",
]

_KINDS = {"": "organisation", "individual": "person", "vessel": "vessel", "aircraft": "aircraft",
          "entity": "organisation"}  # fmt: skip
_REMARKS_LIMIT = 1000


RowsOf = Callable[[ListFile, str], Iterator[OfacRow]]
"""Reads the records of a file of one kind: main, aliases, addresses or comments."""


def _remarks(text: str, told: Told) -> str | None:
    """The rule for remarks, which are cut in the middle of a word and put together again."""
    return None if told.contains(text) else NOT_USED


_FURNITURE = Furniture({
    **dict.fromkeys(("ent_num", "Ent_num", "Add_num", "alt_num"), any_text),
    "SDN_Type": words(*_KINDS),
    "alt_type": words("aka", "fka", "nka"),
    "Remarks": _remarks,
    "SDN_Name": spelt,
    "alt_name": spelt,
})  # fmt: skip


def recognises(file: ListFile, /) -> bool:
    """True for the first lines of SDN or CONS_PRIM, or of the files that belong beside them."""
    return kind_of(file.head_text) is not None


def parse(file: ListFile, list_id: str | None, /) -> ParsedList:
    """Read the list with the files beside it."""
    found = kind_of(file.head_text)
    if found != "main":
        raise not_the_main_file(file, found)
    return read_family(file, list_id, FORMAT, PARSER_VERSION, _rows_or_none)


def not_the_main_file(file: ListFile, kind: str | None) -> MalformedFileError:
    """Return the error for a file that belongs beside the main one."""
    return MalformedFileError(
        f"{file.name}: OFAC's file of {kind}, which holds no parties of its own; give the file of names "
        f"(SDN or CONS_PRIM), it is read along"
    )


def read_family(
    file: ListFile, list_id: str | None, format_name: str, parser_version: str, rows_of: RowsOf
) -> ParsedList:
    """Read a main file and the files beside it, whose records *rows_of* tells apart."""
    records = list(rows_of(file, "main"))
    build = ListBuilder(
        file,
        list_id=list_id or list_of(re.split(r"\]\s*\[", row.fields[3]) for row in records),
        format_name=format_name,
        parser_version=parser_version,
        furniture=_FURNITURE,
    )
    drafts = _drafts(build, records)
    _report_lone_quotes(build, file, records)
    _read_siblings(build, file, drafts, rows_of)
    for draft in drafts.values():
        build.add(draft)
    return build.finish()


def _report_lone_quotes(build: ListBuilder, file: ListFile, records: Iterable[OfacRow]) -> None:
    for row in records:
        if row.lone_quote:
            reason = "a quotation mark without its pair: read by the number and order of the fields"
            build.unread("|".join(row.fields), reason, line=row.line, file=file)


def _drafts(build: ListBuilder, records: list[OfacRow]) -> dict[str, PartyDraft]:
    drafts: dict[str, PartyDraft] = {}
    for row in records:
        number = row.fields[0]
        if number in drafts:
            build.fail("the number stands twice", record=number, line=row.line)
        drafts[number] = _draft(build, row)
    return drafts


def _draft(build: ListBuilder, row: OfacRow) -> PartyDraft:
    number, name, kind, programmes, title, call_sign, *vessel, remarks = row.fields
    if kind.casefold() not in _KINDS:
        build.fail(f"the type {kind!r} is not one OFAC uses", record=number, line=row.line)
    if not name:
        build.fail("a record without a name", record=number, line=row.line)
    draft = PartyDraft(f"{build.list_id}:{number}", _KINDS[kind.casefold()], line=row.line)
    draft.heard.append(build.hear_row(zip(FIELDS["main"], row.fields, strict=True), row.line))
    draft.name(name, parts=name_parts(name) if draft.kind == "person" else [])
    add_programmes(draft, programmes)
    if title:
        draft.positions.append(title)
    draft.identifier("call-sign", call_sign)
    _add_vessel(draft, vessel)
    if remarks:
        draft.remarks.append(remarks)
    return draft


def _add_vessel(draft: PartyDraft, columns: list[str]) -> None:
    vessel_type, tonnage, gross, flag, owner = columns
    given = {
        "type": vessel_type,
        "tonnage": tonnage,
        "gross_registered_tonnage": gross,
        "flag": country(flag),
        "owner": owner,
    }
    draft.vessel.update({key: value for key, value in given.items() if value})


def _sibling(file: ListFile, kind: str) -> ListFile | None:
    """Return the file of *kind* beside the main file, by OFAC's own names, which follow the main file's."""
    stem, dot, suffix = file.name.rpartition(".")
    low = stem.casefold()
    own = {"aliases": "alt", "addresses": "add", "comments": "comments"}[kind]
    stems = []
    if "prim" in low:
        stems = [low.replace("prim", own)]
    elif "sdn" in low and kind == "comments":
        stems = [f"{low}_comments", f"{low} comments", low.replace("sdn", "sdn_comments")]
    elif "sdn" in low:
        stems = [low.replace("sdn", own)]
    return file.beside(*(f"{name}{dot}{suffix}" for name in stems)) if stems else None


def _read_siblings(
    build: ListBuilder, file: ListFile, drafts: dict[str, PartyDraft], rows_of: RowsOf
) -> None:
    _read_comments(build, _sibling(file, "comments"), drafts, rows_of)
    for draft in drafts.values():
        for remark in draft.remarks[:]:
            draft.remarks.clear()
            for segment, reason in read_remarks(draft, remark):
                build.unread(segment, reason, line=draft.line)
    for kind, add in (("aliases", _add_alias), ("addresses", _add_address)):
        sibling = _sibling(file, kind)
        if sibling is None:
            build.unread("", f"OFAC's file of {kind} does not stand beside it: the parties have none from it")
            continue
        build.read_along(sibling)
        seen = set()
        records = list(rows_of(sibling, kind))
        _report_lone_quotes(build, sibling, records)
        for row in records:
            seen.add(row.fields[0])
            owner = drafts.get(row.fields[0])
            heard = build.hear_row(zip(FIELDS[kind], row.fields, strict=True), row.line, sibling)
            if owner is not None:
                owner.heard.append(heard)
            else:
                build.pass_over(heard)
            if owner is None or not add(owner, row.fields):
                reason = (
                    "of a party the list does not hold" if owner is None else "of a type OFAC does not use"
                )
                build.unread(
                    "|".join(row.fields), f"one of the {kind}, {reason}", line=row.line, file=sibling
                )
        if kind == "addresses":
            _report_missing(build, sibling, drafts, seen)


def _report_missing(
    build: ListBuilder, addresses: ListFile, drafts: dict[str, PartyDraft], seen: set[str]
) -> None:
    for number, draft in drafts.items():
        if number not in seen:
            build.unread(
                draft.names[0]["text"],
                f"party {number} has no row among the addresses: the files may not be of one day",
                file=addresses,
            )


def _rows_or_none(file: ListFile, kind: str) -> Iterator[OfacRow]:
    """Yield the rows of a sibling, none for an empty file; MalformedFileError when it is another file."""
    if not file.head.strip(b"\r\n \x1a"):
        return
    found = kind_of(file.head_text)
    if found != kind:
        raise MalformedFileError(
            f"{file.name}: should be OFAC's file of {kind}, but its records are not such"
        )
    yield from rows(file, kind)


def _add_alias(draft: PartyDraft, fields: list[str]) -> bool:
    _, _, kind, name, note = fields
    return bool(name) and add_alias(draft, kind, name, weak=False, note=note)


def _add_address(draft: PartyDraft, fields: list[str]) -> bool:
    _, _, street, city, land, note = fields
    draft.address(text=street, city=city, country=country(land), note=note)
    return True


def _read_comments(
    build: ListBuilder, comments: ListFile | None, drafts: dict[str, PartyDraft], rows_of: RowsOf
) -> None:
    """Put back what remarks had over 1,000 characters; it goes on in the middle of a word."""
    continued = set()
    if comments is not None:
        build.read_along(comments)
        records = list(rows_of(comments, "comments"))
        _report_lone_quotes(build, comments, records)
        for row in records:
            number, text = row.fields
            continued.add(number)
            heard = build.hear_row(zip(FIELDS["comments"], row.fields, strict=True), row.line, comments)
            if number in drafts and drafts[number].remarks:
                drafts[number].heard.append(heard)
                drafts[number].remarks[0] += text
            else:
                build.unread(text, f"goes on a remark of {number}, which the list does not hold",
                             line=row.line, file=comments)  # fmt: skip
    for number, draft in drafts.items():
        if draft.remarks and len(draft.remarks[0]) >= _REMARKS_LIMIT and number not in continued:
            reason = "a remark cut at 1,000 characters, whose rest is not beside it"
            build.unread(draft.remarks[0][-60:], reason, line=draft.line)
