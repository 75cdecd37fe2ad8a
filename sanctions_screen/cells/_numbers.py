"""Take the numbers out of a name's cell: IMO 9187629, V. 045W, passport No. AB123456, born 1955.

Reach for :func:`without_numbers`. Guarantees: what is taken out is an identifier or is told; numbers without
a label stay, for firms have them in their names, but for an IMO number that its own check digit proves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple, Protocol

from .._late_pattern import late
from ..identifiers import label_type, labels, tails
from ..model import Identifier, PartyKind
from ..names.countries import country_code
from ..names.writing.digits import in_our_digits

__all__ = ["LABELS_OF_LETTERS", "Numbers", "without_numbers"]

LABELS_OF_LETTERS: Final = frozenset(
    {"swift", "bic", "swiftbic", "callsign", "sign", "flag", "flagged", "pob", "nationality", "citizenship"}
)
"""Words behind which something without a digit is no part of a name."""
_NUMBER_WORD: Final = r"(?:(?:no|nr|num|number|nº|n°|№|code|is)\b\.?|[#№])?"
_LINK: Final = r"[\s:：.#=/–—-]*"
_VALUE: Final = (
    r"(?P<value>[0-9]{2}\s[0-9]{2}\s(?:№\s?)?[0-9]{6}|[A-Z]{1,2}\s[0-9]{5,}"
    r"|(?=[A-Za-z/-]{0,4}[0-9])[A-Za-z0-9][A-Za-z0-9./-]*[A-Za-z0-9](?:\s[0-9]{3,})*)"
)
_VOYAGE: Final = late(
    r"(?<![^\W_])(?:voyages?|voy|vgs?)\b[\s.:#]*(?:no\b\.?\s*)?[A-Z]{0,3}[/-]?[0-9]+(?:-?[A-Z]{1,2}|/[0-9]{2,4})?(?![^\W_])"
    r"|(?<![^\W_.])v(?:\.\s?|\s|/|-)[0-9]{2,4}-?[A-Z]{0,2}(?![^\W_])|(?<![^\W_])v[0-9]{3,4}[A-Z]{1,2}(?![^\W_])"
    r"|(?<![^\W_.])v\.\s?[A-Z]{2,4}[0-9]{1,4}[A-Z]?(?![^\W_])",
    re.IGNORECASE,
)
_SIZE: Final = r"(?<![0-9])[0-9][0-9., ]{0,14}[0-9]"
_MEASURE: Final = late(
    rf"(?<![^\W_])(?:(?:dwt|grt|gt|nrt|teu|cbm|loa|dead\s?weight)[\s:.=-]*{_SIZE}(?:\s?(?:mts?|tons?|t|m|k))?"
    rf"|{_SIZE}\s?k?\s?(?:mts?\s)?(?:dwt|tdw|grt|gt|nrt|teu|cbm|tons?))(?![^\W_])"
    r"|(?<![^\W_])(?:built|blt|build year|year of build|yob)[\s:.=-]*(?:in\s)?(?:19|20)[0-9]{2}(?![^\W_])"
    r"|(?<![^\W_])(?:19|20)[0-9]{2}[\s-]built(?![^\W_])"
    r"|(?<![^\W_])(?:eta|etd|etb|laycan)\b[\s:.=-]*(?=[^0-9]{0,30}[0-9]).*$"
    r"|(?<=\s)v[0-9]{2,4}$|(?<=\s)(?:0[0-9]{1,3}|[0-9]{2,4})[NSEW]{1,2}(?![^\W_])|(?<=\s)0[0-9]{2}$"
    r"|(?<=[^\W\d_]{3})[-/][0-9]{2,4}[NSEW](?![^\W_])|(?<=\s)v[0-9]{4}[NSEW]$"
    r"|(?<![^\W_])(?:ata|atd|arr(?:ived|\.)?|dep(?:arted|\.)?|sailed|loaded|laden)\b(?=[^0-9]{0,30}[0-9]).*$"
    r"|(?<=\s)(?:at|off|near|in|via|to|from)\s[^\W\d_][\w ]{2,30}[\s,]+[0-9]{1,2}[ ./-]?(?:[0-9]{1,2}"
    r"|[a-z]{3})[ ./-]?[0-9]{2,4}$"
    r"|(?<=\s)[0-9]{1,2}(?:[./-][0-9]{1,2}[./-]|\s?[a-z]{3,9}\s?)(?:19|20)?[0-9]{2}$"
    r"|(?<![^\W_])(?:cntr|ctnr|container|cont|conosamento|connaissement)\b[\s.:#]*(?:no\b\.?\s*)?[A-Z]{4}\s?[0-9]{6,7}(?![^\W_])"
    r"|(?<![^\W_])(?:official|off|o\.?n)\b\.?\s*(?:no|number|nr)?\b[\s.:#]*[0-9]{4,}(?:-[A-Z]{1,3})?(?![^\W_])"
    r"|(?<![^\W_])lat\b[\s.:]*[0-9].*$|(?<=\s)(?:lost|scrapped|sunk|broken up|laid up)\s(?:in\s)?(?:19"
    r"|20)[0-9]{2}$"
    r"|(?<![^\W_])b/?l\b\.?[\s:.#]*(?:no\b\.?\s*)?[A-Z]{0,4}[0-9]{4,}(?![^\W_])",
    re.IGNORECASE,
)
"""A ship's size and year, when it is expected, its voyage without a word, the bill of what it carries."""
_OF_A_SHIP: Final = late(
    r"(?<![^\W_])(?:dwt|tdw|grt|nrt|blt|imo|mmsi|m/?[vt]|cntr|container|b/?l)(?![^\W_])|[0-9]{2,4}[NSEW]$",
    re.IGNORECASE,
)
_FLAG: Final = late(
    r"(?<![^\W_])flag(?:ged)?\b\s*(?:state)?\s*[:=-]?\s*(?P<flag>[^\W\d_][\w ]{2,30})$", re.IGNORECASE
)
_CALL: Final = late(
    r"(?<![^\W_])(?:call\s?sign|c/s)\b" + _LINK + r"(?P<value>[A-Z0-9]{3,8})(?![^\W_])", re.IGNORECASE
)
_BANK: Final = late(
    r"(?<![^\W_])(?:swift|bic)(?:[/\s]?\(?(?:swift|bic)\)?)?(?:\scode)?(?![^\W_])[\s:.#=-]*(?-i:(?P<value>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?))"
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
    r"(?:19|20)[0-9]{2}\s?(?:г\.?)?(?=$|[)\]])"
    r"|(?:(?<=\s)(?:他|外|ほか|외)|等)\s?[0-9]{1,3}\s?(?:名|人|位|명)$"
    r"|(?<=\s)(?:dtd|dated|u/?[ait]/?d?|under agreement)\.?\s(?:(?:dtd|dated)\.?\s)?"
    r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}",
    re.IGNORECASE,
)
"""When a name was borne, behind it, how many others there are, and the day of a trust's deed."""
_DAY: Final = r"[0-9]{1,4}[./\s-]*(?:[^\W\d_]{3,9}|[0-9]{1,2})[./,\s-]*[0-9]{2,4}"
_BORN: Final = late(
    r"(?<![^\W_])(?:d\.?\s?o\.?\s?b\b\.?|date of birth|birth ?date|born(?:\s+on|\s+in)?|née? le"
    r"|geb(?:oren)?\.?(?:\s+am)?|г\.р\.|yob|nar(?:ozen[aý]?)?\.?|ur(?:odzon[aye]?)?\.?|nacid[ao](?:\s+el)?|nat[oa](?:\s+il)?"
    r"|nascid[ao](?:\s+em)?|född|født|fødd|dzim\.?|doğum(?:\s+tarihi)?|rođen[a]?|роден[а]?|родился"
    r"|родилась|дата рождения|народився"
    r"|تاريخ الميلاد|مواليد|متولد|出生|生年月日|생년월일)"
    rf"[\s:.=-]*(?:{_DAY}|(?:19|20)[0-9]{{2}})(?![^\W_])(?:\s?г(?:ода|\.)?)?(?:,?\s(?:in|a|à|w|v|we|в|у"
    rf"|en|em|i|u)\s[^\W\d_][\w .-]{{1,40}}$)?"
    rf"|(?<![^\W_])(?:{_DAY}|(?:19|20)[0-9]{{2}})\s?(?:г\.?\s?р\.?|р\.?\s?н\.?|года рождения|doğumlu"
    rf"|生まれ|年生|년생|geb\.)(?!\w)"
    r"|(?<![^\W_])(?:aged?|alter|âgée? de|edad|возраст|yaş)[\s:.-]*[0-9]{1,3}(?:\s?(?:years?|yrs?|y/?o"
    r"|ans|años|jahre|лет))?(?![^\W_])"
    r"|(?<![^\W_])[0-9]{1,3}\s?(?:years? old|yrs? old|y\.?/?o\.?|ans|años|anni|jahre(?: alt)?|lat|лет"
    r"|yaşında|歳|岁|歲)(?![^\W_])"
    r"|(?<=[\s,])\*\s?(?:[0-9]{1,2}[./-][0-9]{1,2}[./-])?(?:19|20)[0-9]{2}|[†✝]\s?(?:[0-9]{1,2}[./-][0-9]{1,2}[./-])?(?:19|20)[0-9]{2}",
    re.IGNORECASE,
)
"""When and where somebody was born, and how old he is."""
_ORIGIN: Final = late(
    r"(?<![^\W_])(?:pob\b|place of birth|nationality\b|nat\.|citizen(?:ship)?\b(?: of)?|staatsangehörigkeit"
    r"|nationalité|nacionalidad"
    r"|гражданство\b|гр\.)[\s:.=-]*[^\W\d_][\w .-]{1,40}$",
    re.IGNORECASE,
)
_PHONE: Final = late(
    r"(?<![^\W_])(?:tel(?:ephone)?|phone|ph|mob(?:ile)?|cell|gsm|whatsapp|fax|handy|тел(?:ефон)?|моб)\b[\s:.#-]*(?:no\b\.?\s*)?"
    r"(?P<value>\+?[0-9(][0-9 ()./-]{5,30}[0-9])",
    re.IGNORECASE,
)
_SEVEN: Final = late(r"(?<![A-Za-z0-9])(?P<value>[0-9]{7})(?![A-Za-z0-9])")
_OF_A_VESSEL: Final = late(r"(?<![0-9])(?P<value>[0-9]{7}|[2-7][0-9]{8})(?![0-9])")
"""Seven digits against a ship's name too, or the nine of a ship's radio (ITU-R M.585)."""
_MMSI: Final = 9
_IN_GROUPS: Final = late(
    r"(?<![^\W_])(?:imo|имо|omi)\b[^0-9\n]{0,8}(?P<value>[0-9][ ,.][0-9]{3}[ ,.][0-9]{3})(?![^\W_])|"
    r"(?<![^\W_])(?P<other>[0-9],[0-9]{3},[0-9]{3})(?![^\W_])",
    re.IGNORECASE,
)
_MISREAD: Final = late(
    r"(?<![^\W_])(?P<label>imo[\s:.#-]*(?:no\b\.?\s*)?)(?P<value>[0-9OoIlSB]{7})(?![^\W_])", re.IGNORECASE
)
_DIGITS_FOR_LETTERS: Final = str.maketrans("OoIlSB", "001158")
"""Letters that a scanner takes for digits."""
_SERIES: Final = late(
    r"(?<![^\W_])(?:(?:паспорт|passport)\s)?(?:сери[яию]|серії|series)[\s:.]*"
    r"(?P<value>(?:[0-9]{2}\s?[0-9]{2}|[А-ЯІЇЄҐA-Z]{2})[\s,;]*(?:номер|number|no\.?|n|№)[\s:.]*[0-9]{6,7})(?![^\W_])",
    re.IGNORECASE,
)
"""A passport's number in two parts: серия 4508 номер 731924."""
_FEWEST: Final = 5
_UNLABELLED: Final = late(
    r"[(\[（【]\s*(?:(?i:no|nr|num|number|id|reg)\b\.?|[#№])?[\s:：.]*(?P<value>(?=(?:[A-Z]*[0-9]){8})[0-9A-Z]{8,20}|[A-Z]{1,3}\s?[0-9]{6,9})"
    r"\s*[)\]）】]|(?<![\w./-])(?P<long>[0-9]{10,20})(?![\w./-])"
)
"""A number of eight digits or more in brackets, or of a passport's or a register's form (FA628193, SC471182);
of ten and more also without: names have no such numbers."""
_BEHIND_A_COMMA: Final = late(r",\s*(?P<value>[0-9]{8,9})(?P<long>)$")
"""A firm's number in its register behind its name."""
_DAY_ALONE: Final = late(
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])|(?:[0-2][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}"
)
"""Eight digits that are a day."""
_FLAG_BEFORE: Final = late(
    r"(?<![^\W_])(?P<flag>[^\W\d_]{4,20}(?:\s[^\W\d_]{3,12})?)[\s-]flag(?:ged)?(?![^\W_])|(?<=\s)(?:under|flying)\s(?:the\s)?(?:flag\sof\s)?"
    r"(?P<other>[^\W\d_]{4,20})(?:\sflag)?$",
    re.IGNORECASE,
)
"""A flag told before the word: PANAMA FLAG MV ORBITAL, ORBITAL under Liberian flag."""


