"""Put a firm's name in its own script into English where its words are ones that lists translate.

Reach for :func:`translated` with the words of a name in Arabic, Cyrillic, Greek or Hebrew letters: lists
write بنك as Bank and университет as University, and no spelling of the sounds finds that. Guarantees: a word
that is not known gives None, never a guess; forms of one letter, cases and the Arabic article make no
difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

from ..tables import read_table

__all__ = ["LEFT_OUT", "PLACES", "WORDS", "dictionary", "english", "translated", "words_in_own_script"]

_ARTICLES: Final = ("ال", "وال", "بال", "لل", "ل")
"""And what is written to it, or to the word: and, in, for."""
_SHORTEST_STEM: Final = 3
LEFT_OUT: Final = "-"
_FEMININE: Final = "يه"
"""How the feminine of an Arabic adjective ends, of which the table has the masculine."""
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_GREEK: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
# Letters that Persian, Arabic and Urdu keyboards write differently, and forms writers do not tell apart.
_UNIFIED: Final = str.maketrans("یىکةۀأإآؤئё", "ييكههاااويе")
WORDS: Final = "firm_words_in_own_script.tsv"
PLACES: Final = "firm_places_in_own_script.tsv"


def _key(word: str) -> str:
    plain = unicodedata.normalize("NFC", word).lower().translate(_UNIFIED)
    if _GREEK.match(plain):
        plain = unicodedata.normalize("NFD", plain).replace("\u0301", "").replace("\u0308", "")
    return (
        plain.replace("\u0301", "")
        .replace("\u200c", "")
        .replace("\u200d", "")
        .replace("'", "")
        .replace("’", "")
        .replace('"', "")
    )


@cache
def dictionary(*tables: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the words and the beginnings of words of *tables*, each with its English."""
    whole, beginnings = {}, {}
    for word, meaning, _language in (row for table in tables for row in read_table(table, 3)):
        if word.endswith("*"):
            beginnings[_key(word[:-1])] = meaning
        else:
            whole[_key(word)] = meaning
    return whole, beginnings


def words_in_own_script(*letters: str) -> list[str]:
    """Return the words known that begin with any of *letters*, ranges as in a regular expression."""
    beginning = re.compile(f"[{''.join(letters)}]")
    return [word for word in dictionary(WORDS)[0] if beginning.match(word)]


@cache
def _as_written() -> dict[str, str]:
    """Return the words of the Arabic script with the letters that :func:`_key` unifies.

    Arabic مؤسسة is a foundation, Persian مؤسسه an institute.
    """
    rows = (row for table in (WORDS, PLACES) for row in read_table(table, 3))
    return {word: meaning for word, meaning, _ in rows if _ARABIC.match(word)}


def _look_up(key: str) -> str | None:
    whole, beginnings = dictionary(WORDS, PLACES)
    if key in whole:
        return whole[key]
    if key.endswith(_FEMININE) and key[:-1] in whole:
        return whole[key[:-1]]
    lengths = range(len(key), _SHORTEST_STEM, -1)
    return next((beginnings[key[:n]] for n in lengths if key[:n] in beginnings), None)


def _without_article(word: str) -> tuple[str, ...]:
    """Return a word, and what is left of it without an article."""
    stems = (word.removeprefix(article) for article in _ARTICLES if word.startswith(article))
    return (word, *(stem for stem in stems if len(stem) >= _SHORTEST_STEM))


@lru_cache(maxsize=1 << 13)
def english(word: str) -> str | None:
    """Return the English of *word* (one word of a name in its own script), "" if English leaves it out."""
    key, found = _key(word), None
    if _ARABIC.match(word):
        plain = unicodedata.normalize("NFC", word)
        found = next((_as_written()[one] for one in _without_article(plain) if one in _as_written()), None)
    if found is None:
        meanings = map(_look_up, _without_article(key))
        found = next((meaning for meaning in meanings if meaning is not None), None)
    return "" if found == LEFT_OUT else found


def translated(words: Sequence[str], romanise: Callable[[str], str]) -> str:
    """Return *words* with the known ones in English, the rest as *romanise* has them; "" if none is known."""
    known = [english(word) for word in words]
    if not any(known):
        return ""
    spelled = (
        romanise(word) if meaning is None else meaning for word, meaning in zip(words, known, strict=True)
    )
    return " ".join(filter(None, spelled))
