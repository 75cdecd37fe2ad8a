"""Part names that stand side by side in one field: couples, joint accounts, lists of directors.

Reach for :func:`separate_names` where a separator is no part of any name, for :func:`together` where it may
be (&, a slash, a dash, a comma). Guarantee: no word is lost between the pieces.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from .._late_pattern import late
from ..model import PartyKind
from ..names.firms import firm_parts, has_legal_form
from ..names.tables import phrase_list, read_table
from ._forms import plain_words

__all__ = [
    "CONJUNCTIONS",
    "IN_THE_EAST",
    "SMALL_CONJUNCTION",
    "is_firm",
    "is_title",
    "joins_by_a_letter",
    "separate_names",
    "together",
]

_EAST: Final = "[\u3400-\u9fff\uac00-\ud7a3]"
_FOR_ANOTHER: Final = late(
    rf"(?P<one>{_EAST}{{2,4}}?)(?:代理|代表|代签|代簽|代付|代|转交|轉交|转|轉|委托|委託|대리)(?P<other>{_EAST}{{2,4}})"
)
"""Somebody who acts for somebody, as Chinese writes it without blanks: 王伟代理李国强."""
_PARTED_IN_THE_EAST: Final = late(rf"(?<={_EAST}{{2}})\s*[,，/／]\s*(?={_EAST}{{2}})")
IN_THE_EAST: Final = late(rf"{_PARTED_IN_THE_EAST.pattern}|^{_FOR_ANOTHER.pattern}$")
"""What parts two names of two characters and more."""
_OF_THE_EAST: Final = late(rf"(?:{_EAST}|[\u3040-\u30ff ]){{2,}}")
_APART: Final = late(
    rf"{_PARTED_IN_THE_EAST.pattern}|"
    r"\s*[;；؛|｜•‖¦、→⇒►▶]\s*|\s+[/／]+\s+|\s+-{2,}\s+|\s*[/／]{2,}\s*|\s*[-=]>\s*|\s+[=~*]+\s+"
)
_NUMBERED: Final = late(
    r"(?<![^\s,;])(?:\(?([0-9]{1,2}|[a-h]|[ivx]{1,4})\)|([0-9]{1,2})\.(?![0-9])|#([0-9]{1,2})\b|([1-8])/(?=[^\W\d_]))\s*"
)
_COUNTED: Final = ("1", "2"), ("a", "b"), ("i", "ii")
CONJUNCTIONS: Final = frozenset({
    "and", "or", "und", "et", "y", "og", "och", "ve", "oder", "oraz", "és", "veya", "и", "та", "і",
    "или", "або", "και", "ή", "و", "أو", "او", "اور", "یا", "या", "और", "এবং",
    "অথবা", "또는", "혹은", "및", "외", "と", "及び", "および", "又は", "または", "並びに", "和", "与", "與",
    "及", "以及", "或", "外", "และ", "หรือ", "กับ", "և", "եւ", "կամ", "და", "እና", "ወይም",
})  # fmt: skip
_IN_SMALL_LETTERS: Final = ("dan", "e", "en", "ja", "ou")
"""E is an initial, Dan a name."""
SMALL_CONJUNCTION: Final = late(rf" (?:{'|'.join(_IN_SMALL_LETTERS)}) ")
_AND: Final = late(
    rf"\s*[&+]\s*|\s+(?:and/or|и/или|{'|'.join(sorted(CONJUNCTIONS))}"
    rf"|(?-i:{'|'.join(_IN_SMALL_LETTERS)}))\s+",
    re.IGNORECASE,
)
_SLASH: Final = late(r"(?<=[^\W\d_]{3})[/／\\@](?=[^\W\d_]{3})")
_ONE_OF_TWO: Final = late(r"([^\W\d_]+)[/／\\@]([^\W\d_]+)")
_DASH: Final = late(r"\s+[-–—−·:>@\\]+\s+|:\s+|\s+[“„«‹\"](?=[^“”„«»‹›\"]+[”“»›\"]$)|(?<=\w)[”“»›\"]$")
"""What stands between two names oftener than within one: dashes, and quotes around what stands last."""
_OR: Final = late(r"\s+or\s+", re.IGNORECASE)
_LIST: Final = late(r"\s*[,，،]\s*")
_AND_IN_A_LETTER: Final = frozenset("وו")
_FEWEST_LETTERS: Final = 4
_ONE_LETTER: Final = str.maketrans("أإآٱىیکةۀ", "ااااييكهه")
"""Letters of Arabic that are written for one another."""
_LEADING: Final = late(r"^(?:and|or|[A-Z][a-z]+:)\s+", re.IGNORECASE)
_FEWEST_WORDS: Final = 2
_FEWEST_LISTED: Final = 3
"""Two pieces between which a comma stands are a family name and given names."""
_FEWEST_OF_TWO: Final = 3
"""But for two that are each as long as a whole name."""


def separate_names(text: str) -> list[str]:
    """Return the pieces of *text* between separators that stand in no name."""
    if tuple("".join(found) for found in _NUMBERED.findall(text)[:2]) in _COUNTED:
        text = _NUMBERED.sub(";", text)
    cells = text.split("\t")
    text = (";" if all(len(cell.split()) >= _FEWEST_WORDS for cell in cells) else " ").join(cells)
    return [piece for piece in _APART.split(text) if any(character.isalnum() for character in piece)]


def together(text: str, kind: PartyKind | None) -> list[str]:
    """Return the names that *text* may hold beside being one name itself."""
    found: list[str] = []
    if (shorter := _LEADING.sub("", text)) != text:
        found.append(shorter)
    for pattern in (_SLASH, _OR, _DASH):
        pieces = [piece for piece in pattern.split(text) if piece]
        if len(pieces) > 1 and all(len(piece.split()) >= _FEWEST_WORDS for piece in pieces):
            found += [piece for piece in pieces if kind == "person" or _names_somebody(piece)]
    if kind in (None, "person"):
        people = [*_couple(text), *_listed_names(text), *_either(text), *_behind_a_letter(text)]
        people += _for_another(text)
        found += people if people and not is_firm(text) else []  # a firm is dearer to tell
    if kind == "vessel" and len(pieces := _AND.split(text)) > 1 and all(pieces):
        found += pieces
    if kind in (None, "person", "organisation"):
        found += _before_a_place(text)
    return found


def _before_a_place(text: str) -> list[str]:
    """Return "Anna Berg" of "Anna Berg, Main Street 4, Riga", and a firm before its address.

    One thing behind a comma is none: Velmont Trading Co., Ltd.
    """
    pieces = _LIST.split(text)
    if len(pieces) < _FEWEST_LISTED:
        return []
    name, *address = map(plain_words, pieces)
    named = has_legal_form(name) or len(pieces[0].split()) >= _FEWEST_WORDS
    return pieces[:1] if named and not any(map(has_legal_form, address)) else []


def _either(text: str) -> list[str]:
    """Return "Anna Berg" and "Anne Berg" of "Anna/Anne Berg"."""
    if len(_SLASH.findall(text)) != 1 or len(text.split()) < _FEWEST_WORDS:
        return []
    return [_ONE_OF_TWO.sub(one, text) for one in (r"\1", r"\2")]


def _for_another(text: str) -> list[str]:
    """Return "王伟" and "李国强" of "王伟代理李国强"."""
    found = _FOR_ANOTHER.fullmatch(text)
    return [found["one"], found["other"]] if found else []


def _behind_a_letter(text: str) -> list[str]:
    """Return "جون سميث" and "سعيد برغ" of "جون سميث وسعيد برغ": Arabic and Hebrew write "and" against a word.

    Only against a known name, and where with the letter the word is none: Walid begins so.
    """
    words = text.split()
    at = next((at for at, word in enumerate(words) if joins_by_a_letter(word)), 0)
    if at < _FEWEST_WORDS or len(words) - at < _FEWEST_WORDS:
        return []
    return [" ".join(words[:at]), " ".join([words[at][1:], *words[at + 1 :]])]


@lru_cache(maxsize=1 << 12)
def joins_by_a_letter(word: str) -> bool:
    """Return whether a word is a known name of Arabic or Hebrew with "and" written to it."""
    if word[:1] not in _AND_IN_A_LETTER or len(word) < _FEWEST_LETTERS:
        return False
    word = word.translate(_ONE_LETTER)
    return word not in _known_names() and word[1:].removeprefix("ال") in _known_names()


@cache
def _known_names() -> frozenset[str]:
    rows = (*read_table("arabic_names.tsv", 3), *read_table("hebrew_names.tsv", 3))
    return frozenset(row[0].translate(_ONE_LETTER) for row in rows)


def is_firm(text: str) -> bool:
    """Return whether a text has words that only a firm's name has."""
    words = plain_words(text)
    return has_legal_form(words) or any(
        part.role in ("generic", "legal-form") for part in firm_parts(words, "organisation")
    )