_BETWEEN_PARTS: Final = " ,;:/-–—#"


class Numbers(NamedTuple):
    """A text without the numbers that are no part of a name, and these."""

    text: str
    identifiers: tuple[Identifier, ...] = ()
    told: tuple[str, ...] = ()
    """What was taken out, as written."""
    front: tuple[str, ...] = ()
    """What stands before the first of these, where something stands behind it, too: most often a place."""


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
    # A tail number is often the aircraft's name, and stays in it.
    tail_numbers = tails(text.upper()) if kind == "aircraft" else ()
    found = [Identifier(type="aircraft-registration", value=one) for one in tail_numbers]
    no_digit = not any(character.isdigit() for character in text)
    if no_digit and not any(pattern.search(text) for pattern in (_FLAG, _FLAG_BEFORE, _CALL, _BANK, _ORIGIN)):
        return Numbers(text, tuple(found))
    told: list[str] = []

    def take(match: re.Match[str], type_: str | None = None) -> str:
        if type_ is not None:
            found.append(Identifier.model_validate({"type": type_, "value": match["value"]}))
        told.append(match[0].strip())
        return " "

    def labelled(match: re.Match[str]) -> str:
        type_ = label_type(" ".join(match["label"].replace(".", " ").split()))
        few = sum(character.isdigit() for character in match["value"]) < _FEWEST
        return match[0] if few else take(match, type_)

    written, text = text, in_our_digits(text)
    if kind != "person":
        text = _MISREAD.sub(_of_digits, _IN_GROUPS.sub(_whole_number, text))
    text = _UNTIL.sub(take, _BORN.sub(take, text))
    text = _PHONE.sub(lambda match: take(match, "phone"), text)
    if kind in (None, "person"):
        text = _ORIGIN.sub(take, text)
    text = _BANK.sub(lambda match: take(match, "swift-bic"), text)
    text = _ACCOUNT.sub(
        lambda match: take(match, "bank-account") if _is_iban(match["value"]) else match[0], text
    )
    text = _WALLET.sub(lambda match: take(match, "crypto-address"), text)
    if kind != "person":
        text = _without_papers(text, kind, take)
    text = _SERIES.sub(lambda match: take(match, "passport"), text)
    text = _labelled().sub(labelled, text)
    text = _without_unlabelled(text, kind, take, found)
    if kind != "person":
        pattern = _OF_A_VESSEL if kind == "vessel" else _SEVEN
        text = pattern.sub(
            lambda match: take(match, sort) if (sort := _of_a_ship(match["value"])) else match[0], text
        )
    rest = text.strip(_BETWEEN_PARTS)
    if not found and not told:
        return Numbers(written)
    return Numbers(rest, tuple(found), tuple(told), tuple(_front(written, rest, told, kind)))


