"""Put into English the usual words of a firm's name in Han characters, kana or Hangul.

Reach for this module before romanising a text in Han characters, kana or Hangul that may name an
organisation: lists and the institutions themselves translate *大学* and *연구소* and romanise what names the
one they mean (*札幌医科大学* is Sapporo Medical University). A text without a word that only organisations
have is left alone: places and surnames share their characters.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ..tables import read_table

__all__ = ["names_organisation", "translated"]

# English words that say a text names an organisation; "" stands for words left out, such as 社団法人.
_TELLING = frozenset((
    "university", "college", "school", "hospital", "center", "institute", "society", "association",
    "federation", "foundation", "committee", "group", "company", "ltd", "corporation", "llc", "holdings",
    "bank", "laboratory", "agency", "academy", "clinic", "trading", "organization", "securities",
    "insurance", "bureau", "factory", "museum", "cooperative", "union", "organization", "works", "library",
    "station", "sanatorium", "court", "incorporated", "limited", "ministry", "air",
))  # fmt: skip
_LONGEST_NAME = 7
_AFTER_A_NAME = frozenset("市省県区局部厅회청与及港")


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {
        word: english.strip("-")
        for words, english in read_table("firm_words_of_east_asia.tsv", 2)
        for word in words.split()
    }


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _words()))


def _cut(text: str) -> list[tuple[str, str | None]]:
    """Cut a text into words of the table with their English, and the runs between them (None)."""
    found: list[tuple[str, str | None]] = []
    at = 0
    run = ""
    while at < len(text):
        size = next((n for n in range(_longest(), 0, -1) if _fits(text[at : at + n], run, at)), 0)
        if size and run:
            found.append((run, None))
            run = ""
        if size:
            found.append((text[at : at + size], _words()[text[at : at + size]]))
        else:
            run += text[at]
        at += size or 1
    return [*found, (run, None)] if run else found


def _fits(word: str, run: str, at: int) -> bool:
    """Return whether a known word may stand here; a single character only behind a name or word."""
    return word in _words() and (
        len(word) > 1 or (word in _AFTER_A_NAME and at > 0 and (not run or len(run.strip()) > 1))
    )


@lru_cache(maxsize=4096)
def names_organisation(text: str) -> bool:
    """Return whether a text has a word that tells an organisation (大学, 公司, 연구소, 株式会社…), or is too
    long for a person's name and has several of its usual words (人力资源和社会保障局)."""
    english = [meaning for word, meaning in _cut(text) if meaning is not None and len(word) > 1]
    if len(text) > _LONGEST_NAME and len(english) > 1:
        return True
    return len(text) > 3 and any(
        not meaning or not _TELLING.isdisjoint(meaning.split()) for meaning in english
    )


def translated(text: str, romanise: Callable[[str], str]) -> str:
    """Return a text with its known words in English and its other runs as *romanise* spells them."""
    spelled = []
    for run, english in _cut(text):
        spelled.append(english if english is not None else romanise(run.strip()))
    return " ".join(" ".join(spelled).split())
