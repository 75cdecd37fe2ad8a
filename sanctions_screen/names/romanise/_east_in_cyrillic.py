"""Read Korean, Chinese, Burmese and Vietnamese names that Russian texts and others write in Cyrillic letters.

Reach for this module with the words of a name in Cyrillic that may be of one of these languages: Ким Чен Ын
is *Kim Jong Un*, Си Цзиньпин *Xi Jinping*, Мин Аун Хлайн *Min Aung Hlaing*, and no spelling of the letters
says so. Guarantees: a name is read only where every word is made of the language's syllables, and a Korean or
Chinese one only with its surname first; a name with a Russian or Ukrainian given name is never read; the same
words give the same spellings, the likeliest first.

Standards: ``kontsevich`` (Korean), ``palladius`` (Chinese), ``burmese-cyrillic`` and
``vietnamese-cyrillic``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import zip_longest
from typing import Final

from ..languages.chinese_syllables import shown, surnames
from ..tables import read_table, spellings
from ..tables import words as words_of
from . import Romanisation
from ._readings import combine
from ._vietnamese_abroad import vietnamese

__all__ = ["syllabic"]

_Spellings = Mapping[str, tuple[str, ...]]
"""A syllable in Cyrillic letters → its spellings in Latin ones, the likeliest first."""

# Most Russian words are told from these by shape, before any table is read.
_SHAPE: Final = re.compile(
    "(?:[бвгджзйклмнпрстфхцчш]{0,3}ь?[аеёиоуыэюя]+(?:й?нг|й?нт|й?н[ьъ]?|ль|[йклмпрт])?ъ?){1,2}"
)
_MOST_WORDS: Final = 4
_MOST_GIVEN: Final = 2
_MOST_CUTS: Final = 2
_MOST_OF_A_WORD: Final = 6
_UKRAINIAN: Final = re.compile("[іїєґ]")
_RUSSIAN_LETTERS: Final = str.maketrans("иіїєґ", "ыииег")
_HUSHED: Final = re.compile("(?<=[жчш])ы")
_STARTS_WITH_VOWEL: Final = re.compile("[аеёиоуыэюя]")


def syllabic(words: Sequence[str]) -> Iterator[Romanisation]:
    """Yield the readings of a name's *words* (small letters), the likeliest of each language first."""
    if not 2 <= len(words) <= _MOST_WORDS:
        return
    words = _in_russian_letters(words)
    if not all(map(_SHAPE.fullmatch, words)) or not _given_names().isdisjoint(words):
        return
    found = [(standard, read(words)) for standard, read in _SYSTEMS]
    for row in zip_longest(*(some for _, some in found)):
        for (standard, _), spelling in zip(found, row, strict=True):
            if spelling:
                yield Romanisation(spelling, standard)


def _in_russian_letters(words: Sequence[str]) -> list[str]:
    """Write Ukrainian words with Russian letters: Сі is Си there, and Ин is Ын."""
    if not any(map(_UKRAINIAN.search, words)):
        return [*words]
    return [_HUSHED.sub("и", word.translate(_RUSSIAN_LETTERS)) for word in words]


@cache
def _given_names() -> frozenset[str]:
    """Russians' given names: Инна and Роман are two syllables of Korean each."""
    return frozenset(
        " ".join(_in_russian_letters([name])) for name in map(str.lower, words_of("russian_given_names.txt"))
    )


@cache
def _korean() -> tuple[_Spellings, _Spellings]:
    """Return the spellings of surnames and of syllables of given names."""
    tables: dict[str, dict[str, tuple[str, ...]]] = {"surname": {}, "given": {}}
    for part, syllable, spelled in read_table("korean_in_cyrillic.tsv", 3):
        tables[part][syllable] = tuple(spelled.split())
    return tables["surname"], tables["given"]


@cache
def _chinese_surnames() -> frozenset[str]:
    return frozenset(
        (*(surname.pinyin for surname in surnames().values()), *words_of("chinese_surnames_further.txt"))
    )


def _as_korean(words: Sequence[str]) -> tuple[str, ...]:
    family, given = _korean()
    return _named(words, lambda word: family.get(word, ()), lambda word: _spelled(word, given, "-"))


def _as_chinese(words: Sequence[str]) -> tuple[str, ...]:
    table, family = spellings("chinese_in_cyrillic.tsv"), _chinese_surnames()
    found = _named(
        words,
        lambda word: tuple(spelling for spelling in _spelled(word, table, "") if spelling in family),
        lambda word: _spelled(word, table, ""),
    )
    return tuple(map(shown, found))


def _as_burmese(words: Sequence[str]) -> tuple[str, ...]:
    table = spellings("burmese_in_cyrillic.tsv")
    return combine([table[word] for word in words]) if all(word in table for word in words) else ()


_SYSTEMS: Final[tuple[tuple[str, Callable[[Sequence[str]], tuple[str, ...]]], ...]] = (
    ("kontsevich", _as_korean),
    ("palladius", _as_chinese),
    ("burmese-cyrillic", _as_burmese),
    ("vietnamese-cyrillic", partial(vietnamese, table="vietnamese_in_cyrillic.tsv")),
)


def _named(
    words: Sequence[str],
    family: Callable[[str], tuple[str, ...]],
    given: Callable[[str], tuple[str, ...]],
) -> tuple[str, ...]:
    """Read *words* as a surname and a given name of two syllables at most.

    Texts in Cyrillic keep that order; Инна Ким, the other way round, is how Russians of Korean descent are
    called.
    """
    surname, *rest = words
    if len(rest) > _MOST_GIVEN or (len(rest) == _MOST_GIVEN and not all(map(_is_one, rest))):
        return ()
    choices = [family(surname), *map(given, rest)]
    return combine(choices) if all(choices) else ()


def _is_one(word: str) -> bool:
    """Return whether a word of a given name in two words is one syllable."""
    return word in _korean()[1] or word in spellings("chinese_in_cyrillic.tsv")


def _spelled(word: str, table: _Spellings, joint: str) -> tuple[str, ...]:
    """Return the spellings of a word of one syllable or two, those of the likelier cut first."""
    found: dict[str, None] = {}
    for cut in sorted(_cuts(word, table), key=_unlikeliness)[:_MOST_CUTS]:
        spelled = combine([table[syllable] for syllable in cut], _MOST_OF_A_WORD)
        found.update(dict.fromkeys(spelling.replace(" ", joint) for spelling in spelled))
    return tuple(found)


def _cuts(word: str, table: _Spellings) -> list[tuple[str, ...]]:
    """Cut a word into one syllable or two; a hard sign stands between two and is part of neither."""
    if word in table:
        return [(word,)]
    # The older р for a final ль ends a word: Мар-ко is no Korean name.
    pairs = ((word[:at].removesuffix("ъ"), word[at:]) for at in range(1, len(word)) if word[at - 1] != "р")
    return [pair for pair in pairs if all(syllable in table for syllable in pair)]


def _unlikeliness(cut: tuple[str, ...]) -> tuple[bool, int]:
    """A consonant begins the next syllable rather than ends one: a hard sign would say otherwise."""
    return bool(_STARTS_WITH_VOWEL.match(cut[-1])), len(cut[0])