def _front(written: str, rest: str, told: Sequence[str], kind: PartyKind | None) -> Iterator[str]:
    """Yield what stands before all that was *told*, if it may be a person's name and is not all of *rest*."""
    places = [place for one in told if (place := written.find(one)) > 0]
    front = written[: min(places, default=0)].strip(_BETWEEN_PARTS)
    if kind in (None, "person") and " " in front and len(front) < len(rest):
        yield front


class _Take(Protocol):
    """What takes a match out of a text, as an identifier of a type or as no part of a name."""

    def __call__(self, match: re.Match[str], type_: str | None = None) -> str:
        """Return what stands in its place."""


def _without_papers(text: str, kind: PartyKind | None, take: _Take) -> str:
    """Return *text* without a ship's voyage, sizes, call sign and flag."""
    text = _VOYAGE.sub(take, text)
    if kind in ("vessel", "aircraft") or (kind is None and _OF_A_SHIP.search(text)):
        text = _MEASURE.sub(take, text)
    text = _CALL.sub(lambda match: take(match, "call-sign"), text)
    text = _FLAG_BEFORE.sub(
        lambda match: take(match) if country_code(match["flag"] or match["other"]) else match[0], text
    )
    return _FLAG.sub(take, text)


def _without_unlabelled(text: str, kind: PartyKind | None, take: _Take, found: list[Identifier]) -> str:
    """Return *text* without numbers that no word tells of, which become *found*."""

    def unlabelled(match: re.Match[str]) -> str:
        value = "".join((match["value"] or match["long"]).split())
        if _DAY_ALONE.fullmatch(value):
            return match[0]
        found.append(Identifier(type="other", value=value))
        return take(match)

    text = _UNLABELLED.sub(unlabelled, text)
    return text if kind == "person" else _BEHIND_A_COMMA.sub(unlabelled, text)


