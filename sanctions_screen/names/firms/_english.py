"""Put the words of firms' and institutions' names into English, whatever language they are written in.

Reach for :func:`in_english` with the folded Latin words of an organisation's name. The EU publishes each firm
in the 24 languages it has, and OFAC in several romanisations: one language is what they can be compared in.
Guarantees: pure; words that are not known, and words of the tables of English, stay as they are; each English
word says which word as written it comes from; doing it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..tables import phrase_table, read_table
from ._by_sound import english_by_sound

__all__ = ["Word", "english", "in_english", "placed_abbreviation", "subjects", "trades"]

_LONGEST_ENDING = 7
_SHORTEST_STEM = 3


class Word(NamedTuple):
    """A word to be compared, and the number of the word as written that it comes from."""

    text: str
    written: int


@cache
def _standing() -> frozenset[str]:
    """Return the English words of the tables, which no stem of another language may change."""
    phrases = [
        *phrase_table("firm_generic_words.tsv").values(),
        *phrase_table("legal_forms.tsv").values(),
        *(meaning for meaning, _, _ in read_table("firm_word_stems.tsv", 3)),
        *(meaning for _, meaning, _ in read_table("firm_abbreviations.tsv", 3)),
    ]
    return frozenset(word for phrase in phrases for word in phrase.split())


@cache
def _stems() -> tuple[dict[str, str], dict[str, tuple[tuple[frozenset[str], str], ...]]]:
    """Return whole words with their English, and stems with the endings they take and their English."""
    endings = {
        language: frozenset(("", *(ending.strip() for ending in listed.split(","))))
        for language, listed in read_table("firm_word_endings.tsv", 2)
    }
    whole: dict[str, str] = {}
    stems: dict[str, tuple[tuple[frozenset[str], str], ...]] = {}
    for meaning, language, words in read_table("firm_word_stems.tsv", 3):
        for word in words.split(","):
            stem = word.strip()
            if stem.endswith("*"):
                stems[stem[:-1]] = (*stems.get(stem[:-1], ()), (endings[language], meaning))
            else:
                whole.setdefault(stem, meaning)
    return whole, stems


@cache
def _abbreviations(where: str) -> dict[str, str]:
    rows = read_table("firm_abbreviations.tsv", 3)
    return {short.strip(): meant for at, meant, shorts in rows if at == where for short in shorts.split(",")}


@lru_cache(maxsize=1 << 14)
def english(word: str) -> tuple[str, ...]:
    """Return the English words that *word* (folded) stands for anywhere in a name; () if unknown."""
    if word in _standing():
        return ()
    found = _looked_up(word)
    if found and (standing := phrase_table("firm_generic_words.tsv").get((word,))) is not None:
        return tuple(standing.split())  # a word of two languages: the table of whole words decides
    return found


def _looked_up(word: str) -> tuple[str, ...]:
    whole, stems = _stems()
    if (meaning := _abbreviations("any").get(word) or whole.get(word)) is not None:
        return tuple(meaning.split())
    for end in range(len(word), max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) - 1, -1):
        for endings, meaning in stems.get(word[:end], ()):
            if word[end:] in endings:
                return tuple(meaning.split())
    return tuple((english_by_sound(word) or "").split())


def in_english(words: Sequence[str]) -> list[Word]:
    """Return the *words* of a name with the known ones in English."""
    return [Word(text, at) for at, word in enumerate(words) for text in (english(word) or (word,))]


@cache
def _placed() -> frozenset[str]:
    return frozenset((*_abbreviations("named"), *_abbreviations("behind"), *_abbreviations("last")))


def placed_abbreviation(
    word: str, *, first: bool = True, behind: bool = True, last: bool = True
) -> tuple[str, ...]:
    """Return the English of an abbreviation that is one only as a name's first word, behind it, or as the
    last."""
    if word not in _placed():
        return ()
    places = (("named", first), ("behind", behind), ("last", last))
    found = (_abbreviations(where).get(word) for where, stands in places if stands)
    return tuple(next(filter(None, found), "").split())


@cache
def trades() -> dict[str, str]:
    """Return the branch of each English word, written as one, that says what a firm deals in."""
    return _branches("firm_trades.tsv")


@cache
def subjects() -> dict[str, str]:
    """Return the subject of each English word, written as one, that says what an institution studies, or what
    a firm deals in."""
    return _branches("firm_subjects.tsv") | trades()


def _branches(table: str) -> dict[str, str]:
    return {word.strip(): branch for branch, words in read_table(table, 2) for word in words.split(",")}
