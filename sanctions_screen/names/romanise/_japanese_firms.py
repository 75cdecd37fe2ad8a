"""Read in Japanese what names a firm or an institution: its Sino-Japanese sound, its English in katakana.

Reach for :func:`sino_japanese` with a run of characters that no table translates (*就実*, *三相*). A surname
within it is read as one, other characters by their Sino-Japanese readings, and katakana as English
where they are made of English words throughout. Guarantee: "" where a character has no such reading.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from ..tables import read_table
from ._foreign_in_kana import spelled_elsewhere
from ._hepburn import hepburn, is_kana, short_vowels
from ._japanese import known_surname

__all__ = ["in_english", "sino_japanese"]

_PIECES: Final = re.compile("[\u30a0-\u30ff]+|[\u3041-\u309f]+|[^\u3041-\u30ff\\s]+")
_KATAKANA: Final = re.compile("[\u30a1-\u30ff]+")
_LONGEST_SURNAME: Final = 3
_HARDENED: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?:tsu|(?<=[iha])chi)-(?=([kst]))", r"\1"),
        (r"(?:tsu|(?<=[iha])chi)-[hf]", "pp"),
        (r"ku-(?=k)", "k"),
        ("-", ""),
    )
)
"""What becomes of one reading before another: hachi-shuu is hasshuu, gaku-kai gakkai."""


@cache
def _readings() -> dict[str, str]:
    return {
        character: readings.split()[0] for character, readings in read_table("sino_japanese_readings.tsv", 2)
    }


@cache
def _english() -> dict[str, str]:
    return dict(read_table("english_in_kana.tsv", 2))  # type: ignore[arg-type]


@cache
def _letters() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Return what Latin letters are called, any of them, and several said one by one; two may be a word."""
    called: dict[str, str] = dict(read_table("latin_letters_in_kana.tsv", 2))  # type: ignore[arg-type]
    either = "|".join(sorted(called, key=len, reverse=True))
    return called, re.compile(either), re.compile(rf"(?:(?:{either})・?){{3,6}}")


@lru_cache(maxsize=1 << 12)
def sino_japanese(run: str) -> str:
    """Return a run in Hepburn with short vowels, as what names a Japanese firm is mostly read."""
    spelled = []
    for piece in _PIECES.findall(run):
        if _KATAKANA.fullmatch(piece):
            spelled.append(in_english(piece) or spelled_elsewhere([hepburn(piece)])[0])
        elif all(map(is_kana, piece)):
            spelled.append(short_vowels(hepburn(piece)))
        elif piece.isascii():
            spelled.append(piece)
        else:
            spelled += _compounds(piece)
    return " ".join(spelled) if all(spelled) else ""


def _compounds(characters: str) -> list[str]:
    """Return the surnames within *characters* and, between them, compounds; "" for what has no reading."""
    found: list[str] = []
    compound = ""
    at = 0
    while at < len(characters):
        sizes = (
            size
            for size in range(min(_LONGEST_SURNAME, len(characters) - at), 1, -1)
            if known_surname(characters[at : at + size])
        )
        size = next(sizes, 0)
        if size:
            found += [compound] if compound else []
            found.append(known_surname(characters[at : at + size]))
            compound = ""
        elif reading := _readings().get(characters[at]):
            compound += f"-{reading}" if compound else reading
        else:
            return [""]
        at += size or 1
    return [short_vowels(_hardened(part)) for part in (*found, compound) if part]


def _hardened(compound: str) -> str:
    for pattern, instead in _HARDENED:
        compound = pattern.sub(instead, compound)
    return compound


@lru_cache(maxsize=1 << 12)
def in_english(katakana: str) -> str:
    """Return katakana in English, the fewest words, and letters said one by one as these; "" where it is not
    made of known words throughout."""
    called, letter, said = _letters()
    if said.fullmatch(katakana):  # シーエムシー
        return "".join(called[one] for one in letter.findall(katakana))
    best: list[list[str] | None] = [[], *([None] * len(katakana))]
    for end in range(1, len(katakana) + 1):
        for start in range(end):
            before, word = best[start], _english().get(katakana[start:end])
            if before is not None and word and (best[end] is None or len(before) + 1 < len(best[end] or ())):
                best[end] = [*before, word]
    return " ".join(best[-1] or ())
