"""Take the numbers out of a cell in which words, dates and other numbers stand beside them.

Reach for :func:`compared_values`. Guarantees: the whole text without blanks and punctuation is always among
the values, so that equal cells are equal; letters that are part of a number stay (HRB 12345 is not HRA
12345), in whatever script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

from .._late_pattern import late
from ..model import Identifier
from ..names import clean
from ..names.countries import country_code
from ..names.tables import read_table
from ..names.writing.digits import in_our_digits
from ._aircraft import numbers_of_aircraft, without_types
from ._labels import label_type, labels
from ._of_countries import numbers_within

__all__ = ["compared_values", "court", "digits", "is_date", "told_types"]

_SPREADSHEET: Final = late(r"(?P<number>[A-Za-z]{0,3}[0-9]{4,})[.,]0+")
_NUMBER_SIGN: Final = late(r"(?<![^\W_])[nN]?[º°]|[№#]")
_GROUPED: Final = late(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9,])")
_NO_CENTS: Final = late(r"(?<=\s[0-9]{7})\.0+(?![0-9])")
_SHORTENED: Final = late(r"(?P<first>[0-9])[.,](?P<more>[0-9]+)[eE]\+?(?P<places>[0-9]{1,3})")
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE: Final = late(
    rf"\b(?:[0-9]{{1,2}}[ ./-]{_MONTH}[ ./-]*[0-9]{{4}}|{_MONTH} [0-9]{{1,2}},? [0-9]{{4}}"
    r"|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2})\b",
    re.IGNORECASE,
)
_LETTERS_ABROAD: Final = "\u0590-\u06ff\u0900-\u0e7f\u3040-\u9fff\uac00-\ud7a3"
_BREAKS: Final = late(
    rf"(?<=[{_LETTERS_ABROAD}]{{2}})(?=[A-Za-z0-9])|"  # 护照AB1234567
    r"(?<=[0-9]{6})[-_.](?=[A-Z]{1,3}[0-9]{6})|(?<=[0-9]{8})[-_](?=[0-9]{8})|_|<+|"  # two numbers joined
    r"[;,:|()\[\]\n=¦،؛、，；→\\&]+|\+(?=[0-9])|(?<=[0-9]{6})/(?=[A-Z]{0,2}[0-9]{6})|/(?=[^\W\d_]{3,})|(?<=[0-9]{8})/(?=[0-9]{8})|\s[-–—/]+\s|\s[-–—/]+(?=\S)|(?<=\S)[-–—/]+\s"
)
_LONGEST_PREFIX: Final = 3
"""Letters that are a part of the number: HRB 12345, AB 123456."""
_FEWEST: Final = 6
"""What is taken out of a longer text is shorter than this by chance too often."""
_FEWEST_ALONE: Final = 7
_BIC: Final = late(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_OF_A_TERMINAL: Final = late(r"[A-Z]{6}[A-Z0-9]{2}[A-Z][A-Z0-9]{3}")
"""A code of twelve as messages have it: a letter of the bank's terminal stands before the branch."""
_BANK: Final = 8
"""Letters of a BIC that name the bank; three more name a branch."""
_CHECK_IN_BRACKETS: Final = late(r"(?<=[0-9]{6})\(([0-9A-Z])\)")
"""The check digit of an identity card of Hong Kong: A123456(7)."""
_ZONE: Final = late(
    r"(?P<number>[A-Z0-9<]{9})[0-9][A-Z<]{3}[0-9]{6}[0-9][MFX<][0-9]{6}[0-9][A-Z0-9<]*", re.IGNORECASE
)
"""The second line of a passport's machine-readable zone (ICAO Doc 9303)."""
_SHARED: Final = late(
    r"(?<![^\W_])(?<!/)(?:kpp|кпп|okato|окато|oktmo|октмо|okved|оквэд|okopf|окопф|okfs|окфс|okogu|окогу"
    r"|бик|sort code|aba|routing"
    r"|branch code|bank code|blz)(?![^\W\d_])[\s:.№#=-]*(?:no\b\.?\s*|code\b\s*)?[0-9][0-9-]{4,12}"
    r"|(?<=[0-9]{10})\s*[/\\-]\s*[0-9]{4}[0-9A-Z]{2}[0-9]{3}(?![0-9])",
    re.IGNORECASE,
)
"""Codes of a tax office, a region, a trade or a bank, which many share: the second half of INN/KPP."""
_REGISTER: Final = late(r"(?<![^\W_])HR[AB]\b", re.IGNORECASE)
_NO_COURT: Final = frozenset(
    {"amtsgericht", "register", "handelsregister", "germany", "deutschland", "nummer", "number"}
)
_SHORTEST_COURT: Final = 4
_IBAN: Final = late(r"(?:IBAN)?(?P<number>[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}?)(?:[A-Z]{3})?")
_IMO: Final = late(r"(?:IMO)?(?P<number>[0-9]{5,7})")
_LLOYDS: Final = late(r"(?:IMO|LRN?|L)?(?P<number>[0-9]{5,7})")
"""The same number as Lloyd's Register's: LR9074729."""
_IMO_DIGITS: Final = 7
_OF_A_COUNTRY: Final = late(r"[A-Z]{2}(?P<number>[0-9]{8,12})")
"""A tax number with the two letters of its country, as for value-added tax."""
_TOKEN: Final = late(r"[^\W_]+(?:-[^\W_]+)*")
_ISSUER: Final = late(r"(?P<issuer>[A-Z]{3})(?P<number>[A-Z]{0,2}[0-9]{6,9})")
"""A passport's number behind the three letters of the country that issued it, as its second line has them."""
_LETTERS_OF_AN_ISSUER: Final = 3
_WITH_A_LETTER: Final = late(r"[VE]-?(?P<number>[0-9]{7,8})")
"""A Venezuelan identity number: V for citizens, E for foreigners."""
_WITH_A_CHECK: Final = late(r"(?<![0-9.])(?P<number>[0-9]{3}\.?[0-9]{3}\.?[0-9]{3})-[0-9](?![0-9-])")
"""A Colombian tax number with its check digit, which is as often left out."""
_WALLET: Final = late(r"[A-Z0-9]{25,}")
_HEXADECIMAL: Final = late(r"0X(?P<number>[0-9A-F]{40})")
_NUMBER_WORDS: Final = frozenset({"no", "nr", "number", "nomer", "номер", "№"})
_ZEROS_STAY: Final = frozenset({"imo", "mmsi", "phone", "swift-bic", "crypto-address", "lei"})
_FEWEST_WITHOUT_ZEROS: Final = 7
_TYPED: Final = frozenset({"passport", "travel-document", "national-id", "tax-id", "registration"})
"""Numbers that people type from paper, where an O among digits is read as zero, and a zero as O."""
_TAILS: Final = range(5, 8)
_FEWEST_LABELLED: Final = 5


