"""Put a firm's or institution's name into English where its words are ones that lists translate.

Reach for this module with the words of a name in its own script: lists write بنك as Bank and университет as
University, and no spelling of the sounds finds that. Guarantees: a word that is not known gives None, never a
guess; forms of one letter, cases and the Arabic article make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

from sanctions_screen.names.romanise import Romanisation
from sanctions_screen.names.romanise.latin_sounds import sounds
from sanctions_screen.names.romanise.letter_rules import spell
from sanctions_screen.names.romanise.tables import read_table

__all__ = ["english", "english_from_latin", "translation"]

_ARTICLES: Final = ("ال", "وال", "بال", "لل")
_SHORTEST_STEM: Final = 3
_LEFT_OUT: Final = "-"
_SHORTEST_ROMANISED: Final = 6
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
# Letters that Persian, Arabic and Urdu keyboards write differently, and forms writers do not tell apart.
_UNIFIED: Final = str.maketrans("یىکةۀأإآؤئё", "ييكههاااويе")


def _key(word: str) -> str:
    plain = unicodedata.normalize("NFC", word).lower().translate(_UNIFIED)
    return plain.replace("\u200c", "").replace("'", "").replace("’", "").replace('"', "")


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    whole, beginnings = {}, {}
    for word, meaning, _language in read_table("organisation_words.tsv", 3):
        if word.endswith("*"):
            beginnings[_key(word[:-1])] = meaning
        else:
            whole[_key(word)] = meaning
    return whole, beginnings


def _look_up(key: str) -> str | None:
    whole, beginnings = _words()
    if key in whole:
        return whole[key]
    lengths = range(len(key), _SHORTEST_STEM, -1)
    return next((beginnings[key[:n]] for n in lengths if key[:n] in beginnings), None)


@lru_cache(maxsize=1 << 13)
def english(word: str) -> str | None:
    """Return the English of *word* (one word of a name in its own script), "" if English leaves it out."""
    key = _key(word)
    found = _look_up(key)
    for article in _ARTICLES:
        if found is None and key.startswith(article) and len(key) >= len(article) + _SHORTEST_STEM:
            found = _look_up(key.removeprefix(article))
    return "" if found == _LEFT_OUT else found


@cache
def _romanised() -> tuple[dict[str, str], dict[str, str]]:
    """The Cyrillic words by the sounds of their usual romanisation; short ones would meet by chance."""
    found: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for table, words in zip(found, _words(), strict=True):
        for key, meaning in words.items():
            sound = sounds(spell(key, "cyrillic.tsv", "ru", "usual"))
            if _CYRILLIC.match(key) and len(sound) >= _SHORTEST_ROMANISED:
                table[sound] = meaning
    return found


@lru_cache(maxsize=1 << 13)
def english_from_latin(word: str) -> str | None:
    """Return the English of a Russian *word* in small Latin letters: aktsionernoe is ``joint stock``."""
    whole, beginnings = _romanised()
    heard = sounds(word)
    if heard in whole:
        return whole[heard]
    lengths = range(len(heard), _SHORTEST_ROMANISED - 1, -1)
    return next((beginnings[heard[:n]] for n in lengths if heard[:n] in beginnings), None)


def translation(words: Sequence[str], romanise: Callable[[str], str]) -> tuple[Romanisation, ...]:
    """Return *words* with the known ones in English, the rest as *romanise* gives them; () if none is."""
    known = [english(word) for word in words]
    if not any(known):
        return ()
    spelled = (
        romanise(word) if meaning is None else meaning for word, meaning in zip(words, known, strict=True)
    )
    return (Romanisation(" ".join(filter(None, spelled)), "translated"),)
