"""Find the known names that a word from abroad may stand for, by the consonants that a script shows.

Reach for :func:`alike` with the ways a word may sound, and for :func:`likest` and :func:`best` with what it
gives. Names are those of other tables; consonants that scripts write with one letter are one class, and what
languages sound otherwise is tried each way. Guarantee: only names of these tables, the likest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from ..._kept import kept
from ..sounds.likeness import romanised_similarity
from ..tables import read_table

__all__ = ["SURE", "alike", "best", "likest", "ways"]

SURE: Final = 900_000
"""So alike is a known name, in millionths, that nothing else need be meant."""
_TABLES: Final = (
    ("western_names_in_kana.tsv", 2),
    ("foreign_names_in_hebrew.tsv", 2),
    ("slavic_names.tsv", 3),
    ("arabic_names.tsv", 3),
)
"""Tables whose second column has names in Latin letters, the likeliest spelling first."""
_MOST_OF_A_ROW: Final = 3
_MOST_KNOWN: Final = 3
_ALIKE: Final = 750_000
_MARGIN: Final = 50_000
"""So alike, in millionths, is a known name to a word at the least, and so much less than the likest."""
_CLASSES: Final = {
    **dict.fromkeys("gkcqx", "k"), **dict.fromkeys("dt", "t"), **dict.fromkeys("bpvf", "p"),
    **dict.fromkeys("sjz", "s"), **dict.fromkeys("rl", "l"), "m": "m", "n": "n",
}  # fmt: skip
_GROUPS: Final = (
    (re.compile("tsch|sch|tch|sh|zh|ch|ts|tz|cz|dzh|dz|dj|c(?=[eiy])"), "s"),
    (re.compile("ph"), "f"),
    (re.compile("(?<=[aeiou])gh"), ""),
    (re.compile("ng(?![aeioulr])"), "n"),
    (re.compile("x"), "ks"),
    (re.compile("ck|kh|gh|qu"), "k"),
    (re.compile("m(?=[bp])"), "n"),
)
_LOOSER: Final = (
    (re.compile("ch"), "k"),
    (re.compile("th"), "s"),
    (re.compile("g(?=[eiy])"), "s"),
    (re.compile("r(?![aeiouy])"), ""),
    (re.compile("(?<![a-z])w|w(?=[aeiou])"), "v"),
    (re.compile("j|kh"), ""),
    (re.compile("ng"), "n"),
)
"""Letters that languages sound otherwise, each beside what it is."""
_DOUBLED: Final = re.compile(r"(.)\1+")


def alike(heard: Sequence[str]) -> dict[str, int]:
    """Return the known names with the consonants of a word, and how alike each is to what is heard."""
    known = {name for skeleton in set(map(_skeleton, heard)) for name in _names().get(skeleton, ())}
    return {name: max(romanised_similarity(one, name) for one in heard) for name in sorted(known)}


def best(found: Mapping[str, int]) -> int:
    """Return how alike the likest name is; 0 where there is none."""
    return max(found.values(), default=0)


def likest(found: Mapping[str, int]) -> list[str]:
    """Return the likest names, three at the most."""
    least = max(_ALIKE, best(found) - _MARGIN)
    known = sorted((-likeness, name) for name, likeness in found.items() if likeness >= least)
    return [name for _, name in known[:_MOST_KNOWN]]


@cache
def _names() -> dict[str, tuple[str, ...]]:
    return kept("names-by-consonants", _by_skeleton)


def _by_skeleton() -> dict[str, tuple[str, ...]]:
    """Return known names by the consonants that scripts may write of them."""
    found: dict[str, dict[str, None]] = {}
    for table, columns in _TABLES:
        for row in read_table(table, columns):
            for name in row[1].split()[:_MOST_OF_A_ROW]:
                for skeleton in {*_skeletons(name)}:
                    found.setdefault(skeleton, {})[name] = None
    return {skeleton: tuple(names) for skeleton, names in found.items()}


def _skeletons(name: str) -> Iterator[str]:
    """Yield the consonants of a name in Latin letters, as languages sound them."""
    yield from map(_skeleton, ways(name, _LOOSER))


def ways(spelled: str, patterns: Iterable[tuple[re.Pattern[str], str]]) -> list[str]:
    """Return a spelling, and what it is with each of these and any of them replaced, the plainest first."""
    found = [spelled]
    for pattern, instead in patterns:
        found += [other for one in tuple(found) if (other := pattern.sub(instead, one)) != one]
    return found


def _skeleton(spelled: str) -> str:
    """Return the classes of a spelling's consonants, one for each run of a class."""
    for pattern, instead in _GROUPS:
        spelled = pattern.sub(instead, spelled)
    return _DOUBLED.sub(r"\1", "".join(_CLASSES.get(letter, "") for letter in spelled))
