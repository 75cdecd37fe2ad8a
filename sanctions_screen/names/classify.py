"""Tell what kind of part each word of a name is, and bring words with one meaning into one form.

Reach for this module with the folded Latin words of a name. A phrase (``limited liability company``) becomes
one part. Guarantees: every word is in a part; classifying the texts of the parts again gives the same parts,
apart from the place of a comma; a name of honorifics and legal forms alone is taken as words.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import PartyKind
from ._phrases import longest_phrase
from .languages import burmese, chinese, korean, vietnamese
from .organisations import SMALL_WORDS, has_legal_form, organisation_parts, without_legal_forms
from .parts import Part
from .romanise.arabic_latin import join_parts
from .tables import phrase_list, phrase_table

__all__ = ["SMALL_WORDS", "classify", "kind_of", "without_legal_forms"]

_NEVER_SURNAMES = frozenset({"u", "daw", "maung", "mg", "thura", "sayadaw", "bohmu"})
"""Burmese forms of address that are no surname in Korean or Chinese."""

_KOREAN_SYLLABLES = frozenset({"il", "ul", "ol", "do", "du", "ji", "an", "so"})
"""Articles, particles and titles of other languages that are Korean syllables too: Kim Il-sung, An Min-ji."""
_LEAST_USUAL = 0.3
_FRENCH = frozenset({"le", "la"})
"""Articles that are rare as Chinese surnames: with one word behind them they are articles."""
_WITH_SPLIT_GIVEN_NAME = 3
"""A surname and two syllables: in fewer parts a letter is an initial."""


def kind_of(segments: Sequence[Sequence[str]]) -> PartyKind:
    """Return what a name looks to be of: an organisation when it has a legal form, else a person."""
    return "organisation" if has_legal_form([word for segment in segments for word in segment]) else "person"


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
        parts = organisation_parts([word for segment in segments for word in segment], kind)
    return _never_empty(parts)


def _never_empty(parts: list[Part]) -> tuple[Part, ...]:
    if any(part.role in ("word", "number", "generic") for part in parts):
        return tuple(parts)
    return tuple(Part(part.text, "word") if len(part.text) > 1 else part for part in parts)


# -- persons -----------------------------------------------------------------------------------------------


def _surname_kept(parts: list[Part], before_comma: int) -> list[Part]:
    """Take what stands before a comma for a surname, though it be a title or a particle too: SHEIKH, Omar."""
    if all(part.role in ("honorific", "particle") for part in parts[:before_comma]):
        return [Part(p.text, "word") if i < before_comma else p for i, p in enumerate(parts)]
    return parts


def _whole_of_syllables(segments: Sequence[Sequence[str]]) -> list[Part] | None:
    """Return the parts of an eastern name with a syllable that is no name elsewhere; else None.

    That is an article, a particle, a title, or, in Korean, one letter: Kim Il-sung, Li Wei, Do Van Minh,
    Lee A-reum.
    """
    words = [word for segment in segments for word in segment]
    front: list[Part] = []
    while words and not _of_syllables(words) and (found := longest_phrase(words, 0, "honorifics.txt")):
        front.append(Part(found[0], "honorific"))
        words = words[found[1] :]
    if not (_korean_beside_articles(words) or (_with_particle(words) and _whole_elsewhere(words))):
        return None
    return [*front, *(Part(word, "word") for word in words)]


def _of_syllables(words: Sequence[str]) -> bool:
    return korean.looks(words) or _whole_elsewhere(words)


def _whole_elsewhere(words: Sequence[str]) -> bool:
    french = len(words) < _WITH_SPLIT_GIVEN_NAME and words[0] in _FRENCH  # Le Pen, Le Bon
    return (chinese.looks(words) and not french) or vietnamese.looks(words)


def _korean_beside_articles(words: Sequence[str]) -> bool:
    letters = len(words) == _WITH_SPLIT_GIVEN_NAME and any(len(word) == 1 for word in words[1:])
    return (letters or not _KOREAN_SYLLABLES.isdisjoint(words)) and korean.looks(words) and _usual(words)


def _usual(words: Sequence[str]) -> bool:
    """Return whether every word is spelled as Korean ones are: carmo is 찰모 only by a stretch."""
    best = (
        max((r.weight for r in (*korean.surname_readings(w), *korean.given_readings(w))), default=0.0)
        for w in words
    )
    return min(best) >= _LEAST_USUAL


def _with_particle(words: Sequence[str]) -> bool:
    return any((word,) in phrase_list("particles.txt") and len(word) > 1 for word in words)


def _person(words: Sequence[str]) -> list[Part]:
    start, parts = 0, []
    while start < len(words) and (found := longest_phrase(words, start, "honorifics.txt")):
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
    return (word,) in phrase_list("honorifics.txt") and (word,) not in phrase_table("suffixes.tsv")


def _person_part(word: str, *, first: bool) -> Part:
    if word.isdigit():
        return Part(word, "honorific")  # a year of birth, a file's number: no part of a person's name
    suffix = phrase_table("suffixes.tsv").get((word,))
    if suffix is not None and not first:
        return Part(suffix, "suffix")
    if len(word) == 1:
        return Part(word, "initial")
    if (word,) in phrase_list("particles.txt"):
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
        while head < len(marked) and (marked[head].text,) in phrase_list("burmese_honorifics.txt"):
            others = [p.text for i, p in enumerate(marked) if i != head and p.role in ("word", "particle")]
            # Not every part need be a spelling the tables know (Mann); most must.
            whole = (marked[head].text, *others)
            surname = marked[head].text not in _NEVER_SURNAMES
            if surname and (korean.looks(whole) or chinese.looks(whole)):
                break  # Ko Sung-un, Ma Ying-jeou
            if len(others) < 2 or 2 * sum(burmese.looks((text,)) for text in others) < len(others):
                break
            marked[head] = Part(marked[head].text, "honorific")
            head += 1
    return marked
