"""Tell what kind of part each word of a name is, and bring words with one meaning into one form.

Reach for this module with the folded Latin words of a name. A phrase (``limited liability company``) becomes
one part. Guarantees: every word is in a part; classifying the texts of the parts again gives the same parts,
apart from the place of a comma; a name of honorifics and legal forms alone is taken as words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..model import PartyKind
from .parts import NamePartRole, Part
from .romanise.arabic_latin import join_parts
from .romanise.burmese_latin import looks_burmese
from .romanise.chinese_latin import looks_chinese
from .romanise.korean_latin import looks_korean
from .tables import word_classes, word_list

__all__ = ["SMALL_WORDS", "classify", "kind_of", "without_legal_forms"]

_ORDINAL = re.compile(r"(?P<number>[0-9]+)(?:st|nd|rd|th)")
_NEVER_SURNAMES = frozenset({"u", "daw", "maung", "mg", "thura", "sayadaw", "bohmu"})
"""Burmese forms of address that are no surname in Korean or Chinese."""

_KOREAN_SYLLABLES = frozenset({"il", "ul", "ol", "do", "du", "ji", "an", "so"})
"""Articles, particles and titles of other languages that are Korean syllables too: Kim Il-sung, An Min-ji."""
_WITH_SPLIT_GIVEN_NAME = 3
"""A surname and two syllables: in fewer parts a letter is an initial."""


@cache
def _longest(name: str) -> int:
    table = word_classes(name) if name.endswith(".tsv") else word_list(name)
    return max(map(len, table))


def _match(words: Sequence[str], start: int, name: str) -> tuple[str, int] | None:
    """Return the standing form of the longest phrase of table *name* at *start*, and where it ends."""
    for end in range(min(len(words), start + _longest(name)), start, -1):
        phrase = tuple(words[start:end])
        if name.endswith(".tsv"):
            if (standing := word_classes(name).get(phrase)) is not None:
                return standing, end
        elif phrase in word_list(name):
            return "".join(phrase), end
    return None


def kind_of(segments: Sequence[Sequence[str]]) -> PartyKind:
    """Return what a name looks to be of: an organisation when it has a legal form, else a person."""
    return "organisation" if _has_legal_form([word for segment in segments for word in segment]) else "person"


def without_legal_forms(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of an organisation's name that are in no legal form."""
    kept: list[str] = []
    position = 0
    while position < len(words):
        if found := _match(words, position, "legal_forms.tsv"):
            position = found[1]
        else:
            kept.append(words[position])
            position += 1
    return tuple(kept)


def classify(segments: Sequence[Sequence[str]], kind: PartyKind) -> tuple[Part, ...]:
    """Return the parts of a name of *kind*, given as folded words, cut at its commas."""
    if kind == "person":
        if whole := _whole_of_syllables(segments):
            return tuple(whole)
        parts = [part for segment in segments for part in _person(segment)]
        if len(segments) > 1:
            parts = _surname_kept(parts, len(_person(segments[0])))
        parts = _without_burmese_address(parts, segments)
    else:
        parts = _organisation([word for segment in segments for word in segment], kind)
    return _never_empty(parts)


def _never_empty(parts: list[Part]) -> tuple[Part, ...]:
    if any(part.role in ("word", "number", "generic") for part in parts):
        return tuple(parts)
    return tuple(Part(part.text, "word") if len(part.text) > 1 else part for part in parts)


def _has_legal_form(words: Sequence[str]) -> bool:
    # Only at either end, and never a name that is wholly one.
    if len(words) < 2:
        return False
    at_end = any(
        (found := _match(words, start, "legal_forms.tsv")) and found[1] == len(words)
        for start in range(1, len(words))
    )
    return at_end or any(word in ("llc", "gmbh", "ooo", "oao", "pao", "jsc", "ltd") for word in words)


# -- persons -----------------------------------------------------------------------------------------------


def _surname_kept(parts: list[Part], before_comma: int) -> list[Part]:
    """Take what stands before a comma for a surname, though it be a title or a particle too: SHEIKH, Omar."""
    if all(part.role in ("honorific", "particle") for part in parts[:before_comma]):
        return [Part(p.text, "word") if i < before_comma else p for i, p in enumerate(parts)]
    return parts


def _whole_of_syllables(segments: Sequence[Sequence[str]]) -> list[Part] | None:
    """Return the parts of a Korean or Chinese name with a syllable that is no name elsewhere; else None.

    That is an article, a particle, a title, or one letter: Kim Il-sung, An Min-ji, Li Wei, Lee A-reum.
    """
    words = [word for segment in segments for word in segment]
    front: list[Part] = []
    while words and not _of_syllables(words) and (found := _match(words, 0, "honorifics.txt")):
        front.append(Part(found[0], "honorific"))
        words = words[found[1] :]
    if not (_korean_beside_articles(words) or _chinese_beside_articles(words)):
        return None
    return [*front, *(Part(word, "word") for word in words)]


def _of_syllables(words: Sequence[str]) -> bool:
    return looks_korean(words) or looks_chinese(words)


def _korean_beside_articles(words: Sequence[str]) -> bool:
    letters = len(words) == _WITH_SPLIT_GIVEN_NAME and any(len(word) == 1 for word in words[1:])
    return (letters or not _KOREAN_SYLLABLES.isdisjoint(words)) and looks_korean(words)


