"""What the two British lists share: names in six parts, numbered values, labels in free text.

Reach for this module in the readers of OFSI's and the FCDO's lists.
"""

from __future__ import annotations

import re
from functools import cache

from ..names.countries import country_code
from .account import NOT_KNOWN, Told, unless_told
from .draft import PartyDraft, country
from .spellings import spellings

__all__ = [
    "GRADES", "KINDS", "NAME_TYPES", "SCRIPTS", "add_labelled", "add_name", "add_numbered", "kind_of",
    "labelled", "numbered", "role_of",
]  # fmt: skip

SCRIPTS = {
    "cyrillic": "Cyrl", "arabic": "Arab", "chinese": "Hani", "georgian": "Geor", "hebrew": "Hebr",
    "hangul": "Hang", "persian": "Arab", "korean": "Kore", "burmese": "Mymr", "greek": "Grek",
    "pashto": "Arab", "urdu": "Arab", "dari": "Arab", "japanese": "Jpan", "latin": "Latn",
    "russian": "Cyrl", "thai": "Thai",
}  # fmt: skip
KINDS = {"individual": "person", "entity": "organisation", "ship": "vessel", "vessel": "vessel",
          "aircraft": "aircraft"}  # fmt: skip
NAME_TYPES = ("Primary Name", "Prime Alias", "Alias", "AKA", "a.k.a", "a.k.a.", "FKA", "f.k.a", "f.k.a.",
              "Primary Name Variation", "Formerly known as", "Former name")  # fmt: skip
GRADES = ("Low quality", "Good quality", "Low quality a.k.a", "Good quality a.k.a", "weak", "strong")
_NUMBER = re.compile(r"\(\d{1,2}(?:-\d{1,2})?\)\s*")
_BARE_NUMBER = re.compile(r"(?:^|(?<=\s))\d{1,2}\)\s*")
_LABEL = re.compile(r"\(([A-Z][A-Za-z ./-]{2,40})\):")
# In 2018 the colon, and the number, stood inside: "(IMO number: 8605026)".
_ENCLOSED = re.compile(r"\((IMO number): ?(\d{7})\)")
_MISSING = frozenset({"", "-", "- .", "na", "n/a", "unknown", "none"})


def kind_of(text: str) -> str | None:
    """Return the kind of party; None when the list has a new one."""
    return KINDS.get(text.casefold().strip())


def numbered(text: str) -> list[str]:
    """Return the values of ``(1) Russia (2) Cyprus`` or ``Russia``; placeholders left out."""
    # "(branch 279)" and "(until 1991)" are no numbers of values.
    parting = _BARE_NUMBER if text.lstrip().startswith("1)") else _NUMBER
    parts = (part.strip(" .,;") for part in parting.split(text))
    return [part for part in parts if part.casefold() not in _MISSING]


def role_of(kind: str, quality: str) -> str:
    """Return the role of a name by the list's type of alias and grade; the lists spell these in many ways."""
    word = kind.casefold()
    if word in ("prime alias", "primary name"):
        return "primary"
    if word.startswith("fka") or "former" in word:
        return "former"
    return "weak" if "low" in quality.casefold() or "weak" in quality.casefold() else "strong"


def add_name(draft: PartyDraft, parts: list[str], role: str) -> None:
    """Add a name given as Name 1 to Name 5 and Name 6, the family name or the whole of a name."""
    *given, family = (part.strip() for part in parts)
    given = [part for part in given if part]
    words = [*given, family] if family else given
    detail = [{"type": "given", "text": part} for part in given]
    detail += [{"type": "family", "text": family}] if family else []
    whole = " ".join(words)
    draft.name(whole, role, parts=detail if draft.kind == "person" and len(detail) > 1 else [])
    if len(several := spellings(whole)) > 1:
        for spelling in several:
            draft.name(spelling, "strong" if role == "primary" else role)


def add_numbered(draft: PartyDraft, kind: str, numbers: str, details: str, label: str | None = None) -> None:
    """Add identifiers from a column of numbers beside a column of details, both perhaps numbered alike.

    Where the list has one column for both, *numbers* is empty and the number is looked for in *details*.
    """
    values, notes = numbered(numbers), numbered(details)
    if values:
        for position, value in enumerate(values):
            note = notes[position] if len(notes) == len(values) else details.strip()
            draft.identifier(kind, value, note=note, label=label)
        return
    for note in notes:
        if found := re.search(r"\b(?=[A-Z0-9/-]*\d[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{3,}", note):
            draft.identifier(kind, found[0], note=note if note != found[0] else None, label=label)
        else:
            draft.also(f"{label or kind} without a number", note)