def _whole_number(found: re.Match[str]) -> str:
    """Return a ship's number without the signs between its groups, where it is one."""
    value = found["value"] or found["other"]
    number = "".join(filter(str.isdigit, value))
    return found[0].replace(value, number) if _is_imo(number) else found[0]


def _of_digits(found: re.Match[str]) -> str:
    """Return a ship's number with digits for letters that look like them, where it is one then."""
    number = found["value"].translate(_DIGITS_FOR_LETTERS)
    return found["label"] + number if number.isdecimal() and _is_imo(number) else found[0]


def _of_a_ship(number: str) -> str | None:
    """Return which number of a ship's some digits are; None for other numbers."""
    if len(number) == _MMSI:
        return "mmsi" if len(set(number)) > 1 else None
    return "imo" if _is_imo(number) else None


def _is_iban(value: str) -> bool:
    """Return whether a text is an account's number by its check digits (ISO 13616)."""
    number = "".join(value.upper().split())
    return int("".join(str(int(character, 36)) for character in number[4:] + number[:4])) % 97 == 1


def _is_imo(number: str) -> bool:
    """Return whether seven digits are an IMO number by its check digit (IMO resolution A.1117(30))."""
    weighed = sum(int(digit) * weight for digit, weight in zip(number[:6], range(7, 1, -1), strict=True))
    return weighed % 10 == int(number[6]) and len(set(number)) > 1
