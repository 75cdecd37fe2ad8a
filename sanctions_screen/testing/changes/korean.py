"""Korean names: from one romanisation to another, to Hangul, and back.

By the Revised Romanization of 2000, McCune-Reischauer and the North's spelling; see ``korean.tsv``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from random import Random

__all__ = ["in_hangul", "korean_otherwise"]

# The syllables that names are made of; compiled by hand from frequent family and given names.
_FINALS = {0: "", 1: "k", 4: "n", 7: "t", 8: "l", 16: "m", 17: "p", 19: "t", 21: "ng"}
_STANDARDS = ("RR", "MR", "DPRK")


@cache
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the rows of the table by what they are and which."""
    rows = files(__package__).joinpath("korean.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    return {(what, which): tuple(text.split()) for what, which, text in cells}


def _romanised(syllable: str, standard: str) -> str | None:
    initial, rest = divmod(ord(syllable) - 0xAC00, 21 * 28)
    medial, final = divmod(rest, 28)
    if final not in _FINALS:
        return None
    first = _table()["initial", standard][initial].replace("-", "")
    return first + _table()["medial", standard][medial] + _FINALS[final]


@cache
def _spelt(which: str) -> dict[str, str]:
    """Return the syllables of family or given names that each spelling may stand for, as one text."""
    table: dict[str, str] = {}
    for syllable in _table()[which, "Hang"]:
        spellings = {_romanised(syllable, standard) for standard in _STANDARDS}
        if which == "family":
            spellings |= {usual.lower() for usual in _table().get(("usual", syllable), ())}
        for spelling in spellings - {None}:
            for plain in {spelling, _unmarked(str(spelling))}:
                table[str(plain)] = table.get(str(plain), "") + syllable
    return table


def _unmarked(text: str) -> str:
    return text.replace("ŏ", "o").replace("ŭ", "u").replace("'", "")


def _in_syllables(word: str, left: int) -> list[str] | None:
    """Return the candidates of each syllable of a given name, *left* at most; None if it is none."""
    if not word:
        return []
    for end in range(min(len(word), 7), 0, -1):
        found = _spelt("given").get(word[:end])
        if found and left:
            rest = _in_syllables(word[end:], left - 1)
            if rest is not None:
                return [found, *rest]
    return None


def _read(name: str) -> tuple[str, list[str]] | None:
    """Return the candidates for the family name and each syllable of the given one; None for another name."""
    words = re.findall(r"[\w'’ŏŭŎŬ]+", name.replace("’", "'").casefold())
    if not 2 <= len(words) <= 3 or re.search(r"[^\w\s,'’-]", name):
        return None
    family = _spelt("family").get(words[0])
    given = _in_syllables("".join(words[1:]), 2)
    return (family, given) if family and given else None


def _hangul(name: str, random: Random) -> str | None:
    read = _read(name)
    return None if read is None else "".join(random.choice(each) for each in (read[0], *read[1]))


def in_hangul(name: str, random: Random) -> str:
    """A Korean name in Hangul, of which the listed spelling is a romanisation by some standard."""
    return _hangul(name, random) or name


def korean_otherwise(name: str, random: Random) -> str:
    """A Korean name romanised by another standard: Sok Chol, Seok-cheol, Sŏk-ch'ŏl."""
    hangul = _hangul(name, random)
    if hangul is None:
        return name
    standard = random.choice(_STANDARDS)
    given = [_romanised(syllable, standard) or "" for syllable in hangul[1:]]
    plain = (_romanised(hangul[0], standard) or "").title()
    family = random.choice(_table().get(("usual", hangul[0]), (plain,)))
    joint = random.choice(("-", " ", ""))
    whole = joint.join(
        [given[0].capitalize(), *(part.title() if joint == " " else part for part in given[1:])]
    )
    return name if not all(given) else f"{family} {whole}"
