"""Russian names: from one romanisation to another, to Cyrillic, and back.

Sources: BGN/PCGN 1947 (what US and UK lists write by), ISO 9:1995, ICAO Doc 9303 (passports since 2013), and
what German and French newspapers write.
"""

from __future__ import annotations

import re
from random import Random

__all__ = ["in_cyrillic", "in_latin_from_cyrillic", "russian_otherwise"]

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_STANDARDS = {
    "BGN/PCGN": "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
    "ISO 9": "a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ - y - è û â",
    "ICAO": "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia",
    "German": "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja",
    "French": "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia",
}
_TABLES = {
    standard: dict(zip(_LETTERS, (spelling.replace("-", "") for spelling in row.split()), strict=True))
    for standard, row in _STANDARDS.items()
}
_RUSSIAN = re.compile(
    r"(?:[oe]v|[oe]va|sk(?:iy|ii|y|aya)|ovich|evich|ovna|evna|enko|chuk|in|ina)\b", re.IGNORECASE
)
# BGN/PCGN read backwards, the longest first; y and e depend on their place and are told apart below.
_BACKWARDS = (
    ("shch", "щ"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("yu", "ю"),
    ("ya", "я"),
    ("yo", "ё"),
    ("ye", "е"),
    *(
        (latin, letter)
        for letter, latin in _TABLES["BGN/PCGN"].items()
        if len(latin) == 1 and letter not in "ыэй"
    ),
)


def _word_in_cyrillic(word: str) -> str | None:
    """Return the word by BGN/PCGN read backwards; None when that standard cannot have written it."""
    text, place, made = word.casefold(), 0, ""
    while place < len(text):
        if text[place] == "y" and text[place : place + 2] not in ("yu", "ya", "yo", "ye"):
            made += _y_at(text, place, made)
            place += 1
            continue
        found = next(((latin, letter) for latin, letter in _BACKWARDS if text.startswith(latin, place)), None)
        if found is None:
            return None
        made += "э" if found[0] == "e" and not place else found[1]
        place += len(found[0])
    if word.isupper() and len(word) > 1:
        return made.upper()
    return made.capitalize() if word[0].isupper() else made


def _y_at(text: str, place: int, made: str) -> str:
    if made and made[-1] in "аеёиоуыэюя":
        return "й"
    return "ий" if place == len(text) - 1 and made[-1:] in ("к", "г", "х") else "ы"


def in_cyrillic(name: str, random: Random) -> str:  # noqa: ARG001 -- all perturbations have one shape
    """A Russian name in Cyrillic, of which the listed spelling is the romanisation by BGN/PCGN."""
    if not _RUSSIAN.search(name) or not name.isascii():
        return name
    words = re.findall(r"[A-Za-z]+|[^A-Za-z]+", name)
    made = [_word_in_cyrillic(word) if word.isalpha() else word for word in words]
    return "".join(str(word) for word in made) if None not in made else name


def _romanised(name: str, standard: str) -> str:
    table = _TABLES[standard]
    letters = []
    for place, letter in enumerate(name):
        latin = table.get(letter.casefold())
        if latin is None:
            letters.append(letter)
            continue
        if letter.isupper():
            neighbours = name[place - 1 : place] + name[place + 1 : place + 2]
            latin = (
                latin.upper() if neighbours.strip() and neighbours.strip().isupper() else latin.capitalize()
            )
        letters.append(latin)
    return "".join(letters)


def in_latin_from_cyrillic(name: str, random: Random) -> str:
    """A name in Cyrillic in Latin letters, by one of five standards and habits."""
    if not any(letter in _LETTERS for letter in name.casefold()):
        return name
    return _romanised(name, random.choice(tuple(_STANDARDS)))


def russian_otherwise(name: str, random: Random) -> str:
    """A Russian name romanised by another standard: Shcherbakov, Schtscherbakow, Ŝerbakov."""
    cyrillic = in_cyrillic(name, random)
    if cyrillic == name:
        return name
    return _romanised(cyrillic, random.choice([each for each in _STANDARDS if each != "BGN/PCGN"]))