@lru_cache(maxsize=1 << 14)
def compared_values(identifier: Identifier) -> tuple[str, ...]:
    """Return what an identifier is compared by: letters and digits alone, the whole text first."""
    text = _written(identifier.value)
    found: dict[str, None] = {}
    if is_date(text):
        return (_plain(text),)
    rest = _SHARED.sub(";", text)
    if identifier.type == "aircraft-registration":
        rest = without_types(rest.upper())
    whole = (_plain(text),) if any(map(str.isalnum, rest)) else ()
    for value in (*whole, *_inside(rest), *_of_type(rest, identifier.type)):
        for form in _forms(value, identifier.type):
            found.setdefault(form)
    return tuple(found)


def told_types(identifier: Identifier) -> frozenset[str]:
    """Return the types that words beside a number tell it to be of."""
    words = _TOKEN.findall(identifier.value.casefold())
    if len(words) <= 1:
        return frozenset()
    return frozenset(type_ for word in words if (type_ := label_type(word)) and type_ not in ("-", "date"))


def court(text: str) -> frozenset[str]:
    """Return the words that tell of which court's register a German number is; none of another number."""
    if not _REGISTER.search(text):
        return frozenset()
    words = (
        word for word in _TOKEN.findall(text.casefold()) if word.isalpha() and len(word) >= _SHORTEST_COURT
    )
    return frozenset(word for word in words if word not in _NO_COURT and label_type(word) is None)


def digits(value: str) -> str:
    """Return the digits of a value."""
    return "".join(character for character in value if character.isdigit())


def _written(text: str) -> str:
    """Return the text with every script's digits as ours, and Cyrillic or Greek letters that only look
    Latin."""
    text = _GROUPED.sub(lambda found: found[0].replace(",", ""), _NUMBER_SIGN.sub(" ", text)).strip()
    text = _CHECK_IN_BRACKETS.sub(r"\1", _NO_CENTS.sub("", text))
    if whole := _SPREADSHEET.fullmatch(text):
        return whole["number"]
    short = _SHORTENED.fullmatch(text)
    if short and len(short["more"]) >= int(short["places"]):  # no digit of it is lost
        return short["first"] + short["more"][: int(short["places"])]
    if text.isascii():
        return text
    text = in_our_digits(clean(_without_accents(text)))
    tokens = text.split(" ")
    number = any(map(str.isdigit, text))
    return " ".join(_in_latin(token, beside=number and len(token) <= _LONGEST_PREFIX) for token in tokens)