def _names_somebody(text: str) -> bool:
    """Return whether a text has more than one word that says what a firm does or where it is: of China
    Precision Import/Export Corporation nobody is called Export Corporation, nor anybody the Levant."""
    roles = [part.role for part in firm_parts(plain_words(text), "organisation")]
    return roles.count("generic") > 1 or not {*roles} <= {"generic", "legal-form", "particle"}


def _couple(text: str) -> list[str]:
    """Return the people of "Ivan and Maria Petrov", each with the family name that stands once."""
    pieces = [piece.strip() for piece in _AND.split(text)]
    if len(pieces) < _FEWEST_WORDS or not all(pieces):
        return []
    if all(map(_OF_THE_EAST.fullmatch, pieces)):  # 김철수 및 박영수: such a name may be one word
        return pieces
    if "," in text:  # Petrov, Ivan & Maria; but Ortega y Gasset, José is one man
        family, comma, _ = pieces[0].partition(",")
        return [piece if "," in piece else f"{family}, {piece}" for piece in pieces] if comma else []
    family = pieces[-1].split()[-1]
    named = [piece for piece in pieces if not is_title(piece)]
    shared = len(pieces[-1].split()) >= _FEWEST_WORDS
    return [
        piece if len(piece.split()) >= _FEWEST_WORDS else f"{piece} {family}"
        for piece in named
        if shared or len(piece.split()) >= _FEWEST_WORDS
    ]


def is_title(text: str) -> bool:
    """Return whether a text is titles alone."""
    return all((word,) in phrase_list("honorifics.txt") for word in plain_words(text))


def _listed_names(text: str) -> list[str]:
    pieces = [piece for piece in _LIST.split(text) if piece]
    fewest = _FEWEST_WORDS if len(pieces) >= _FEWEST_LISTED else _FEWEST_OF_TWO
    return pieces if len(pieces) > 1 and all(len(piece.split()) >= fewest for piece in pieces) else []
