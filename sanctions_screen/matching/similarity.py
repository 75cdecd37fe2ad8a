"""Say how alike two parts of names are, and by which rule.

Reach for this module to compare one part with another; aligning whole names is ``alignment``'s work. Parts
meet only when they share a key (:func:`spelling_keys`, :func:`known_keys`: a spelling's consonants but for
one, a known original, a nickname, a syllable reading), when one is the other's :func:`shorthand`, or when a
single slip makes one of the other. An index of these is complete by definition.
Guarantees: symmetric; in [0, 1]; 1 for equal parts; 0 without a common key; depends on the two texts, the
languages both names look to be of, and the library's tables, on nothing else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

from ..model import MatchRule
from ..names.languages import Language, agreement, common_languages, languages, syllable_keys
from ..names.sounds.known_names import originals, same_original
from ..names.sounds.likeness import romanised_similarity, similarity_bound, stem
from ..names.sounds.spelling import WILD_VOWEL, sounds
from ..names.tables import read_table

__all__ = [
    "BARE_OUTLINES_ALIKE", "FLOOR", "OUTLINES_ALIKE", "SHORTEST_SLIP", "Language", "bare",
    "common_languages", "is_shorthand", "known_keys", "languages", "outline", "part_similarity",
    "shorthand", "slips_allowed", "spelling_keys",
]  # fmt: skip

FLOOR: Final = 0.7
"""Parts less alike than this do not meet at all: their similarity is 0."""

SHORTEST_SLIP: Final = 5
"""A slip in a shorter word makes another word."""
_NICKNAME: Final = 0.95
_KNOWN_SAME: Final = 0.98
_KNOWN_DIFFERENT: Final = 0.55
"""Spellings known to be of different originals (Hasan, Husain) do not meet, however close."""
_ACROSS_SYLLABLES: Final = 0.8
"""What a likeness of letters is worth between words of syllables that do not agree (Jiwon, Jiewon)."""
_CLOSE: Final = 0.85

# Consonants that standards, languages and slips exchange most: one class each. Vowels, h, y come and go.
_CLASSES: Final = (("b", "bp"), ("f", "fvw"), ("t", "dtTD"), ("s", "szcSZCJj"), ("k", "kgxqGQ"))
_COARSE: Final[dict[int, str | None]] = {
    **{ord(sound): mark for mark, sounds_alike in _CLASSES for sound in sounds_alike},
    **dict.fromkeys(map(ord, "aeiouyhAOE3*-"), None),
}
_VOWEL_MARK: Final = "a"
_MARKED: Final[dict[int, str | None]] = {**_COARSE, **dict.fromkeys(map(ord, "aeiouAOE"), _VOWEL_MARK)}
OUTLINES_ALIKE: Final = 0.6
"""Outlines less alike than this are of words that no rule brings to :data:`FLOOR`, but for chance."""
BARE_OUTLINES_ALIKE: Final = 0.5
"""The same where one side has no vowels: there are fewer letters, so each counts for more."""
_SCANNED: Final = frozenset("mdw")
_SCANNED_ALIKE: Final = 0.9
_DOUBLED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = frozenset("aeiou*")
_WEAK_LETTERS: Final = frozenset("hwy")
_FEWEST_CONSONANTS: Final = 3
_SHORTHAND_ALIKE: Final = 0.92
"""A word's consonants fit several words, as those of a script without vowels do."""
_WEAK: Final = frozenset("fks")
"""Classes with a weak member: v may be w or u, g and q and gh may be h or nothing, j may be y."""


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for group, members in read_table("nicknames.tsv", 2):
        for member in members.split(","):
            groups.setdefault(member.strip(), set()).add(group)
    return {name: frozenset(found) for name, found in groups.items()}


@lru_cache(maxsize=1 << 13)
def outline(text: str) -> str:
    """Return the word's consonants by class, with a mark for the vowels between: what slips seldom change.

    A pattern without vowels has no marks, and is compared with those of other words taken out.
    """
    marked = sounds(text).translate(_MARKED)
    return marked.replace(_VOWEL_MARK * 2, _VOWEL_MARK)


def bare(outlined: str) -> str:
    """Return an outline without its vowels' marks."""
    return outlined.replace(_VOWEL_MARK, "")


def outlines_meet(first: str, second: str) -> bool:
    """Return whether two words' outlines, or their stems', are alike enough for the words to be compared."""
    if _outlines_meet(first, second):
        return True
    a, b = stem(first), stem(second)
    return (a, b) != (first, second) and _outlines_meet(a, b)


def _outlines_meet(first: str, second: str) -> bool:
    a, b, least = outline(first), outline(second), OUTLINES_ALIKE
    if WILD_VOWEL in first or WILD_VOWEL in second:
        a, b, least = bare(a), bare(b), BARE_OUTLINES_ALIKE
    return Levenshtein.normalized_similarity(a, b) >= least


@lru_cache(maxsize=1 << 13)
def spelling_keys(text: str) -> frozenset[str]:
    """Return the keys of a word's consonants: all of them, all but one, and those of its stem."""
    core = sounds(text).translate(_COARSE)
    found = {core, sounds(stem(text)).translate(_COARSE)}
    for i, consonant in enumerate(core):
        # Of two consonants only one that some standard leaves out or writes as a vowel may be missing.
        if len(core) > 2 or (len(core) == 2 and consonant in _WEAK):
            found.add(core[:i] + core[i + 1 :])
    return frozenset(found)