def _without_accents(text: str) -> str:
    """Return a text without the marks on its Latin letters, which no number has: ÉP-MNA."""
    parts = (normalize("NFD", letter) for letter in text)
    return "".join(part[0] if part[0].isascii() else letter for part, letter in zip(parts, text, strict=True))


@cache
def _look_alikes() -> dict[str, str]:
    rows = sorted(read_table("lookalikes.tsv", 2), key=lambda row: row[0].isupper())
    return {letter.upper(): latin.upper() for letter, latin in rows}  # Η looks like H, though η like n


def _in_latin(token: str, *, beside: bool) -> str:
    """Return a token with digits, or *beside* one, in Latin letters, where all its letters have a Latin
    double."""
    turned = [_look_alikes().get(character.upper(), character) for character in token]
    number = beside or any(character.isdigit() for character in token)
    return "".join(turned) if number and all(character.isascii() for character in turned) else token


def _plain(text: str) -> str:
    return "".join(character for character in text.upper() if character.isalnum())


def _forms(value: str, type_: str) -> Iterator[str]:
    """Yield the ways to compare a value, given the type of its identifier; nothing of an empty one."""
    pattern = {"imo": _LLOYDS, "other": _IMO}.get(type_)
    if pattern and (ship := pattern.fullmatch(value)):
        # A spreadsheet takes the zeros in front away.
        yield ship["number"].zfill(_IMO_DIGITS) if type_ == "imo" else ship["number"]
    elif type_ == "swift-bic" and (_BIC.fullmatch(value) or _OF_A_TERMINAL.fullmatch(value)):
        yield value[:_BANK]
    elif type_ == "other" and len(value) > _BANK and _BIC.fullmatch(value):
        yield from (value, value[:_BANK])
    elif value:
        yield value
        if value[0] == "0" and value.isdigit() and type_ not in _ZEROS_STAY:
            # A spreadsheet takes the zeros in front away; of a short number they tell too much.
            shorter = value.lstrip("0")
            yield from (shorter,) if len(shorter) >= _FEWEST_WITHOUT_ZEROS else ()
        if type_ in _TYPED and "O" in value and len(digits(value)) >= _FEWEST:
            yield value.replace("O", "0")
        if wallet := _HEXADECIMAL.fullmatch(value):
            yield wallet["number"]


@cache
def _glued() -> re.Pattern[str]:
    """Return where a label is written against the number before it: 9703077050OGRN."""
    long = sorted((word for word in labels() if word.isalpha() and len(word) >= _LONGEST_PREFIX), key=len)
    return late(rf"(?<=[0-9]{{5}})(?=(?:{'|'.join(reversed(long))})(?:(?![^\W_])|[0-9]{{5}}))", re.IGNORECASE)


@cache
def _glued_before() -> re.Pattern[str]:
    """Return a label that is written against the number behind it: ИНН7707083893."""
    long = sorted((word for word in labels() if word.isalpha() and len(word) >= _LONGEST_PREFIX), key=len)
    return late(rf"(?<![^\W_])(?:{'|'.join(reversed(long))})[-#]?(?=[0-9]{{5}})", re.IGNORECASE)