def _chinese_beside_articles(words: Sequence[str]) -> bool:
    particles = any((word,) in word_list("particles.txt") and len(word) > 1 for word in words)
    return particles and looks_chinese(words)


def _person(words: Sequence[str]) -> list[Part]:
    start, parts = 0, []
    while start < len(words) and (found := _match(words, start, "honorifics.txt")):
        parts.append(Part(found[0], "honorific"))
        start = found[1]
    end = len(words)
    behind: list[Part] = []
    while end - 1 > start and _title_behind(words[end - 1]):
        end -= 1
        behind.insert(0, Part(words[end], "honorific"))
    for joined in join_parts(tuple(words[start:end])):
        parts.append(_person_part(joined.text, first=not parts))
    return [*parts, *behind]


def _title_behind(word: str) -> bool:
    return (word,) in word_list("honorifics.txt") and (word,) not in word_classes("suffixes.tsv")


def _person_part(word: str, *, first: bool) -> Part:
    if word.isdigit():
        return Part(word, "honorific")  # a year of birth, a file's number: no part of a person's name
    suffix = word_classes("suffixes.tsv").get((word,))
    if suffix is not None and not first:
        return Part(suffix, "suffix")
    if len(word) == 1:
        return Part(word, "initial")
    if (word,) in word_list("particles.txt"):
        return Part(word, "particle")
    return Part(word, "word")


def _without_burmese_address(parts: list[Part], segments: Sequence[Sequence[str]]) -> list[Part]:
    """Mark U, Daw, Saw, Thura… as honorifics where they stand first in a Burmese name of enough parts."""
    body = [i for i, part in enumerate(parts) if part.role != "honorific"]
    heads = [body[0]] if body else []
    if len(segments) > 1:  # MANN, U Shwe: the address stands behind the comma
        heads.append(len(_person(segments[0])))
    marked = list(parts)
    for head in heads:
        while head < len(marked) and (marked[head].text,) in word_list("burmese_honorifics.txt"):
            others = [p.text for i, p in enumerate(marked) if i != head and p.role in ("word", "particle")]
            # Not every part need be a spelling the tables know (Mann); most must.
            whole = (marked[head].text, *others)
            surname = marked[head].text not in _NEVER_SURNAMES
            if surname and (looks_korean(whole) or looks_chinese(whole)):
                break  # Ko Sung-un, Ma Ying-jeou
            if len(others) < 2 or 2 * sum(looks_burmese((text,)) for text in others) < len(others):
                break
            marked[head] = Part(marked[head].text, "honorific")
            head += 1
    return marked


# -- organisations, vessels, aircraft ----------------------------------------------------------------------


def _organisation(words: Sequence[str], kind: PartyKind) -> list[Part]:
    parts: list[Part] = []
    position = 0
    while position < len(words):
        part, position = _organisation_part(words, position, kind, first=not parts)
        parts.append(part)
    return parts


SMALL_WORDS = frozenset({"and", "of", "the"})
"""Standing forms of words that say nothing of which organisation is meant."""


def _beside_a_letter(words: Sequence[str], at: int) -> bool:
    return any(len(word) == 1 for word in (*words[at - 1 : at], *words[at + 1 : at + 2]))


def _known_part(words: Sequence[str], start: int, kind: PartyKind, *, first: bool) -> tuple[Part, int] | None:
    """Return the part that a phrase in the tables is at *start*, and where it ends; None where none is."""
    tables: list[tuple[str, NamePartRole]] = [
        ("legal_forms.tsv", "legal-form"),
        ("organisation_words.tsv", "generic"),
    ]
    if kind in ("vessel", "aircraft"):
        tables = [("vessel_prefixes.txt", "honorific")] if first else []
    for table, role in tables:
        if found := _match(words, start, table):
            if found[0] not in SMALL_WORDS:
                return Part(found[0].replace(" ", ""), role), found[1]
            # A letter by itself is a word such as "and" only between words: not in Grupo W, S&D, E.ON.
            alone = found[1] == start + 1 and len(words[start]) == 1
            if not (alone and (first or found[1] == len(words) or _beside_a_letter(words, start))):
                return Part(found[0], "particle"), found[1]
    return None


def _organisation_part(words: Sequence[str], start: int, kind: PartyKind, *, first: bool) -> tuple[Part, int]:
    if known := _known_part(words, start, kind, first=first):
        return known
    numbers = ("ordinals.tsv",) if first else ("ordinals.tsv", "roman_numerals.tsv")
    for table in numbers:
        if found := _match(words, start, table):
            return Part(found[0], "number"), found[1]
    word = words[start]
    word = word_classes("british_american.tsv").get((word,), word)
    if ordinal := _ORDINAL.fullmatch(word):
        word = ordinal["number"]
    if kind == "vessel" and not first and start + 1 == len(words) and word in ("i", "one"):
        word = "1"
    own: NamePartRole = "number" if word.isdigit() else "initial" if len(word) == 1 else "word"
    if own == "initial" and kind == "vessel" and not first:
        own = "number"  # Ocean Star A and Ocean Star B are sisters
    return Part(word, own), start + 1
