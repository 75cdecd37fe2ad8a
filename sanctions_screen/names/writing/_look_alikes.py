"""Put letters of other scripts that only look like those of their word back into the word's script.

Reach for :func:`in_one_script` while a name is being cleaned: a Cyrillic a among Latin letters is a slip of
the keyboard, or put there to hide the name. Guarantee: a text in one script stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..tables import read_table
from .scripts import COMMON, LATIN, script_of

__all__ = ["in_one_script"]

_WORD: Final = re.compile(r"\S+")
_SCRIPTS_WITH_DOUBLES: Final = frozenset({LATIN, "Cyrillic", "Greek", "Armenian"})


@cache
def _doubles() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return letter → Latin look-alike, and script → Latin letter → look-alike in that script."""
    to_latin: dict[str, str] = {}
    from_latin: dict[str, dict[str, str]] = {}
    for letter, latin in read_table("lookalikes.tsv", 2):
        to_latin[letter] = latin
        from_latin.setdefault(script_of(letter), {}).setdefault(latin, letter)
    return to_latin, from_latin


@cache
def _rough_doubles() -> dict[str, str]:
    """Return letters and the Latin ones that they only look like beside more of these: Vаsуlкivsкуi."""
    return _doubles()[0] | {row[0]: row[1] for row in read_table("lookalikes_rough.tsv", 2)}


def _mostly_latin(word: str, inside: dict[str, int]) -> str | None:
    """Return a word most of whose letters are Latin with the others as what they look like; None where one
    looks like none."""
    rough = _rough_doubles()
    if 2 * inside.get(LATIN, 0) <= sum(inside.values()):
        return None
    turned = [c if script_of(c) in (COMMON, LATIN) else rough.get(c) for c in word]
    return "".join(filter(None, turned)) if None not in turned else None


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


def _could_be(word: str, wanted: str) -> bool:
    """Return whether each Latin letter of *word* has a double in the script *wanted*."""
    target = _doubles()[1].get(wanted, {})
    return all(script_of(c) in (COMMON, wanted) or c in target for c in word)


def _is_latin(word: str, inside: dict[str, int]) -> bool:
    """Return whether a word is Latin, or most of its letters are."""
    return set(inside) == {LATIN} or (LATIN in inside and _mostly_latin(word, inside) is not None)


def _letters_without_double(text: str) -> dict[str, int]:
    """Return how many letters of each other script look like none in Latin."""
    to_latin, _ = _doubles()
    return {
        script: number
        for script, number in _letters_by_script("".join(c for c in text if c not in to_latin)).items()
        if script != LATIN
    }


def in_one_script(text: str) -> str:
    """Replace look-alike letters, word by word.

    A word of several scripts becomes a Latin word where each letter has a Latin double, else a word of the
    script that its Latin letters all have doubles in (KУЛEШOB) or that most are of (Мiнск). A word wholly of
    doubles becomes Latin only when the name has another word in Latin (КIM Sok), and with one Latin letter
    only where no other word can be of its own script alone (Володимир КОНСТАНТIНОВ).
    """
    if text.isascii():
        return text
    scripts = _letters_by_script(text)
    if not (
        len(scripts) > 1 and any(script != LATIN and script in _SCRIPTS_WITH_DOUBLES for script in scripts)
    ):
        return text

    words = [(word, _letters_by_script(word)) for word in text.split()]
    has_latin = any(_is_latin(word, inside) for word, inside in words)
    sure = {} if has_latin else _letters_without_double(text)

    def repair(found: re.Match[str]) -> str:
        word = found[0]
        inside = _letters_by_script(word)
        if set(inside) == {LATIN} or not inside:
            return word
        if len(inside) == 1:
            latin = (has_latin or not sure) and LATIN in scripts
            return _word_in_one_script(word, LATIN) if latin and _could_be_latin(word) else word
        if (plain := _mostly_latin(word, inside)) is not None:
            return plain
        # The script of most letters is the one meant; sorted, so that ties are settled alike.
        fits = [one for one in inside if one != LATIN and _could_be(word, one)]
        wanted = max(sorted(fits or inside), key=inside.__getitem__)
        meant = sure.get(wanted, 0) and inside.get(LATIN, 0) == 1
        return _word_in_one_script(word, LATIN if _could_be_latin(word) and not meant else wanted)

    return _WORD.sub(repair, text)