@lru_cache(maxsize=1 << 13)
def _known_keys(text: str) -> frozenset[str]:
    found: set[str] = set()
    for word in {text, stem(text)}:
        found.update(f"o:{original}" for original in originals(word))
    found.update(f"n:{group}" for group in _nicknames().get(text, ()))
    if (seen := as_seen(text)) is not None:
        found.add(f"s:{seen}")
    return frozenset(found)


@lru_cache(maxsize=1 << 13)
def as_seen(text: str) -> str | None:
    """Return the word with letters that print or scan as others read as those; None where it has none.

    ``rn`` is read for ``m``, ``cl`` for ``d`` and ``vv`` for ``w`` where a document was scanned, and the
    other way round: words that come out the same may be one.
    """
    seen = text.replace("rn", "m").replace("cl", "d").replace("vv", "w")
    # In a short word these letters make another name: Clara and Dara.
    return seen if len(seen) >= SHORTEST_SLIP and (seen != text or not _SCANNED.isdisjoint(text)) else None


@lru_cache(maxsize=1 << 13)
def shorthand(text: str) -> str:
    """Return the word without its vowels and doubled letters, but for the first letter: mohammed, mhmd."""
    rest = "".join(letter for letter in text[1:] if letter not in "aeiou*")
    return text[:1] + _DOUBLED.sub(r"\1", rest)


@lru_cache(maxsize=1 << 13)
def is_shorthand(text: str) -> bool:
    """Return whether a word has no vowel behind its first letter, as one whose vowels were left out: Mhmd.

    It must have enough consonants, of which the weak y, w and h count only as the first letter.
    """
    if not _VOWELS.isdisjoint(text[1:]):
        return False
    short = shorthand(text)
    firm = sum(letter not in _WEAK_LETTERS for letter in short[1:]) + (short[:1] not in _VOWELS)
    return firm >= _FEWEST_CONSONANTS and not originals(text)


def shorthand_alike(first: str, second: str) -> bool:
    """Return whether one of two words is the other with its vowels left out."""
    return (is_shorthand(first) or is_shorthand(second)) and shorthand(first) == shorthand(second)


def known_keys(text: str, spoken: frozenset[Language]) -> frozenset[str]:
    """Return the keys of what a word is known to be: an original, a nickname, *spoken* syllables."""
    return _known_keys(text) | syllable_keys(text, spoken)


def slips_allowed(longest: int) -> int:
    """Return how many slips make one word of another, the longer of so many letters: two in ten."""
    return 2 if longest >= 10 else 1 if longest >= SHORTEST_SLIP else 0


def _typing(first: str, second: str) -> float:
    """Likeness of two words as one word mistyped."""
    longest = max(len(first), len(second))
    allowed = slips_allowed(longest)
    if not allowed:
        return 0.0
    edits = OSA.distance(first, second, score_cutoff=allowed)
    return 1.0 - edits / longest if edits <= allowed else 0.0


@lru_cache(maxsize=1 << 18)
def _general(first: str, second: str) -> tuple[float, MatchRule]:
    known = same_original(first, second)
    if known:
        return _KNOWN_SAME, "romanisation"
    nicknames = _nicknames()
    if not nicknames.get(first, frozenset()).isdisjoint(nicknames.get(second, frozenset())):
        return _NICKNAME, "nickname"
    best = _slipped(first, second)
    if not spelling_keys(first).isdisjoint(spelling_keys(second)) and outlines_meet(first, second):
        best = max(best, _typing(first, second))
        if similarity_bound(first, second) >= max(FLOOR, best):
            best = max(best, romanised_similarity(first, second))
    if best == 0.0:
        return 0.0, "different"
    return (min(best, _KNOWN_DIFFERENT) if known is False else best), "spelling"


def _slipped(first: str, second: str) -> float:
    """Likeness of two words one of which was scanned, shortened or mistyped by one letter; else 0."""
    best = 0.0
    if as_seen(first) is not None and as_seen(first) == as_seen(second):
        best = _SCANNED_ALIKE
    if shorthand_alike(first, second):
        best = max(best, _SHORTHAND_ALIKE)
    longest = max(len(first), len(second))
    if longest >= SHORTEST_SLIP and OSA.distance(first, second, score_cutoff=1) == 1:
        best = max(best, 1.0 - 1.0 / longest)
    return best


@lru_cache(maxsize=1 << 17)
def _by_syllables(first: str, second: str, spoken: frozenset[Language]) -> tuple[float, MatchRule]:
    best = agreement(first, second, spoken)
    general, rule = _general(first, second)
    # Syllables are short and full of y and w: that they share these is no sign of vowels left out.
    if general >= _CLOSE and best < general * _ACROSS_SYLLABLES and not shorthand_alike(first, second):
        return general * _ACROSS_SYLLABLES, rule
    return best, "romanisation"


def part_similarity(
    first: str, second: str, spoken: frozenset[Language] = frozenset()
) -> tuple[float, MatchRule]:
    """Return the likeness of two words of names and the rule that gives it.

    *spoken* are the languages of syllables that both names look to be in: then syllables that may be the same
    in that language meet, and little else, since there one letter makes another name.
    """
    if first == second:
        return 1.0, "same"
    if second < first:
        first, second = second, first
    found, rule = _by_syllables(first, second, spoken) if spoken else _general(first, second)
    return (found, rule) if found >= FLOOR else (0.0, "different")