def _opened(text: str) -> str:
    return _ENCLOSED.sub(r"(\1):\2", text)


def add_labelled(draft: PartyDraft, text: str) -> None:
    """Add what free text says under labels, such as ``(IMO number):7408873 (Flag of ship):``."""
    pieces = _LABEL.split(_opened(text))
    for label, value in zip(pieces[1::2], pieces[2::2], strict=True):
        add_fact(draft, label, value.strip())
    if len(pieces) == 1 and (found := re.search(r"\bIMO(?: number)?:? ?(\d{7})\b", text)):
        draft.identifier("imo", found[1])
    if len(pieces) == 1 and (found := re.search(r"\bMMSI:? ?(\d{9})\b", text)):
        draft.identifier("mmsi", found[1])


# A number told as a ship's: behind a word and a colon ("IM0: 8937675"), or behind the words themselves.
_SHIP = re.compile(r"(?:\b[A-Za-z]\w*\.?[:;]\W{0,2}|\b(?:IMO|MMSI)\b\D{0,12}?)[^\W\d]{0,3}(\d{7,9})(?!\d)")


def _is_imo(number: str) -> bool:
    """True when the last of seven digits checks the others as that of an IMO number does."""
    return sum(int(digit) * (7 - at) for at, digit in enumerate(number[:6])) % 10 == int(number[6])


def _is_of_a_ship(number: str) -> bool:
    """True for an IMO number, also with a digit run into it, and an MMSI: its first digit is a region."""
    if len(number) == 9:
        return number[0] in "234567"
    return any(_is_imo(seven) for seven in {number[:7], number[-7:]})


def labelled(text: str, told: Told) -> str | None:
    """The rule for free text with labels: all of it is kept, and each of its labels must be known."""
    labels = (label for label in _LABEL.findall(text) if label not in _KNOWN_LABELS)
    strange = [label for label in labels if country_code(label) is None]
    strange += [found for found in _SHIP.findall(text) if _is_of_a_ship(found) and not told.whole(found)]
    strange += _broken_label().findall(_opened(text))
    return NOT_KNOWN if strange else unless_told(text, told)


@cache
def _broken_label() -> re.Pattern[str]:
    """Return what finds a label of which a bracket or the colon is gone, so that its value went elsewhere."""
    known = "|".join(re.escape(label) for label in sorted(_KNOWN_LABELS))
    return re.compile(rf"\((?:{known})(?:\)(?!:)|:)|(?<!\()\b(?:{known})\):")


_IDENTIFIERS = {
    "IMO number": "imo", "Email address": "email", "Website": "website", "Phone number": "phone",
    "Fax": "phone", "Tel": "phone", "Business Reg No": "registration",
    "Hull identification number": "vessel-registration", "Crypto wallet address": "crypto-address",
}  # fmt: skip
_VESSEL = {"Type of ship": "type", "Tonnage of ship": "tonnage", "Year built": "build_year",
           "Current owners": "owner"}  # fmt: skip


def add_fact(draft: PartyDraft, label: str, value: str) -> None:
    """Add one labelled fact; what is not known under its label stays in the remarks."""
    if value.casefold() in _MISSING:
        return
    if label in _IDENTIFIERS:
        only = re.match(r"(\d{7})\b", value) if _IDENTIFIERS[label] == "imo" else None  # free text may follow
        for part in [only[1]] if only else numbered(value):
            draft.identifier(_IDENTIFIERS[label], part, label="Fax" if label == "Fax" else None)
    elif label == "Gender" and value.casefold() in ("male", "female"):
        draft.gender = value.casefold()
    elif label == "Flag of ship":
        draft.vessel["flag"] = country(value)
    elif label == "Previous flags":
        draft.vessel["former_flags"] = [country(part) for part in numbered(value)]
    elif label in _VESSEL:
        draft.vessel[_VESSEL[label]] = value
    elif label in ("Parent company", "Subsidiaries"):
        for part in numbered(value):
            draft.link(part, label)


_KEPT_LABELS = (
    "UK Sanctions List Ref",
    "UK Statement of Reasons",
    "UN Ref",
    "Type of entity",
    "Length of ship",
)
"""Labels whose text stays in the remarks."""
_KNOWN_LABELS = frozenset((*_IDENTIFIERS, *_VESSEL, "Gender", "Flag of ship", "Previous flags",
                           "Parent company", "Subsidiaries", *_KEPT_LABELS))  # fmt: skip
