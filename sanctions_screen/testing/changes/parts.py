"""Order and parts: turned round, with a comma, with a title, shortened, joined, split."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from random import Random

__all__ = [
    "WORD",
    "is_latin",
    "middle_left_out",
    "natural_parts",
    "part_split",
    "parts_joined",
    "reduced_to_initial",
    "title_added",
    "turned_round",
    "with_comma",
]

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
WORD = re.compile(r"\S+")


# What stays in front when names are turned round: a form of address is written before the whole name. More
# of them are known to the field; these are the ones that lists write before names.
_TITLES_IN_FRONT = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "general", "gen", "colonel", "col", "major", "maj", "captain", "capt",
    "lt", "brigadier", "admiral", "sir", "hafiz", "haji", "hajji", "sheikh", "shaykh", "sayyid", "sayed",
    "mullah", "mawlawi", "maulavi", "maulana", "ustad", "ustaz", "imam", "qari", "u", "daw", "thura",
))  # fmt: skip


_TITLES_BEHIND = frozenset(("sahib", "saheb", "bey", "pasha", "effendi", "jr", "sr", "esq", "phd"))


def _titles_and_parts(name: str) -> tuple[str, list[list[str]], str]:
    """Return the titles that a name without a comma begins with, its parts, and the titles it ends with."""
    parts = natural_parts(name)
    if "," in name:
        return "", parts, ""
    first, last = 0, len(parts)
    while first < last - 1 and _bare(parts[first]) in _TITLES_IN_FRONT:
        first += 1
    while last > first + 1 and _bare(parts[last - 1]) in _TITLES_BEHIND:
        last -= 1
    front = "".join(f"{' '.join(part)} " for part in parts[:first])
    return front, parts[first:last], "".join(f" {' '.join(part)}" for part in parts[last:])


def _bare(part: Sequence[str]) -> str:
    return part[0].lower().strip(".")


def natural_parts(name: str) -> list[list[str]]:
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
    titles, parts, behind = _titles_and_parts(name)
    if len(parts) < 2:
        return name
    turned = random.choice([[*parts[1:], parts[0]], [parts[-1], *parts[:-1]]])
    return f"{titles}{_joined(turned)}{behind}"


def with_comma(name: str, random: Random) -> str:
    """The family name first, with a comma."""
    titles, parts, behind = _titles_and_parts(name)
    if "," in name or len(parts) < 2:
        return name
    first, rest = random.choice([(parts[-1:], parts[:-1]), (parts[:1], parts[1:])])
    return f"{_joined(first)}, {titles}{_joined(rest)}{behind}"


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
    parts = natural_parts(name)
    if len(parts) < 3:
        return name
    left_out = random.randrange(1, len(parts) - 1)
    return _joined([part for place, part in enumerate(parts) if place != left_out])


def reduced_to_initial(name: str, random: Random) -> str:
    """A part reduced to its initial."""
    parts = natural_parts(name)
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
    words = [word for word in WORD.finditer(name) if len(word[0]) >= 6 and word[0].isalpha()]
    if not words:
        return name
    word = random.choice(words)
    at = random.randrange(word.start() + 3, word.end() - 2)
    return name[:at] + random.choice((" ", "-")) + name[at:]


def is_latin(letter: str) -> bool:
    """Return whether *letter* is a Latin letter."""
    return letter.isalpha() and "LATIN" in unicodedata.name(letter, "")


def _is_latin_word(word: str) -> bool:
    return len(word) > 2 and all(is_latin(letter) for letter in word)
