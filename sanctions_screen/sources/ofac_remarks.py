"""What OFAC writes into the remarks of its delimited and fixed-field files.

Those formats have no fields of their own for birth dates, documents, weak aliases and links: all stand in
one remark, parted by semicolons (``DOB 21 Aug 1968; nationality Korea, North; KOMID official in Syria.``).
Reach for this module to read them out. Guarantee: the remark itself is kept verbatim beside what is read
out of it, so a segment in free text is never lost; one that starts like a fact and cannot be read as one is
handed to the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from .account import NOT_KNOWN
from .draft import PartyDraft, country
from .labels import fact_of
from .ofac import add_alias, add_identification, cleaned_label, identification_types, is_fact, partial_date
from .ofac_labels import other_labels

__all__ = ["read_loose_remark", "read_remarks", "segments"]

# Single quotation marks in the delimited files, double ones in the fixed-field files.
_ALIAS = re.compile(r"""(?:alt\. )?([afn]\.k\.a\.) (['"])(.+)\2\.?""", re.DOTALL)
_ALIAS_START = re.compile(r"""(?:alt\. )?[afn]\.k\.a\. ['"]""")
_ABBREVIATION = re.compile(r"\b(?:\w|LTD|CO|INC|CORP|BHD|LTDA|CIA)\.$", re.IGNORECASE)
_VALUE = re.compile(
    r"(?P<value>.+?)(?: \((?P<place>[^()]+)\))?(?P<note>,? (?:issued|expires|expired)\b.*)?", re.DOTALL
)
# A label that is not in the table but says that it is one: "Aliens Office No. 1234", "Permit # 77".
_UNKNOWN_LABEL = re.compile(
    r"(?P<label>[A-Z][\w.,'/()& -]{0,60}?(?:No\.|#|Number|Code|ID)):? (?P<rest>\S*\d.*)"
)


_WORDED = re.compile(
    r"(?P<label>D\.?O\.?B\.?|P\.?O\.?B\.?|(?:Date|Place) of birth|Birth ?(?:date|place)"
    r"|nationality(?! of)|citizen(?:ship)?"
    r"|IMO(?: (?:No\.?|[Nn]umber))?(?=:)|MMSI(?=:))(?!['\u2019\w-]) ?:? ?(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_LABELLED = re.compile(r"(?P<label>[A-Z][\w.'/-]*(?: [\w.'/()-]+){0,5}): ?\S")


# "i.k.a. 'BNC'": what is quoted is a name. "TFIWS/BIC HAVIGB2L": a word or three, then a number.
_QUOTED = re.compile(r"""[^\s'"]{3,10} (['"]).+\1\.?""", re.DOTALL)
_NUMBERED = re.compile(
    r"(?:[^\s\d]+ ){1,3}(?=[A-Z0-9/-]*\d)(?=[A-Z0-9/-]{6,} ?)[A-Z0-9/-]+(?: \([^()]+\))?\.?"
)


# A website or a mail address; where sanctions are explained is the publisher's own.
_ADDRESS = re.compile(r"https?://|www\.|[\w.+-]@[\w-]+\.\w", re.IGNORECASE)
_EXPLAINED = re.compile(r"(?:https?://)?(?:[\w-]+\.)*treasury\.gov\b", re.IGNORECASE)

# An alias that what stands before it kept from being read.
_REACHED = re.compile(r"(?<!\w)[afn]\.k\.a\.(?= ?['\"])")


_KEPT = 1 << 16
"""Texts of remarks whose reading stays in memory: the files of a series share nearly all."""


def segments(remark: str) -> Iterator[str]:
    """Yield the parts of a remark between semicolons; one inside a quoted alias parts nothing."""
    return iter(_segments(remark))


@lru_cache(maxsize=_KEPT)
def _segments(remark: str) -> tuple[str, ...]:
    return tuple(_parted(remark))


def _parted(remark: str) -> Iterator[str]:
    body = remark.strip()
    # The full stop ends the remark, unless it belongs to its last word: "Linked To: HUAWEI CO., LTD."
    body = body if _ABBREVIATION.search(body, max(len(body) - 8, 0)) else body.removesuffix(".")
    pieces = iter(re.split(r"(;\s*)", body))
    for piece in pieces:
        whole = piece
        while _ALIAS_START.match(whole) and not whole.endswith(("'", '"')):
            more = next(pieces, None), next(pieces, None)
            if more[0] is None or more[1] is None:
                break
            whole += more[0] + more[1]
        if whole.strip(" ;"):
            yield whole.strip()


def read_remarks(draft: PartyDraft, remark: str) -> list[tuple[str, str]]:
    """Add to *draft* all that *remark* tells; return (segment, reason) for each that could not be read."""
    draft.remarks.append(remark)
    return [(part, reason) for part in segments(remark) if (reason := _read(draft, part))]


def read_loose_remark(draft: PartyDraft, remark: str) -> None:
    """Add what the remarks of OFAC's XML formats tell beside their elements: links, telephones, websites.

    The links stand in parentheses there (``(Linked To: HIZBALLAH)``). Whatever else is free text.
    """
    draft.remarks.append(remark)
    bare = re.sub(r"\((Linked To:.*)\)(?=\.?$)", r"\1", remark, flags=re.DOTALL)
    for part in segments(bare):
        _read(draft, part)


def _read(draft: PartyDraft, segment: str) -> str | None:
    """Read one segment; return why not when it starts like a fact but is none."""
    if found := _ALIAS.fullmatch(segment):
        add_alias(draft, found[1], found[3], weak=True)
        return None
    if re.match(r"(?:alt\. )?[afn]\.k\.a\.", segment):
        return "an alias without its quotation marks"
    body = re.sub(r"^[Aa]lt\. ", "", segment)
    fact, rest = _worded(body)
    match fact:
        case "birth date":
            return _add_birth_date(draft, rest)
        case "birth place":
            draft.birth_places.append(rest)
        case "nationality":
            draft.nationalities.append(country(rest) or {})
        case "citizenship":
            draft.citizenships.append(country(rest) or {})
        case "imo" | "mmsi":
            draft.identifier(fact, rest)
        case "Linked To":
            draft.link(rest, "Linked To")
        case "Position":
            draft.positions.append(rest)
        case _:
            return _add_labelled(draft, body)
    return None


@lru_cache(maxsize=_KEPT)
def _worded(body: str) -> tuple[str | None, str]:
    """Return the fact a segment names (``DOB 1955``, ``Date of Birth: 1955``), and its value."""
    for word in ("Linked To", "Position"):
        if body.startswith(f"{word}:"):
            return word, body[len(word) + 1 :].strip()
    if (found := _WORDED.match(body)) and found["rest"].strip():
        return fact_of(found["label"]), found["rest"].strip()
    return None, ""


def _add_birth_date(draft: PartyDraft, text: str) -> str | None:
    when = partial_date(text)
    if when is None:
        return "not a date of birth"
    draft.birth_dates.append(when)
    return None


def _add_labelled(draft: PartyDraft, body: str) -> str | None:
    label, strange = _label_of(body), None
    if label is not None:
        rest = body[len(label) :].lstrip(" :")
        label = cleaned_label(label)
    elif found := _UNKNOWN_LABEL.fullmatch(body):
        label, rest = cleaned_label(found["label"]), found["rest"]
        strange = None if label in other_labels() else NOT_KNOWN  # its number is kept all the same
    else:
        return _strange(body)
    if not rest:
        return None
    if label in identification_types() or not is_fact(label):
        value = _VALUE.fullmatch(rest)
        assert value is not None  # the pattern's first group takes any text
        add_identification(draft, label, value["value"], value["place"], (value["note"] or "").strip(", "))
    else:
        add_identification(draft, label, rest)
    return strange


@lru_cache(maxsize=_KEPT)
def _strange(body: str) -> str | None:
    """Return why a segment no table knows is reported; None for free text, which stays a remark."""
    found = _LABELLED.match(body)
    if found and cleaned_label(found["label"]) not in other_labels():
        return NOT_KNOWN
    if _QUOTED.fullmatch(body) or _NUMBERED.fullmatch(body) or _REACHED.search(body):
        return NOT_KNOWN
    return NOT_KNOWN if _ADDRESS.search(_EXPLAINED.sub("", body)) else None


@lru_cache(maxsize=_KEPT)
def _label_of(body: str) -> str | None:
    """Return the longest known label with which *body* starts, as written."""
    if found := re.match(r"Digital Currency Address - \S+(?= )", body):
        return found[0]
    found = _labels().match(body)
    return found[0] if found else None


@cache
def _labels() -> re.Pattern[str]:
    known = sorted((*identification_types(), *_FACT_LABELS), key=lambda label: (-len(label), label))
    return re.compile(rf"(?:{'|'.join(re.escape(label) for label in known)})(?=[ :])")


_FACT_LABELS = (
    "Gender", "Former Vessel Flag", "Other Vessel Flag", "Vessel Flag", "Vessel Type", "Other Vessel Type",
    "Vessel Year of Build", "Vessel Owner", "Aircraft Model", "Aircraft Manufacture Date",
    "Aircraft Operator", "Nationality of Registration",
)  # fmt: skip