def _of_type(text: str, type_: str) -> Iterator[str]:
    """Yield what is a value only for a type, or beside a word that tells one: a bank's code or a tail number
    among words, a tax number without its country, a wallet in an address of the web."""
    tokens = _TOKEN.findall(text.upper())
    types = {type_, *filter(None, map(label_type, tokens))}
    alone = [one for one in tokens if label_type(one) is None]
    if (
        len(alone) == 1 < len(tokens)
        and any(map(str.isdigit, alone[0]))
        and len(alone[0]) >= _FEWEST_LABELLED
    ):
        yield _plain(alone[0])  # MSN 20073
    if "bank-account" in types or type_ == "other":
        accounts = (found for one in (*tokens, _plain(text)) if (found := _IBAN.fullmatch(one)))
        yield from (found["number"] for found in accounts if _is_iban(found["number"]))
    if zone := _ZONE.fullmatch(text.replace(" ", "")):
        yield _plain(zone["number"])
    if "swift-bic" in types and len(tokens) > 1:
        codes = [one for one in tokens if label_type(one) is None]
        yield from (one for one in (*codes, "".join(codes)) if _BIC.fullmatch(one))
    yield from map(_plain, numbers_of_aircraft(text.upper(), frozenset(types)))
    yield from numbers_within(text.upper(), type_)
    if "aircraft-registration" in types and len(tokens) > 1:
        named = [_plain(one) for one in tokens if label_type(one) is None]
        yield from (one for one in named if len(named) == 1 and len(one) in _TAILS)
    if "tax-id" in types:
        yield from (found["number"] for one in tokens if (found := _OF_A_COUNTRY.fullmatch(one)))
        yield from (found["number"].replace(".", "") for found in _WITH_A_CHECK.finditer(text))
    if "national-id" in types:
        tokens = _TOKEN.findall(text.upper().replace(".", ""))
        yield from (found["number"] for one in tokens if (found := _WITH_A_LETTER.fullmatch(one)))
    if types & {"passport", "travel-document"}:
        yield from _of_an_issuer(tokens, alone)
    if types & {"crypto-address", "other"} and len(tokens) > 1:
        yield from (one for one in tokens if _WALLET.fullmatch(one) and any(map(str.isdigit, one)))


def _of_an_issuer(tokens: Iterable[str], alone: Iterable[str]) -> Iterator[str]:
    """Yield a passport's number behind its country's letters; *alone*: the tokens that are no labels."""
    numbers = (found for one in tokens if (found := _ISSUER.fullmatch(one)))
    yield from (found["number"] for found in numbers if country_code(found["issuer"]))
    rest = [one for one in alone if not _is_country(one)]
    if len(rest) == 1:
        yield _plain(rest[0])  # BLR/FA628193


def _is_country(token: str) -> bool:
    """Return whether a token is the three letters of a country, as passports have them."""
    return len(token) == _LETTERS_OF_AN_ISSUER and token.isalpha() and country_code(token) is not None


def is_date(text: str) -> bool:
    """Return whether a text is a day, with the signs between its parts, and no number."""
    return _DATE.fullmatch(text.strip()) is not None


def _is_iban(number: str) -> bool:
    """Return whether a text is an account's number by its check digits (ISO 13616)."""
    return int("".join(str(int(one, 36)) for one in number[4:] + number[:4])) % 97 == 1


def _inside(text: str) -> Iterator[str]:
    """Yield the numbers that stand in a text among words."""
    text = _glued_before().sub("", _glued().sub(" ", text))
    if text.isalnum() and not _BREAKS.search(text):
        yield from (text.upper(),) if any(map(str.isdigit, text)) else ()
        return
    text = _DATE.sub(";", text)
    for piece in _BREAKS.split(text):
        yield from _of_tokens(piece.split())


def _of_tokens(tokens: Iterable[str]) -> Iterator[str]:
    """Yield the numbers of tokens parted by blanks: runs of them between words, and long ones by
    themselves."""
    run: list[str] = []
    before: list[str] = []
    for token in (*tokens, ""):
        if _is_number(token) or (token and _is_prefix(token, amid=bool(run))):
            run.append(_plain(token))
            continue
        yield from _of_run(run)
        if before and run:
            yield from _of_run([*before, *run])
        # Series 7401, No. 234567: a passport's number in two parts.
        before = run if token.strip(".").casefold() in _NUMBER_WORDS else []
        run = []


def _of_run(run: list[str]) -> Iterator[str]:
    behind = run[-1:]
    while run and not any(character.isdigit() for character in run[-1]):
        run = run[:-1]
    if run and len("".join(behind)) == 1 and behind[0].isalpha():
        yield "".join([*run, *behind])  # HRB 86891 B, AB 12 34 56 C
    whole = "".join(run)
    if len(whole) >= _FEWEST:
        yield whole
    if len(run) > 1:
        yield from (one for one in run if len(one) >= _FEWEST_ALONE)


def _is_number(token: str) -> bool:
    return any(character.isdigit() for character in token)


def _is_prefix(token: str, *, amid: bool) -> bool:
    """Return whether letters are a part of a number: few before it, or the four of a bank amid an IBAN."""
    letters = _plain(token)
    return (
        letters.isalpha()
        and len(letters) <= _LONGEST_PREFIX + amid
        and token.upper() == token
        and label_type(token.strip(".")) is None
    )
