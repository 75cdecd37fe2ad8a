"""Part two words of a person's name that were written as one: Farhadvelko for VELKO, Farhad.

Reach for :func:`parted` with one name. Neighbours of a listed name that were written as one are found
without it (``matching``); given name and surname stand the other way round there. Each answer is the name
again, with a long word cut where a known name ends or begins. Guarantees: never the name itself; a word that
is a name as a whole is not cut, nor one of which only an ending would be left: Petrovich, Davidson.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from .._late_pattern import late
from ..names.sounds.counted import is_counted
from ..names.sounds.known_names import families, originals, spellings
from ..names.tables import read_table

__all__ = ["may_be_parted", "parted"]

_LONG: Final = late(r"(?<![^\W_'-])[^\W\d_]{9,}(?![^\W_])")
_SHORTEST: Final = 4
"""Letters of a half; where only one half is a known name, that one has one more."""
_PATRONYMIC: Final = late(r"(?P<patronymic>[a-z]{3,}(?:[oe]vich|[oe]vna|ichna))(?P<rest>[a-z]{4,})")
_SERVANT: Final = "abd"
_MOST: Final = 2
_MOST_WORDS: Final = 12
"""Words that may be two in one text: each is the whole text once more."""


def may_be_parted(text: str) -> bool:
    """Return whether a text has a word that may be two."""
    return any(_cuts(word.lower()) for word in _LONG.findall(text))


def parted(text: str) -> Iterator[str]:
    """Yield a person's name with a long word of it as two, the likeliest cut first."""
    each = ((found.start(), _cuts(found[0].lower())) for found in _LONG.finditer(text))
    for start, cuts in islice((one for one in each if one[1]), _MOST_WORDS):
        for cut in cuts[:_MOST]:
            yield f"{text[: start + cut]} {text[start + cut :]}"


@cache
def _endings() -> re.Pattern[str]:
    """Return what is no word by itself behind a known name."""
    beginnings = {word for _, words in read_table("no_second_words.tsv", 2) for word in words.split()}
    return late(rf"(?:{'|'.join(sorted(beginnings))})[a-z]{{0,3}}")


@cache
def _given() -> frozenset[str]:
    """Return the spellings of known names and nicknames."""
    nicknames = {
        form.strip() for _, circles in read_table("nicknames.tsv", 2) for form in re.split("[,;]", circles)
    }
    return frozenset(nicknames) | {one for some in spellings().values() for one in some}


@lru_cache(maxsize=1 << 14)
def _cuts(word: str) -> tuple[int, ...]:
    """Return where a word may be two, the likeliest place first."""
    if not word.isascii() or originals(word) or families(word) or is_counted(word):
        return ()
    if found := _PATRONYMIC.fullmatch(word):
        return (found.end("patronymic"),)
    if word.startswith(_SERVANT):  # Abdelhamid: one name, though its second half is one too
        return ()
    ranked = []
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        front, behind = word[:cut], word[cut:]
        given = [half for half in (front, behind) if half in _given()]
        if not given or _endings().fullmatch(behind):
            continue
        known = len(given) + sum(map(is_counted, (front, behind)))
        longest = max(map(len, given))
        if known > len(given) or len(given) > 1 or longest > _SHORTEST:
            ranked.append((-known, -longest, cut))
    return tuple(cut for _, _, cut in sorted(ranked))
