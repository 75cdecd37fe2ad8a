"""Say whether two identifiers are one, and whether that settles who is meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ..model import Identifier
from ._labels import label_type
from ._values import compared_values, court, digits, is_date, told_types

__all__ = ["same_contact", "same_identifier"]

# Identifiers that one authority gives to one bearer and that are not reused: equal ones settle who is meant.
_UNIQUE: Final = frozenset({
    "passport", "national-id", "tax-id", "registration", "birth-certificate", "driving-licence",
    "residence-permit", "travel-document", "military-id", "imo", "mmsi", "aircraft-registration",
    "aircraft-serial", "swift-bic", "lei", "bank-account", "crypto-address", "vessel-registration", "other",
})  # fmt: skip
_WITHOUT_DIGITS: Final = frozenset({"swift-bic", "aircraft-registration"})
"""Codes that may be of letters alone: EP-MMH."""
_LONGEST_PREFIX: Final = 3
_SHORTEST_UNIQUE: Final = 5
_SHORTEST_ACROSS: Final = 7
"""A number under another type's name is longer, for several authorities give short ones."""
_LONGER_THAN_A_PASSPORT_S: Final = 10
"""Signs of a number that no machine-readable passport has room for (ICAO Doc 9303: nine): under a passport's
name it is the number of an identity card, or of Russia's passport at home."""
_ONE_NUMBER: Final = (
    frozenset({"tax-id", "registration", "national-id"}),
    frozenset({"passport", "travel-document"}),
    frozenset({"imo", "vessel-registration"}),
    frozenset({"lei", "registration"}),
)
"""Types whose names lists and customers use for one another's numbers."""
_CONTACTS: Final = frozenset({"email", "phone", "website"})
_FEWEST_REPEATED: Final = 5
_FEWEST_LETTERS: Final = 3
_FEWEST_IN_TURN: Final = 8
_FEWEST_OF_A_SENTENCE: Final = 12
_YEARS: Final = frozenset(map(str, range(1900, 2100)))
"""Beside so many letters all the digits there are: a remark, no number."""
_IN_TURN: Final = (2, 3)
"""Digits that are written over and over: 12121212, 123123123."""
_COUNTED: Final = tuple(start + "".join(map(str, range(1, 100))) for start in ("", "0"))
_FEWEST_COUNTED: Final = 10
"""1234567891011: who counts on past nine was filling a field. 123456789 is a passport's number."""
_KEYBOARD: Final = tuple(row * 4 for row in ("1234567890", "0123456789", "0987654321", "9876543210"))
"""Rows of keys, over and over."""
_SAYING_NONE: Final = frozenset({
    "NONE", "NULL", "TEST", "UNKNOWN", "QWERTY", "ASDF", "DUMMY", "SAMPLE", "NOID", "NA", "TBA", "TBC", "TBD",
    "PENDING", "APPLIED", "APPLIEDFOR", "NIL", "NOPASSPORT", "NOTKNOWN", "NOTAVAILABLE", "NOTPROVIDED",
    "XX", "EXEMPT",
})  # fmt: skip
_MOST_ZEROS_BEHIND: Final = 7
"""Zeros at the end of a number with which somebody filled the rest of a field: 7700000000."""
_COUNTED_EARLY: Final = frozenset({"imo", "mmsi", "bank-account", "phone"})
"""Types of which 1234567 and 123456789 are nobody's; passports have such numbers."""
_FEWEST_EARLY: Final = 7
_BIC: Final = re.compile("[A-Z]{6}[A-Z0-9]{2}")
_SHORTEST_PHONE: Final = 9


def same_identifier(mine: Identifier, theirs: Identifier) -> bool:
    """Return whether two identifiers are equal and of a sort that only one bearer has."""
    agree = _types_agree(mine, theirs)
    long_alone = not agree and {mine.type, theirs.type} == {"passport", "national-id"}
    if theirs.type not in _UNIQUE or not (agree or long_alone) or _are_of_two_registers(mine, theirs):
        return False
    countries = {i.country.code for i in (mine, theirs) if i.country and i.country.code}
    if len(countries) > 1:
        return False
    least = _SHORTEST_UNIQUE if mine.type == theirs.type or mine.type == "other" else _SHORTEST_ACROSS
    if long_alone:
        least = _LONGER_THAN_A_PASSPORT_S
    if is_date(mine.value):
        return False
    ours, others = set(compared_values(mine)), set(compared_values(theirs))
    shared = {value for value in ours & others if not _are_two(value, ours, others)}
    fillers = tuple(filter(_is_filler, shared))
    return any(
        len(value) >= least
        and any(_tells(value, type_) for type_ in {mine.type, theirs.type})
        and not _is_counted_early(value, theirs.type)
        and not any(filler.endswith(value) for filler in fillers)  # 0123456789 without its zero
        for value in shared
    )


