"""The functions behind the perturbations: a name and a source of randomness in, the changed name out.

Reach for :mod:`.perturbations` to use them. All have one shape; each returns the name as it is when there
is nothing it can change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from random import Random

__all__ = [
    "accents_added",
    "accents_lost",
    "apostrophes_lost",
    "doubled",
    "dropped",
    "full_width",
    "hyphen_for_space",
    "in_another_case",
    "legal_form_otherwise",
    "middle_left_out",
    "part_split",
    "parts_joined",
    "punctuated_otherwise",
    "reduced_to_initial",
    "slipped",
    "spaced_otherwise",
    "swapped",
    "title_added",
    "turned_round",
    "with_comma",
    "with_invisible",
    "with_lookalikes",
]

# -- parts of a name ---------------------------------------------------------------------------------------

# What stays with the part after it when names are turned round: "al Zawahiri" moves as one.
_PARTICLES = frozenset((
    "abd", "abdul", "abu", "al", "bin", "bint", "da", "dar", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "ibn", "la", "las", "le", "los", "mac", "ould", "st", "ter", "um", "umm", "van", "vom",
    "von", "عبد", "أبو", "ابو", "أبي", "ابي", "أم", "ام", "بن", "ابن", "بنت", "آل", "ال",
))  # fmt: skip
# What stays with the part before it: "Saif al-Din" is one given name, "the sword of the faith".
_COMPLEMENTS = frozenset((
    "al-din", "aldin", "ad-din", "eddin", "eddine", "el-din", "ud-din", "uddin", "allah", "ullah",
    "الدين", "الله",
))  # fmt: skip
_WORD = re.compile(r"\S+")


# What stays in front when names are turned round: a form of address is written before the whole name. More
# of them are known to the field; these are the ones that lists write before names.
_TITLES_IN_FRONT = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "general", "gen", "colonel", "col", "major", "maj", "captain", "capt",
    "lt", "brigadier", "admiral", "sir", "hafiz", "haji", "hajji", "sheikh", "shaykh", "sayyid", "sayed",
    "mullah", "mawlawi", "maulavi", "maulana", "ustad", "ustaz", "imam", "qari", "u", "daw", "thura",
))  # fmt: skip


def _titles_and_parts(name: str) -> tuple[str, list[list[str]]]:
    """Return the titles that a name without a comma begins with, each with a space behind, and its parts."""
    parts = _natural_parts(name)
    count = 0
    while (
        "," not in name and count < len(parts) - 2 and parts[count][0].lower().strip(".") in _TITLES_IN_FRONT
    ):
        count += 1
    return "".join(f"{' '.join(part)} " for part in parts[:count]), parts[count:]


def _natural_parts(name: str) -> list[list[str]]:
    """Return the name's words in spoken order, what belongs together grouped; [] with two commas."""
    before, comma, after = name.partition(",")
    if "," in after:
        return []
    words = [*after.split(), *before.split()] if comma else name.split()
    parts: list[list[str]] = []
    open_particle = False
    for word in words:
        bare = word.lower().strip("-'.")
        if parts and (open_particle or bare in _COMPLEMENTS):
            parts[-1].append(word)
        else:
            parts.append([word])
        open_particle = bare in _PARTICLES
    return parts


def _joined(parts: Sequence[Sequence[str]]) -> str:
    return " ".join(word for part in parts for word in part)


def turned_round(name: str, random: Random) -> str:
    """The family name moves to the other end."""
    before, comma, after = name.partition(",")
    if comma and after.strip() and "," not in after:
        return random.choice([f"{before.strip()} {after.strip()}", f"{after.strip()} {before.strip()}"])
    titles, parts = _titles_and_parts(name)
    if len(parts) < 2:
        return name
    return titles + _joined(random.choice([[*parts[1:], parts[0]], [parts[-1], *parts[:-1]]]))


def with_comma(name: str, random: Random) -> str:
    """The family name first, with a comma."""
    titles, parts = _titles_and_parts(name)
    if "," in name or len(parts) < 2:
        return name
    first, rest = random.choice([(parts[-1:], parts[:-1]), (parts[:1], parts[1:])])
    return f"{_joined(first)}, {titles}{_joined(rest)}"


_TITLES = (
    "Mr",
    "Mr.",
    "Mrs",
    "Ms",
    "Dr",
    "Dr.",
    "Prof.",
    "General",
    "Gen.",
    "Colonel",
    "Lt. Gen.",
    "Sir",
    "H.E.",
)


def title_added(name: str, random: Random) -> str:
    """A form of address or a rank before it."""
    title = random.choice(_TITLES)
    before, comma, after = name.partition(",")
    if comma and "," not in after:
        return f"{before}, {title} {after.strip()}"
    return f"{title} {name}"


def middle_left_out(name: str, random: Random) -> str:
    """A middle part left out."""
    parts = _natural_parts(name)
    if len(parts) < 3:
        return name
    left_out = random.randrange(1, len(parts) - 1)
    return _joined([part for place, part in enumerate(parts) if place != left_out])


def reduced_to_initial(name: str, random: Random) -> str:
    """A part reduced to its initial."""
    parts = _natural_parts(name)
    places = [place for place, part in enumerate(parts[:-1]) if len(part) == 1 and _is_latin_word(part[0])]
    if not places:
        return name
    place = random.choice(places)
    initial = parts[place][0][0] + random.choice(("", "."))
    return _joined([*parts[:place], [initial], *parts[place + 1 :]])


