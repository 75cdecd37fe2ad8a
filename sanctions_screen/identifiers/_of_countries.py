"""Know which numbers of a country hold another: a French SIRET its SIREN, a Japanese T-number the firm's.

Reach for :func:`numbers_within`. Guarantee: each answer is what the country's own register gives to one
bearer; where a check digit tells it, it is checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .._late_pattern import late

__all__ = ["numbers_within"]

_REGISTERS_OF_FIRMS: Final = frozenset({"tax-id", "registration", "other"})
_SIRET: Final = late(r"(?<![0-9])(?P<number>[0-9]{3}\s?[0-9]{3}\s?[0-9]{3})\s?[0-9]{5}(?![0-9])")
"""An establishment's number: the firm's, and five digits more (INSEE)."""
_TVA: Final = late(r"(?<![A-Z0-9])FR\s?[0-9A-Z]{2}\s?(?P<number>[0-9]{3}\s?[0-9]{3}\s?[0-9]{3})(?![0-9])")
"""A French number for value-added tax: two signs that check, and the firm's number."""
_RCS: Final = late(r"(?<![A-Z])R\.?C\.?S\.?\b[^0-9]{0,40}(?P<number>[0-9]{3}\s?[0-9]{3}\s?[0-9]{3})(?![0-9])")
"""The firm's number behind the town of its court: RCS Paris B 303 265 045."""
_DUTCH: Final = late(r"(?<![A-Z0-9])NL\s?(?P<number>[0-9]{9})\s?B\s?[0-9]{2}(?![0-9])")
_JAPANESE: Final = late(r"(?<![A-Z0-9])T(?P<number>[0-9]{13})(?![0-9])")
"""An issuer's number on invoices: a T and the corporate number (National Tax Agency)."""
_VENEZUELAN: Final = late(r"(?<![A-Z0-9])(?P<number>[JGVEPC]-?[0-9]{8})-[0-9](?![0-9])")
"""A RIF with its check digit, which is as often left out."""
_GERMAN: Final = late(r"(?<![A-Z0-9])(?P<number>HR[AB]\s?[0-9]{3,6}\s?[A-Z]{1,2})(?![A-Z0-9])")
"""A number of a court that adds letters: HRB 86891 B in Berlin."""
_EVEN: Final = 2
_NINE: Final = 9


def numbers_within(text: str, type_: str) -> Iterator[str]:
    """Yield the numbers, letters and digits alone, that stand within a firm's in a text in capitals."""
    if type_ not in _REGISTERS_OF_FIRMS:
        return
    for pattern in (_SIRET, _TVA, _RCS):
        for found in pattern.finditer(text):
            number = _plain(found["number"])
            if _is_checked(number):
                yield number
    for pattern in (_DUTCH, _JAPANESE, _VENEZUELAN, _GERMAN):
        yield from (_plain(found["number"]) for found in pattern.finditer(text))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _is_checked(number: str) -> bool:
    """Return whether a number is one by its last digit (Luhn: ISO/IEC 7812-1, annex B)."""
    doubled = (int(one) * (1 + at % _EVEN) for at, one in enumerate(reversed(number)))
    return sum(one - _NINE if one > _NINE else one for one in doubled) % 10 == 0