def _are_two(value: str, ours: set[str], theirs: set[str]) -> bool:
    """Return whether a number is part of two that begin or end with other letters: AB 4471902 and CD 4471902,
    HRB 86891 B and HRB 86891 C."""
    before = [{one.removesuffix(value) for one in some if one.endswith(value)} for some in (ours, theirs)]
    # CI 4471902 tells by its letters what it is.
    mine, yours = ({one for one in some if one and label_type(one) is None} for some in before)
    behind = [{one.removeprefix(value) for one in some if one.startswith(value)} for some in (ours, theirs)]
    last, other = ({one for one in some if one} for some in behind)
    return _differ(mine, yours, longest=_LONGEST_PREFIX) or _differ(last, other, longest=1)


def _differ(mine: set[str], yours: set[str], *, longest: int) -> bool:
    """Return whether the letters beside a number are others on two sides, which both have some."""
    letters = [some for some in mine | yours if some.isalpha() and len(some) <= longest]
    return bool(mine and yours) and mine.isdisjoint(yours) and len(letters) == len(mine | yours)


def _types_agree(mine: Identifier, theirs: Identifier) -> bool:
    types = {mine.type, theirs.type}
    if len(types) == 1 or "other" in types or any(types <= some for some in _ONE_NUMBER):
        return True
    # registration: IMO 9074729 says by its label what it is.
    return theirs.type in told_types(mine) or mine.type in told_types(theirs)


def _tells(value: str, type_: str) -> bool:
    if sum(map(str.isalpha, value)) >= _FEWEST_OF_A_SENTENCE and digits(value) in _YEARS:
        return False  # issued in 2014 in Kabul
    if not digits(value) and (type_ not in _WITHOUT_DIGITS or (type_ == "swift-bic" and not _is_bank(value))):
        return False
    return not _is_filler(value)


def _is_bank(value: str) -> bool:
    return _BIC.fullmatch(value) is not None and not value.startswith("SWIFT")


def _is_counted_early(value: str, type_: str) -> bool:
    return type_ in _COUNTED_EARLY and len(value) >= _FEWEST_EARLY and _COUNTED[0].startswith(value)


def _are_of_two_registers(mine: Identifier, theirs: Identifier) -> bool:
    """Return whether two numbers of the German register are of two courts, each of which counts by itself."""
    courts = [court(one.value) for one in (mine, theirs)]
    return all(courts) and courts[0].isdisjoint(courts[1])


@lru_cache(maxsize=1 << 12)
def _is_filler(value: str) -> bool:
    """Return whether a value only fills a field: one digit over and over, or counting up."""
    number = digits(value)
    if not number:
        return len(set(value)) == 1
    letters = value.strip("0123456789")
    if letters in _SAYING_NONE or (
        len(letters) >= _FEWEST_LETTERS and len(set(letters)) == 1 and letters != "III"
    ):
        return True
    if (
        len(number) >= _FEWEST_REPEATED
        and len(set(number.lstrip("0"))) <= 1
        and len(number.lstrip("0")) in (0, 1, len(number))
    ):
        return True
    if len(number) - len(number.rstrip("0")) >= max(_MOST_ZEROS_BEHIND, len(number) // 2):
        return True
    if len(number) >= _FEWEST_IN_TURN and any(
        number == (number[:few] * len(number))[: len(number)] for few in _IN_TURN
    ):
        return True
    counted = any(some.startswith(number) for some in _COUNTED)
    rows = any(row.startswith(number) for row in _KEYBOARD)
    return len(number) >= _FEWEST_COUNTED and (counted or rows)


def same_contact(mine: Identifier, theirs: Identifier) -> bool:
    """Return whether two identifiers are one e-mail address, telephone or website: said, but it settles
    nothing."""
    if mine.type != theirs.type or mine.type not in _CONTACTS:
        return False
    if mine.type == "phone":
        return not _phones(mine.value).isdisjoint(_phones(theirs.value))
    if mine.type == "email":
        return not _addresses(mine.value).isdisjoint(_addresses(theirs.value))
    first, second = (
        re.sub(r"^(?:https?://)?(?:www\.)?|/+$", "", one.value.strip().casefold()) for one in (mine, theirs)
    )
    return "." in first and first == second


def _phones(text: str) -> set[str]:
    """Return the telephones in a text by their digits, without what dials abroad or an extension."""
    found = (
        digits(part) for part in re.split(r"[;,|/\n]| ext| x(?=[0-9])| доб", text.lower().replace("(0)", ""))
    )
    numbers = {number.removeprefix("00") for number in found}
    return {number for number in numbers if len(number) >= _SHORTEST_PHONE and not _is_filler(number)}


def _addresses(text: str) -> set[str]:
    """Return the e-mail addresses in a text."""
    return set(re.findall(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", text.casefold()))
