"""Take the numbers out of a name's cell: IMO 9187629, V. 045W, passport No. AB123456, born 1955.

Reach for :func:`without_numbers`. Guarantees: what is taken out is an identifier or is told; numbers without
a label stay, for firms have them in their names, but for an IMO number that its own check digit proves.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from .._late_pattern import late
from ..identifiers import labels
from ..model import Identifier, PartyKind

__all__ = ["LABELS_OF_LETTERS", "Numbers", "without_numbers"]

LABELS_OF_LETTERS: Final = frozenset({"swift", "bic", "swiftbic", "callsign", "sign", "flag", "flagged"})
"""Words behind which something without a digit is no part of a name."""
_NUMBER_WORD: Final = r"(?:(?:no|nr|num|number|nº|n°|№|code|is)\b\.?|[#№])?"
_LINK: Final = r"[\s:.#=/–—-]*"
_VALUE: Final = r"(?P<value>(?=[A-Za-z/-]{0,4}[0-9])[A-Za-z0-9][A-Za-z0-9./-]*[A-Za-z0-9](?:\s[0-9]{3,})*)"
_VOYAGE: Final = late(
    r"(?<![^\W_])(?:voyages?|voy|vgs?)\b[\s.:#]*(?:no\b\.?\s*)?[A-Z]{0,3}[/-]?[0-9]+(?:-?[A-Z]{1,2}|/[0-9]{2,4})?(?![^\W_])"
    r"|(?<![^\W_.])v(?:\.\s?|\s|/|-)[0-9]{2,4}-?[A-Z]{0,2}(?![^\W_])|(?<![^\W_])v[0-9]{3,4}[A-Z]{1,2}(?![^\W_])"
    r"|(?<![^\W_.])v\.\s?[A-Z]{2,4}[0-9]{1,4}[A-Z]?(?![^\W_])",
    re.IGNORECASE,
)
_SIZE: Final = r"[0-9][0-9., ]*[0-9]"
_MEASURE: Final = late(
    rf"(?<![^\W_])(?:(?:dwt|grt|gt|nrt|teu|cbm|loa|dead\s?weight)[\s:.=-]*{_SIZE}(?:\s?(?:mts?|tons?|t|m|k))?"
    rf"|{_SIZE}\s?k?\s?(?:mts?\s)?(?:dwt|grt|gt|nrt|teu|cbm|tons?))(?![^\W_])"
    r"|(?<![^\W_])(?:built|blt|build year|year of build|yob)[\s:.=-]*(?:in\s)?(?:19|20)[0-9]{2}(?![^\W_])"
    r"|(?<![^\W_])(?:19|20)[0-9]{2}[\s-]built(?![^\W_])"
    r"|(?<![^\W_])(?:eta|etd|etb|laycan)\b[\s:.=-]*(?=[^0-9]{0,30}[0-9]).*$"
    r"|(?<=\s)v[0-9]{2,4}$|(?<=\s)(?:0[0-9]{1,3}|[0-9]{2,3})[NSEW]{1,2}(?![^\W_])|(?<=\s)0[0-9]{2}$"
    r"|(?<=[^\W\d_]{3})[-/][0-9]{2,3}[NSEW](?![^\W_])"
    r"|(?<![^\W_])b/?l\b\.?[\s:.#]*(?:no\b\.?\s*)?[A-Z]{0,4}[0-9]{4,}(?![^\W_])",
    re.IGNORECASE,
)
"""A ship's size and year, when it is expected, its voyage without a word, the bill of what it carries."""
_OF_A_SHIP: Final = late(r"(?<![^\W_])(?:dwt|grt|nrt)(?![^\W_])", re.IGNORECASE)
_FLAG: Final = late(
    r"(?<![^\W_])flag(?:ged)?\b\s*(?:state)?\s*[:=-]?\s*(?P<flag>[^\W\d_][\w ]{2,30})$", re.IGNORECASE
)
_CALL: Final = late(
    r"(?<![^\W_])(?:call\s?sign|c/s)" + _LINK + r"(?P<value>[A-Z0-9]{3,8})(?![^\W_])", re.IGNORECASE
)
_BANK: Final = late(
    r"(?<![^\W_])(?:swift|bic)(?:/?(?:swift|bic))?(?:\scode)?[\s:.#=-]*(?-i:(?P<value>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?))"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_ACCOUNT: Final = late(
    r"(?<![^\W_])(?:iban[\s:.#=-]*)?(?P<value>[A-Z]{2}[0-9]{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?)(?![^\W_])",
    re.IGNORECASE,
)
_WALLET: Final = late(
    r"(?<![^\W_])(?P<value>0x[0-9A-Fa-f]{40}|bc1[a-z0-9]{25,60}|(?=[a-zA-Z]*[0-9])[13T][1-9A-HJ-NP-Za-km-z]{25,34})"
    r"(?![^\W_])"
)
"""Addresses of Ethereum, Bitcoin (BIP 173 and base 58) and Tron."""
_UNTIL: Final = late(
    r"(?<=\s)(?:until|till|up to|since|bis|seit|jusqu'en|depuis|hasta|desde|до|с)\s(?:[^\W\d_]+\s)?"
    r"(?:19|20)[0-9]{2}\s?(?:г\.?)?(?=$|[)\]])",
    re.IGNORECASE,
)
"""When a name was borne, behind it."""
_BORN: Final = late(
    r"(?<![^\W_])(?:d\.?\s?o\.?\s?b\b\.?|date of birth|birth ?date|born(?:\s+on|\s+in)?|née? le"
    r"|geb(?:oren)?\.?\s+am|г\.р\.)"
    r"[\s:.=-]*(?:[0-9]{1,4}[./\s-]*(?:[A-Za-z]{3,9}|[0-9]{1,2})[./,\s-]*[0-9]{2,4}|(?:19|20)[0-9]{2})(?![^\W_])",
    re.IGNORECASE,
)
_SEVEN: Final = late(r"(?<![^\W_])(?P<value>[0-9]{7})(?![^\W_])")
_FEWEST: Final = 5


class Numbers(NamedTuple):
    """A text without the numbers that are no part of a name, and these."""

    text: str
    identifiers: tuple[Identifier, ...] = ()
    told: tuple[str, ...] = ()
    """What was taken out, as written."""


@cache
def _labelled() -> re.Pattern[str]:
    types = {label: type_ for label, type_ in labels().items() if type_ not in ("date", "-", "call-sign")}
    words = sorted((r"[\s.]*".join(map(re.escape, label.split())) for label in types), key=len, reverse=True)
    return late(
        rf"(?<![^\W_])(?P<label>{'|'.join(words)})(?![^\W\d_]){_LINK}{_NUMBER_WORD}{_LINK}{_VALUE}(?![^\W_])",
        re.IGNORECASE,
    )


def without_numbers(text: str, kind: PartyKind | None) -> Numbers:
    """Return *text* without labelled numbers, days of birth, voyages and flags."""
    no_digit = not any(character.isdigit() for character in text)
    if no_digit and not any(pattern.search(text) for pattern in (_FLAG, _CALL, _BANK)):
        return Numbers(text)
    found: list[Identifier] = []
    told: list[str] = []

    def take(match: re.Match[str], type_: str | None = None) -> str:
        if type_ is not None:
            found.append(Identifier.model_validate({"type": type_, "value": match["value"]}))
        told.append(match[0].strip())
        return " "

    def labelled(match: re.Match[str]) -> str:
        type_ = labels()[" ".join(match["label"].casefold().replace(".", " ").split())]
        few = sum(character.isdigit() for character in match["value"]) < _FEWEST
        return match[0] if few else take(match, type_)

    text = _UNTIL.sub(take, _BORN.sub(take, text))
    text = _BANK.sub(lambda match: take(match, "swift-bic"), text)
    text = _ACCOUNT.sub(
        lambda match: take(match, "bank-account") if _is_iban(match["value"]) else match[0], text
    )
    text = _WALLET.sub(lambda match: take(match, "crypto-address"), text)
    if kind != "person":
        text = _VOYAGE.sub(take, text)
        if kind in ("vessel", "aircraft") or (kind is None and _OF_A_SHIP.search(text)):
            text = _MEASURE.sub(take, text)
        text = _CALL.sub(lambda match: take(match, "call-sign"), text)
        text = _FLAG.sub(take, text)
    text = _labelled().sub(labelled, text)
    if kind != "person":
        text = _SEVEN.sub(lambda match: take(match, "imo") if _is_imo(match["value"]) else match[0], text)
    rest = text.strip(" ,;:/-–—#")
    return Numbers(rest, tuple(found), tuple(told)) if found or told else Numbers(text)


def _is_iban(value: str) -> bool:
    """Return whether a text is an account's number by its check digits (ISO 13616)."""
    number = "".join(value.upper().split())
    return int("".join(str(int(character, 36)) for character in number[4:] + number[:4])) % 97 == 1


def _is_imo(number: str) -> bool:
    """Return whether seven digits are an IMO number by its check digit (IMO resolution A.1117(30))."""
    weighed = sum(int(digit) * weight for digit, weight in zip(number[:6], range(7, 1, -1), strict=True))
    return weighed % 10 == int(number[6]) and len(set(number)) > 1
