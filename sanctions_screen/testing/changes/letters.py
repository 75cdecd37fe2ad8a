"""Letters: case, accents, what shows nothing, look-alikes, full width."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from random import Random

from .parts import WORD, is_latin

__all__ = [
    "accents_added",
    "accents_lost",
    "full_width",
    "in_another_case",
    "with_invisible",
    "with_lookalikes",
]


def _places(name: str, wanted: Callable[[str], bool]) -> list[int]:
    return [place for place, letter in enumerate(name) if wanted(letter)]


def in_another_case(name: str, random: Random) -> str:
    """Letters change case."""
    changed = random.choice([str.upper, str.lower, str.title, str.swapcase])(name)
    # Turkish and a few other letters do not come back from a change of case: that would be a loss.
    return changed if changed.casefold() == name.casefold() else name


def _strip_latin_marks(name: str) -> str:
    kept: list[str] = []
    for letter in name:
        decomposed = unicodedata.normalize("NFD", letter)
        kept.append(decomposed[0] if len(decomposed) > 1 and is_latin(decomposed[0]) else letter)
    return "".join(kept)


def accents_lost(name: str, random: Random) -> str:  # noqa: ARG001 -- all perturbations have one shape
    """Latin letters lose their accents."""
    return _strip_latin_marks(unicodedata.normalize("NFC", name))


_MARKS = ("\u0301", "\u0300", "\u0302", "\u0304")  # acute, grave, circumflex, macron: none respells a letter


def accents_added(name: str, random: Random) -> str:
    """A vowel gains an accent."""
    places = _places(name, lambda letter: letter in "aeiouAEIOU")
    if not places:
        return name
    place = random.choice(places)
    letter = name[place] + random.choice(_MARKS)
    if random.random() < 0.5:
        letter = unicodedata.normalize("NFC", letter)
    return name[:place] + letter + name[place + 1 :]


_INVISIBLE = (
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u200e",
    "\u200f",
    "\u034f",
    "\ufe0f",
)


def with_invisible(name: str, random: Random) -> str:
    """Characters that show nothing are put in."""
    if not name:
        return name
    for _ in range(random.randrange(1, 4)):
        place = random.randrange(1, len(name) + 1)
        name = name[:place] + random.choice(_INVISIBLE) + name[place:]
    return name


@cache
def _lookalikes() -> dict[str, tuple[str, ...]]:
    """Return each letter's look-alikes, from Latin to other scripts and back."""
    table: dict[str, tuple[str, ...]] = {}
    for line in files(__package__).joinpath("lookalikes.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            latin, other, _ = line.split("\t")
            table[latin] = (*table.get(latin, ()), other)
            table[other] = (latin,)
    return table


def with_lookalikes(name: str, random: Random) -> str:
    """Swap letters of one word, leaving most of it, and a letter that only its own script has, as it was."""
    table = _lookalikes()
    words = []
    for word in WORD.finditer(name):
        places = [place for place in range(word.start(), word.end()) if name[place] in table]
        letters = [letter for letter in word[0] if letter.isalpha()]
        if places and len(places) < len(letters) and len(letters) > 2:
            words.append((places, (len(letters) - 1) // 2))
    if not words:
        return name
    places, at_most = random.choice(words)
    changed = list(name)
    for place in random.sample(places, min(len(places), random.randrange(1, at_most + 1))):
        changed[place] = random.choice(table[changed[place]])
    return "".join(changed)


def full_width(name: str, random: Random) -> str:  # noqa: ARG001 -- all perturbations have one shape
    """ASCII letters become full-width ones."""
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in name)
