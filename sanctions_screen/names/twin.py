"""Hand the tables, words and numbers of this room over to a compiled twin of it.

Reach for :func:`names_data` and :func:`acronyms_within_data`. Each word and number lives once, in this room's
modules and data files: a twin has none of its own. The Cyrillic words of firms' tables are romanised and
heard here, so that it knows no Cyrillic. Guarantee: what is handed over is what this room itself works with.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final
from unicodedata import combining

from . import comparable, parts
from .firms import _acronyms, _by_sound, _english, _own_script, _parts
from .languages import twin as languages
from .people import _arabic_compounds, _burmese_address, _syllables
from .people import _words as words_of_people
from .sounds import known_names, spelling
from .tables import phrase_list, read_table
from .writing import dotted_titles, scanned_letters, words
from .writing.cleaning import clean
from .writing.folding import _fold_latin, fold
from .writing.scripts import LATIN, script_of

__all__ = ["acronyms_within_data", "names_data"]

_TABLES: Final = {
    "arabic_names.tsv": 3,
    "british_american.tsv": 2,
    "cardinals.tsv": 2,
    "dotted_titles.tsv": 3,
    "firm_abbreviations.tsv": 3,
    "firm_generic_words.tsv": 2,
    "firm_word_endings.tsv": 2,
    "firm_word_stems.tsv": 3,
    "hebrew_names.tsv": 3,
    "latin_sounds.tsv": 4,
    "legal_forms.tsv": 2,
    "ordinals.tsv": 2,
    "roman_numerals.tsv": 2,
    "slavic_names.tsv": 3,
    "somali_names.tsv": 3,
    "suffixes.tsv": 2,
    "vietnamese_surnames.tsv": 2,
}
"""Tables, and how many columns each has."""
_LISTS: Final = (
    "acronym_small_words.txt",
    "burmese_honorifics.txt",
    "honorifics.txt",
    "ordinal_endings.txt",
    "particles.txt",
    "usual_names.txt",
    "vessel_prefixes.txt",
)
"""Lists of words and phrases."""

_Rows = list[tuple[str, ...]]


def names_data() -> dict[str, Any]:
    """Return all that a twin reads names with."""
    return {
        "tables": _tables(),
        "words": {**_words(), **languages.words()},
        "numbers": {**_numbers(), **languages.numbers()},
        "letters": _letters(),
        "syllables": languages.syllables(),
    }


def _tables() -> dict[str, _Rows]:
    """Return the rows of each table; of a list, its phrases.

    Of the Cyrillic words one table has a stem's sounds and its English in a row, by the sound they begin
    with, the other a long stem with a sound left out and that stem.
    """
    initials = sorted(set(_by_sound._initials().values()))
    own, places = _own_script.WORDS, _own_script.PLACES
    return {
        **{name: list(read_table(name, columns)) for name, columns in _TABLES.items()},
        **{name: [(" ".join(phrase),) for phrase in sorted(phrase_list(name))] for name in _LISTS},
        "firms/stems_by_sound": _rows(
            (initial, _by_sound._romanised(initial, own, places)) for initial in initials
        ),
        "firms/stems_mistyped": _rows((initial, _by_sound._mistyped(initial)) for initial in initials),
    }


def _rows(by_initial: Iterable[tuple[str, dict[str, str]]]) -> _Rows:
    return sorted((initial, *pair) for initial, found in by_initial for pair in found.items())


def _words() -> dict[str, list[str]]:
    """Return the words and letters that the reference's modules name, by module and name."""
    sets: tuple[tuple[str, Iterable[str]], ...] = (
        ("arabic_compounds.ARTICLES", _arabic_compounds.ARTICLES),
        ("arabic_compounds._FAITHS", _arabic_compounds._FAITHS),
        ("arabic_compounds._FATHERS", _arabic_compounds._FATHERS),
        ("arabic_compounds._GODS", _arabic_compounds._GODS),
        ("arabic_compounds._WOMEN", _arabic_compounds._WOMEN),
        ("arabic_compounds._SERVANTS", _arabic_compounds._SERVANTS),
        ("burmese_address._NEVER_NAMES", _burmese_address._NEVER_NAMES),
        ("burmese_address._NEVER_SURNAMES", _burmese_address._NEVER_SURNAMES),
        ("by_sound._SOUND_CLASSES", _pairs(_by_sound._SOUND_CLASSES)),
        ("firm_parts.SMALL_WORDS", _parts.SMALL_WORDS),
        ("firm_parts._OF_SEVERAL", _parts._OF_SEVERAL),
        ("firm_parts._NUMBER", (_parts._NUMBER,)),
        ("firm_parts._NUMBERED", _parts._NUMBERED),
        ("firm_parts._SURE_FORMS", _parts._SURE_FORMS),
        ("known_names._A_MANS", known_names._A_MANS),
        ("known_names._A_WOMANS", known_names._A_WOMANS),
        ("known_names._OF_WOMEN", known_names._OF_WOMEN),
        ("known_names._U_FOR_O", _pairs(known_names._U_FOR_O)),
        ("scanned_letters._LETTERS", (digit + letter for digit, letter in scanned_letters._LETTERS.items())),
        ("scanned_letters._MISTAKEN", scanned_letters._MISTAKEN),
        ("scanned_letters._VOWELS", scanned_letters._VOWELS),
        ("spelling._VOWELS", spelling._VOWELS),
        ("syllables_of_people._FRENCH", _syllables._FRENCH),
        ("words_of_people.SURNAMES_TOO", words_of_people.SURNAMES_TOO),
        ("syllables_of_people._KOREAN_SYLLABLES", _syllables._KOREAN_SYLLABLES),
        ("syllables_of_people._NO_GIVEN_NAMES", _syllables._NO_GIVEN_NAMES),
        ("syllables_of_people._SURNAMES_OF_A_LETTER", _syllables._SURNAMES_OF_A_LETTER),
    )
    return {
        **{name: sorted(found) for name, found in sets},
        "acronyms._SHORT_FOR_COMPANY": [_acronyms._SHORT_FOR_COMPANY],
        "comparable.ACRONYM": [parts.ACRONYM],
        "comparable.CUT_OFF": [parts.CUT_OFF],
        "comparable.SURNAME_FIRST": [parts.SURNAME_FIRST],
        "comparable.VOWELS_GUESSED": [parts.VOWELS_GUESSED],
        "comparable._ONE_FOR_ONE": list(comparable._ONE_FOR_ONE),
        "comparable.REASONS": list(comparable.REASONS),
        "known_names._BETWEEN": [known_names._BETWEEN],
        "known_names._ENDINGS": list(known_names._ENDINGS),
    }


