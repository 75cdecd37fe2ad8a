"""Say what the compiled engine is given when it is made: the tables, words and numbers of the reference.

Reach for :func:`everything`. Each word and number lives once, in Python's modules and data files: the engine
has none of its own. Guarantee: what is handed over is what the reference itself works with.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final
from unicodedata import combining

from ..matching import similarity
from ..names import classify, comparable, dotted, scanned
from ..names.romanise import (
    arabic_latin,
    burmese_latin,
    chinese_latin,
    korean_latin,
    syllables,
    vietnamese_latin,
)
from ..names.romanise.syllables import SyllableTable
from ..names.romanise.tables import read_table as read_romanisers_table
from ..names.scripts import LATIN, script_of
from ..names.tables import read_table, word_list
from ..names.unicode_clean import clean, fold, fold_latin

__all__ = ["everything", "letters", "numbers", "syllable_tables", "tables", "words"]

_TABLES: Final = {
    "british_american.tsv": 2,
    "dotted_titles.tsv": 3,
    "firm_abbreviations.tsv": 3,
    "legal_forms.tsv": 2,
    "ordinals.tsv": 2,
    "organisation_stems.tsv": 3,
    "organisation_words.tsv": 2,
    "roman_numerals.tsv": 2,
    "suffixes.tsv": 2,
    "word_endings.tsv": 2,
}
"""Tables of names/data, and how many columns each has."""
_LISTS: Final = (
    "burmese_honorifics.txt",
    "honorifics.txt",
    "ordinal_endings.txt",
    "particles.txt",
    "small_words.txt",
    "vessel_prefixes.txt",
)
"""Lists of words and phrases in names/data."""
_ROMANISERS_TABLES: Final = {
    "arabic_names.tsv": 3,
    "hebrew_names.tsv": 3,
    "latin_sounds.tsv": 4,
    "slavic_names.tsv": 3,
    "vietnamese_surnames.tsv": 2,
}
"""Tables of names/data/romanise."""

Rows = list[tuple[str, ...]]


def tables() -> dict[str, Rows]:
    """Return the rows of each table, by its file below names/data; of a list of words, its phrases."""
    return {
        **{name: list(read_table(name, columns)) for name, columns in _TABLES.items()},
        **{name: [(" ".join(phrase),) for phrase in sorted(word_list(name))] for name in _LISTS},
        **{
            f"romanise/{name}": list(read_romanisers_table(name, columns))
            for name, columns in _ROMANISERS_TABLES.items()
        },
    }


def words() -> dict[str, list[str]]:
    """Return the words and letters that the reference's modules name, by module and name."""
    sets: tuple[tuple[str, Iterable[str]], ...] = (
        ("arabic_latin._ARTICLES", arabic_latin._ARTICLES),
        ("arabic_latin._FAITHS", arabic_latin._FAITHS),
        ("arabic_latin._FATHERS", arabic_latin._FATHERS),
        ("arabic_latin._GODS", arabic_latin._GODS),
        ("arabic_latin._SERVANTS", arabic_latin._SERVANTS),
        ("classify._FRENCH", classify._FRENCH),
        ("classify._KOREAN_SYLLABLES", classify._KOREAN_SYLLABLES),
        ("classify._NEVER_SURNAMES", classify._NEVER_SURNAMES),
        ("scanned._LETTERS", (digit + letter for digit, letter in scanned._LETTERS.items())),
        ("scanned._VOWELS", scanned._VOWELS),
        ("similarity._KOREAN_SURNAMES", similarity._KOREAN_SURNAMES),
        ("similarity._READ_AS", (" ".join((by, *read)) for by, read in similarity._READ_AS.items())),
    )
    return {
        **{name: sorted(found) for name, found in sets},
        "comparable.ACRONYM": [comparable.ACRONYM],
        "comparable._ONE_FOR_ONE": list(comparable._ONE_FOR_ONE),
        "comparable.REASONS": list(comparable.REASONS),
        "vietnamese_latin._SYLLABLE": [vietnamese_latin._SYLLABLE.pattern],
    }