def parts_joined(name: str, random: Random) -> str:
    """Two parts written as one."""
    spaces = list(re.finditer(r"(?<=\w)[ -](?=\w)", name))
    if not spaces:
        return name
    space = random.choice(spaces)
    return name[: space.start()] + name[space.end() :]


def part_split(name: str, random: Random) -> str:
    """A part written as two."""
    words = [word for word in _WORD.finditer(name) if len(word[0]) >= 6 and word[0].isalpha()]
    if not words:
        return name
    word = random.choice(words)
    at = random.randrange(word.start() + 3, word.end() - 2)
    return name[:at] + random.choice((" ", "-")) + name[at:]


# -- letters -----------------------------------------------------------------------------------------------


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and "LATIN" in unicodedata.name(letter, "")


def _is_latin_word(word: str) -> bool:
    return len(word) > 2 and all(_is_latin(letter) for letter in word)


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
        kept.append(decomposed[0] if len(decomposed) > 1 and _is_latin(decomposed[0]) else letter)
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
    for word in _WORD.finditer(name):
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


# -- punctuation -------------------------------------------------------------------------------------------

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u00b4`\u2032"


def _respelled(name: str, signs: str, random: Random) -> str:
    return "".join(random.choice(signs) if letter in signs else letter for letter in name)


def punctuated_otherwise(name: str, random: Random) -> str:
    """Other dashes and apostrophes."""
    return _respelled(_respelled(name, _DASHES, random), _APOSTROPHES, random)


def spaced_otherwise(name: str, random: Random) -> str:
    """Other spaces between the parts, and a space or a full stop behind."""
    spacing = random.choice((" ", "  ", "\u00a0", "\u2009", "\t"))
    return spacing.join(name.split(" ")) + random.choice(("", " ", "."))


def hyphen_for_space(name: str, random: Random) -> str:
    """A space becomes a hyphen or a hyphen a space."""
    gaps = list(re.finditer(r"(?<=\w)[ -](?=\w)", name))
    if not gaps:
        return name
    gap = random.choice(gaps)
    return name[: gap.start()] + (" " if gap[0] == "-" else "-") + name[gap.end() :]


def apostrophes_lost(name: str, random: Random) -> str:  # noqa: ARG001 -- all perturbations have one shape
    """Apostrophes left out."""
    return "".join(letter for letter in name if letter not in _APOSTROPHES)


_LEGAL_FORMS = (
    ("Ltd", "Ltd.", "Limited"), ("Co", "Co.", "Company"), ("Corp", "Corp.", "Corporation"),
    ("Inc", "Inc.", "Incorporated"), ("LLC", "L.L.C."), ("GmbH", "G.m.b.H."), ("SA", "S.A."),
    ("PLC", "P.L.C."),
)  # fmt: skip


def legal_form_otherwise(name: str, random: Random) -> str:
    """Ltd for Limited and the like."""
    by_form = {form.lower(): forms for forms in _LEGAL_FORMS for form in forms}
    words = [word for word in re.finditer(r"[\w.]+", name) if word[0].lower() in by_form]
    if not words:
        return name
    word = random.choice(words)
    others = [form for form in by_form[word[0].lower()] if form.lower() != word[0].lower()]
    return name[: word.start()] + random.choice(others) + name[word.end() :]


# -- typing ------------------------------------------------------------------------------------------------

_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


@cache
def _neighbour_keys() -> dict[str, str]:
    """Return, for each key of a QWERTY keyboard, the keys beside, above and below it."""
    at = {key: (row, column) for row, keys in enumerate(_KEY_ROWS) for column, key in enumerate(keys)}
    return {
        key: "".join(
            other for other, (r, c) in at.items() if other != key and abs(r - row) + abs(c - column) == 1
        )
        for key, (row, column) in at.items()
    }


def _typed(name: str, random: Random, at: Callable[[str, int, Random], str]) -> str:
    places = [
        place for word in _WORD.finditer(name) if len(word[0]) >= 4
        for place in range(word.start(), word.end() - 1) if name[place : place + 2].isalpha()
    ]  # fmt: skip
    return at(name, random.choice(places), random) if places else name


def swapped(name: str, random: Random) -> str:
    """Two neighbouring letters swapped."""
    return _typed(name, random, lambda n, p, _: n[:p] + n[p + 1] + n[p] + n[p + 2 :])


def dropped(name: str, random: Random) -> str:
    """A letter left out."""
    return _typed(name, random, lambda n, p, _: n[:p] + n[p + 1 :])


def doubled(name: str, random: Random) -> str:
    """A letter typed twice."""
    return _typed(name, random, lambda n, p, _: n[: p + 1] + n[p:])


def slipped(name: str, random: Random) -> str:
    """The key beside the right one."""

    def slip(text: str, place: int, source: Random) -> str:
        keys = _neighbour_keys().get(text[place].lower())
        if not keys:
            return text
        key = source.choice(keys)
        return text[:place] + (key.upper() if text[place].isupper() else key) + text[place + 1 :]

    return _typed(name, random, slip)