def _pairs(letters: dict[int, Any]) -> list[str]:
    """Return what ``str.translate`` takes for another, each with that other."""
    return sorted(chr(letter) + chr(letter).translate(letters) for letter in letters)


def _numbers() -> dict[str, float]:
    """Return the numbers that the reference's modules name, by module and name."""
    return {
        "acronyms.FEWEST_LETTERS": _acronyms.FEWEST_LETTERS,
        "acronyms.FEWEST_WITH_COMPANY": _acronyms.FEWEST_WITH_COMPANY,
        "acronyms._LONGEST_MARK": _acronyms._LONGEST_MARK,
        "firm_parts._LONGEST_NAME_OF_A_FORM": _parts._LONGEST_NAME_OF_A_FORM,
        "acronyms.MOST_LETTERS": _acronyms.MOST_LETTERS,
        "arabic_compounds._SHORTEST": _arabic_compounds._SHORTEST,
        "by_sound._LONGEST_ENDING": _by_sound._LONGEST_ENDING,
        "by_sound._SHORTEST_MISTYPED": _by_sound._SHORTEST_MISTYPED,
        "by_sound._SHORTEST_ROMANISED": _by_sound._SHORTEST_ROMANISED,
        "by_sound._LONGEST_ROMANISED": _by_sound._LONGEST_ROMANISED,
        "comparable.MAX_LENGTH": comparable.MAX_LENGTH,
        "comparable._BEFORE_A_BEGINNING": comparable._BEFORE_A_BEGINNING,
        "dotted_titles._FEWEST_WORDS": dotted_titles._FEWEST_WORDS,
        "firm_english._LONGEST_ENDING": _english._LONGEST_ENDING,
        "firm_english._SHORTEST_STEM": _english._SHORTEST_STEM,
        "known_names._SHORTEST": known_names._SHORTEST,
        "scanned_letters._FEWEST_LETTERS": scanned_letters._FEWEST_LETTERS,
        "scanned_letters._FEWEST_OF_MISTAKEN": scanned_letters._FEWEST_OF_MISTAKEN,
        "syllables_of_people._LEAST_USUAL": _syllables._LEAST_USUAL,
        "syllables_of_people._WITH_SPLIT_GIVEN_NAME": _syllables._WITH_SPLIT_GIVEN_NAME,
        "words._LONGEST_WORD": words._LONGEST_WORD,
        "words._MOST_WORDS": words._MOST_WORDS,
    }


# -- letters -----------------------------------------------------------------------------------------------

# Where characters that Latin names are written with are sought: letters, dashes, apostrophes, full width.
_SOUGHT: Final = (
    range(0x21, 0x7F), range(0xA0, 0x300), range(0x1D00, 0x1DC0), range(0x1E00, 0x1F00),
    range(0x2000, 0x2060), range(0x2C60, 0x2C80), range(0x3000, 0x3001), range(0xA720, 0xA800),
    range(0xFF01, 0xFF5F),
)  # fmt: skip


def _letters() -> list[tuple[str, str, str]]:
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
    folded = _fold_latin(letter)
    return latin and clean(letter) == letter and folded.isascii() and " " not in folded


def acronyms_within_data() -> dict[str, Any]:
    """Return what acronyms within firms' names are told by."""
    return {
        "small_words": _acronyms._small_words(),
        "never": sorted(_acronyms._NEVER_SHORTENED),
        "fewest": _acronyms.FEWEST_WITHIN,
        "names": _acronyms.FEWEST_LETTERS,
        "most": _acronyms.MOST_WITHIN,
        "longest": _acronyms.LONGEST_WITHIN,
    }