def numbers() -> dict[str, float]:
    """Return the numbers that the reference's modules name, by module and name."""
    return {
        "arabic_latin._SHORTEST": arabic_latin._SHORTEST,
        "burmese_latin._OWN_SPELLING": burmese_latin._OWN_SPELLING,
        "burmese_latin._READS_WELL": burmese_latin._READS_WELL,
        "burmese_latin._READS_WELL_AS_TWO": burmese_latin._READS_WELL_AS_TWO,
        "classify._LEAST_USUAL": classify._LEAST_USUAL,
        "classify._WITH_SPLIT_GIVEN_NAME": classify._WITH_SPLIT_GIVEN_NAME,
        "comparable.MAX_LENGTH": comparable.MAX_LENGTH,
        "comparable._LONGEST_WORD": comparable._LONGEST_WORD,
        "comparable._MOST_WORDS": comparable._MOST_WORDS,
        "dotted._FEWEST_WORDS": dotted._FEWEST_WORDS,
        "scanned._FEWEST_LETTERS": scanned._FEWEST_LETTERS,
        "syllables._LONGEST_WORD": syllables._LONGEST_WORD,
        "syllables._MOST_READINGS": syllables._MOST_READINGS,
        "vietnamese_latin._FEWEST": vietnamese_latin._FEWEST,
        "vietnamese_latin._MOST": vietnamese_latin._MOST,
    }


_SYLLABLES: Final = {
    "burmese_latin.NAMES": burmese_latin.NAMES,
    "chinese_latin.GIVEN": chinese_latin.GIVEN,
    "chinese_latin.SURNAME": chinese_latin.SURNAME,
    "korean_latin.GIVEN": korean_latin.GIVEN,
    "korean_latin.SURNAME": korean_latin.SURNAME,
}


def syllable_tables() -> dict[str, dict[str, Any]]:
    """Return the tables of syllables, each weight as its place among those that occur.

    What Python makes of a weight stands beside it, so that the engine rounds nothing.
    """
    return {name: _syllables_of(table) for name, table in _SYLLABLES.items()}


def _syllables_of(table: SyllableTable) -> dict[str, Any]:
    weights = sorted({weight for spelled in table.table.values() for weight in spelled.values()})
    places = {weight: place for place, weight in enumerate(weights)}
    rounded = [syllables.rounded(weight) for weight in weights]
    return {
        "most": table.most,
        "weights": weights,
        "rounded": rounded,
        "likeness": [syllables.likeness(weight) for weight in rounded],
        "shares": [syllables.share(count) for count in range(table.most + 1)],
        "rows": [
            (spelling, syllable, places[weight])
            for spelling, spelled in table.table.items()
            for syllable, weight in spelled.items()
        ],
    }


# -- letters -----------------------------------------------------------------------------------------------

# Where characters that Latin names are written with are sought: letters, dashes, apostrophes, full width.
_SOUGHT: Final = (
    range(0x21, 0x7F), range(0xA0, 0x300), range(0x1D00, 0x1DC0), range(0x1E00, 0x1F00),
    range(0x2000, 0x2060), range(0x2C60, 0x2C80), range(0x3000, 0x3001), range(0xA720, 0xA800),
    range(0xFF01, 0xFF5F),
)  # fmt: skip


def letters() -> list[tuple[str, str, str]]:
    """Return each character that is cleaned and folded alone, with what it is cleaned and folded to.

    A text of such characters is cleaned and folded character by character. They are starters that
    decompose to starters of Latin letters with their own marks and compose with nothing before them, so
    normalising the text is normalising each; they are of one script, so no letter is taken for another's
    double; a mark's base is in its own character; and what one round of folding gives is ASCII, which nothing
    changes further.
    """
    found = map(chr, chain.from_iterable(_SOUGHT))
    return [
        (letter, " ", " ") if _is_blank(letter) else (letter, clean(letter), fold(letter))
        for letter in found
        if _is_blank(letter) or _is_alone(letter)
    ]


def _is_blank(letter: str) -> bool:
    """Return whether a character is cleaned to a blank: one that does not break a line, one of full width."""
    return letter.isspace() and clean(f"a{letter}a") == "a a"


def _is_alone(letter: str) -> bool:
    cleaned = clean(letter)
    return bool(cleaned) and not combining(letter) and all(map(_is_plain, cleaned))


def _is_plain(letter: str) -> bool:
    """Return whether cleaning changes a character no further and folding makes it ASCII at once."""
    if letter.isascii():
        return "!" <= letter <= "~" and clean(letter) == letter
    latin = letter.isalpha() and script_of(letter) == LATIN and not combining(letter)
    folded = fold_latin(letter)
    return latin and clean(letter) == letter and folded.isascii() and " " not in folded


def everything() -> dict[str, Any]:
    """Return all that ``_engine.Names`` is made of."""
    return {
        "tables": tables(),
        "words": words(),
        "numbers": numbers(),
        "letters": letters(),
        "syllables": syllable_tables(),
    }
