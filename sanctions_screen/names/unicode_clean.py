"""Undo what Unicode allows to be written in many ways, and what is used to hide a name.

Reach for :func:`clean` before anything looks at a name, and :func:`fold` for a form without case and accents.
Guarantees: doing either twice changes nothing; invisible characters, direction marks and letters that only
look like those of the word they stand in make no difference; no letter of any script is lost.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from .scripts import COMMON, LATIN, script_of
from .tables import read_table

__all__ = ["clean", "fold", "fold_latin"]

_DASHES: Final = "‐‑‒–—―−﹘﹣－⁃᠆־゠⸺⸻"
_APOSTROPHES: Final = "‘’‚‛ʹʻʼʽʾʿˈˊˋ′‵`´＇ꞌ׳՚"
_QUOTES: Final = "“”„‟«»‹›״″〝〞"
_TABLE: Final = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        "\u03f2": "c",
        "\u03f9": "C",
    }
)
# Fillers that Unicode calls letters though nothing shows (Hangul fillers), and the like.
_UNSEEN_LETTERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f")
_ESCAPES: Final = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
"""What tells a terminal to change colour (ECMA-48, 5.4): its letters are no part of a name."""
_WORD: Final = re.compile(r"\S+")
_SCRIPTS_WITH_DOUBLES: Final = frozenset({LATIN, "Cyrillic", "Greek", "Armenian"})


def _is_unseen(character: str) -> bool:
    return (
        unicodedata.category(character) in ("Cf", "Cn", "Co", "Cs", "Me")
        or "\u0483" <= character <= "\u0487"
        or character in _UNSEEN_LETTERS
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _plain(text: str) -> str:
    """One step of cleaning: compatibility forms, what cannot be seen, dashes and apostrophes."""
    # Before NFKC, which makes a blank of a spacing accent and a sigma of the letter that looks like a c.
    text = _ESCAPES.sub("", text).translate(_TABLE)
    if text.isascii() and text.isprintable():  # most names: there is nothing to undo
        return " ".join(text.split())
    text = unicodedata.normalize("NFKC", text)
    kept = []
    for character in text:
        if unicodedata.category(character) == "Cc":
            kept.append(" ")
        elif not _is_unseen(character):
            kept.append(character)
    return " ".join("".join(kept).translate(_TABLE).split())


@cache
def _doubles() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return letter → Latin look-alike, and script → Latin letter → look-alike in that script."""
    to_latin: dict[str, str] = {}
    from_latin: dict[str, dict[str, str]] = {}
    for letter, latin in read_table("lookalikes.tsv", 2):
        to_latin[letter] = latin
        from_latin.setdefault(script_of(letter), {}).setdefault(latin, letter)
    return to_latin, from_latin


def _word_in_one_script(word: str, wanted: str) -> str:
    """Return *word* with letters of another script replaced by their look-alikes of the script *wanted*."""
    to_latin, from_latin = _doubles()
    target = from_latin.get(wanted, {})
    turned = []
    for character in word:
        script = script_of(character)
        if script in (COMMON, wanted):
            turned.append(character)
            continue
        latin = character if script == LATIN else to_latin.get(character, character)
        turned.append(latin if wanted == LATIN else target.get(latin, character))
    return "".join(turned)


def _letters_by_script(word: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for character in word:
        script = script_of(character)
        if script != COMMON:
            counts[script] = counts.get(script, 0) + 1
    return counts


def _could_be_latin(word: str) -> bool:
    to_latin, _ = _doubles()
    return all(script_of(c) in (COMMON, LATIN) or c in to_latin for c in word)


def _without_doubles(text: str) -> str:
    """Replace look-alike letters, word by word.

    A word of several scripts becomes a Latin word where each letter has a Latin double, else a word of the
    script most of its letters are of (Мiнск). A word wholly of doubles becomes Latin only when the
    name has another word in Latin (КIM Sok).
    """
    if text.isascii():
        return text
    scripts = _letters_by_script(text)
    if not (
        len(scripts) > 1 and any(script != LATIN and script in _SCRIPTS_WITH_DOUBLES for script in scripts)
    ):
        return text

    def repair(found: re.Match[str]) -> str:
        word = found[0]
        inside = _letters_by_script(word)
        if set(inside) == {LATIN} or not inside:
            return word
        if len(inside) == 1:
            return _word_in_one_script(word, LATIN) if LATIN in scripts and _could_be_latin(word) else word
        # The script of most letters is the one meant; sorted, so that ties are settled alike.
        wanted = max(sorted(inside), key=inside.__getitem__)
        return _word_in_one_script(word, LATIN if _could_be_latin(word) else wanted)

    return _WORD.sub(repair, text)


@lru_cache(maxsize=1 << 14)
def clean(text: str) -> str:
    """Return *text* in NFKC without what cannot be seen, dashes and apostrophes as ``-`` and ``'``."""
    before = None
    while before != text:  # NFKC may make new compatibility forms once unseen characters are gone
        before, text = text, _without_doubles(_plain(text))
    return text


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): plain for letter, plain in read_table("latin_letters_undecomposed.tsv", 2)}


def _is_latin_mark(marks: str, base: str) -> bool:
    return unicodedata.combining(marks) != 0 and script_of(base) in (LATIN, "Greek", COMMON)


def fold_latin(text: str) -> str:
    """Return cleaned text in small letters, Latin and Greek letters without accents; other scripts stay."""
    text = unicodedata.normalize("NFKD", text.casefold()).translate(_letters())
    kept: list[str] = []
    base = " "
    for character in text:
        if unicodedata.combining(character):
            if _is_latin_mark(character, base):
                continue
        else:
            base = character
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return *text* cleaned, in small letters and without accents: two spellings alike but for these meet."""
    before = None
    text = clean(text)
    while before != text:  # a letter whose fold folds further: settled after two or three rounds
        before, text = text, clean(fold_latin(text))
    return text
