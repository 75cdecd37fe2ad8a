"""Read the name in a line of a passport's machine-readable zone (ICAO Doc 9303, parts 3 to 6).

Reach for :func:`zone_read`. Guarantee: a line that is none is left alone.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .._late_pattern import late
from ..model import Identifier, IdentifierType

__all__ = ["Zone", "zone_read", "zones_within"]

_HEAD: Final = late(r"[PVIACD](?P<sort>[A-Z<])(?P<issuer>[A-Z<]{3})(?=[A-Z])")
_LENGTHS: Final = (36, 44)
"""Characters of a line that begins with the document's sort and issuer."""
_DATA: Final = late(r"(?P<number>[A-Z0-9<]{9})[0-9<][A-Z<]{3}[0-9]{6}[0-9][MFX<][0-9]{6}[0-9][A-Z0-9<]*")
_LINES_AS_ONE: Final = late(
    r"(?P<name>[PV][A-Z<][A-Z<]{3}[A-Z0-9<]*?[A-Z]<<[A-Z0-9<]*?)(?P<data>[A-Z0-9][A-Z0-9<]{8}[0-9<][A-Z<]{3}[0-9]{6}[0-9][MFX<][0-9]{6}[0-9][A-Z0-9<]*)"
)
"""The two lines of a passport's or a visa's zone without what parted them."""
_CARD_AS_ONE: Final = late(
    r"[IAC][A-Z<][A-Z<]{3}(?P<number>[A-Z0-9<]{9})[A-Z0-9<]{16}[0-9]{7}[MFX<][0-9]{7}[A-Z<]{3}[A-Z0-9<]{11}[0-9]"
    r"(?P<name>[A-Z<]+)"
)
"""The three lines of an identity card's."""
_LONGEST: Final = 120
"""Characters of a whole zone and some to spare; where the lines of a longer text part takes long to find."""
_MISREAD: Final = str.maketrans("01258", "OIZSB")
"""Digits that a scanner takes for letters; a name has none."""
_OF_A_PASSPORT: Final = late(r"P[A-Z<][A-Z<]{3}[A-Z0-9<]*<<[A-Z0-9<]+")
_OF_RUSSIA_AT_HOME: Final = late(r"PN<?RUS(?P<name>[A-Z0-9<]+)")
"""The first line of Russia's passport for use at home, in which a Latin letter or a digit stands for each
letter of the Cyrillic alphabet (order of the Federal Migration Service No. 279 of 2007, annex)."""
_RUSSIAN: Final = str.maketrans("ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678<", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ<")
_OF_HYPHENS: Final = late(r"[PVIACD][A-Z-][A-Z]{3}[A-Z]+(?:-[A-Z]+)*--[A-Z]+(?:-[A-Z]+)*-*")
"""A line whose signs < somebody typed as hyphens."""
_WIDE: Final = str.maketrans("＜«‹", "<<<")
_ISSUER: Final = late(r"(?:[IAC][A-Z]|P[A-Z]|[PVIAC])(?P<issuer>[A-Z]{3})(?=[A-Z]{3})")
_WITHIN: Final = late(r"(?<![\w<])[A-Za-z0-9<]*[A-Za-z0-9]<<?[A-Za-z0-9<]{4,}(?![\w<])")
_FILLER: Final = late(r"[A-Za-z]<[A-Za-z<]")


class Zone(NamedTuple):
    """What a line holds: a name, or a document's number."""

    name: str = ""
    identifiers: tuple[Identifier, ...] = ()
    short: str = ""
    """The name without five letters that may be a document's sort and issuer: IDRUS, where no < tells."""


def _joined_lines(text: str) -> Zone | None:
    """Return what lines of a zone hold that nothing parts any more."""
    if whole := _CARD_AS_ONE.fullmatch(text):
        return Zone(_name(whole["name"]), _number(whole, "other"))
    if (both := _LINES_AS_ONE.fullmatch(text)) and (named := zone_read(both["name"])):
        data = zone_read(both["data"])
        return Zone(named.name, data.identifiers if data else (), named.short)
    return None


def zone_read(line: str) -> Zone | None:
    """Return what a line of a machine-readable zone holds; None for any other text."""
    line = line.strip().removeprefix("MRZ").lstrip(": ") if line[:3].upper() == "MRZ" else line
    text = "".join(line.split()).upper().translate(_WIDE)
    if _OF_HYPHENS.fullmatch(text):
        text = line = text.replace("-", "<")
    if russian := _OF_RUSSIA_AT_HOME.fullmatch(text):
        name = _name(russian["name"].translate(_RUSSIAN))
        return Zone(name) if name else None
    if len(text) <= _LONGEST and (joined := _joined_lines(text)):
        return joined
    if _OF_A_PASSPORT.fullmatch(text) and not text.replace("<", "").isalpha():
        text = line = text.translate(_MISREAD)
    if found := _DATA.fullmatch(text):
        return Zone("", _number(found, "passport"))
    if not (_FILLER.search(line.translate(_WIDE)) or "<<" in text) or any(
        character != "<" and not character.isalpha() for character in text
    ):
        return None
    body = text
    head = _HEAD.match(text)
    sure = head is not None and (head["sort"] == "<" or len(text) in _LENGTHS)
    if head is not None and sure:
        body = text[head.end() :]
    unsure = None if sure else _ISSUER.match(text)
    name = _name(body)
    return Zone(name, (), _name(body[unsure.end() :]) if unsure else "") if name else None


def _number(found: re.Match[str], type_: IdentifierType) -> tuple[Identifier, ...]:
    """Return the document's number of a zone's line; nothing where it has none but fillers."""
    number = found["number"].replace("<", "")
    return (Identifier(type=type_, value=number),) if number else ()


def zones_within(line: str) -> tuple[tuple[str, ...], str]:
    """Return the parts of a line that are lines of a zone, and the rest: Anna Berg (P<UTOBERG<<ANNA<<<)."""
    found = tuple(one[0] for one in _WITHIN.finditer(line.translate(_WIDE)) if zone_read(one[0]))
    rest = line.translate(_WIDE)
    for one in found:
        rest = rest.replace(one, " ")
    rest = " ".join(rest.split()).strip(" :,;()[]")
    return (found, rest) if found and "<" not in rest else ((), line)


def _name(body: str) -> str:
    family, _, given = body.partition("<<")
    words = [" ".join(part.replace("<", " ").split()) for part in (family, given)]
    return ", ".join(word for word in words if word) if words[0] else ""
