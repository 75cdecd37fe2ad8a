"""Read what accuracy is measured on, and split it by name into a half to tune on and a half to report.

Two pairs that share a name, or that a chain of true or look-alike pairs joins, are in the same half, so that
no name of the half held out was ever seen in tuning. Random pairs join nothing, they only put two names
side by side: one whose names fall in different halves counts as held out, and is never tuned on. The half
is told by a hash of the group's first name, folded and sorted: the same on every machine.
"""

from __future__ import annotations

import csv
import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from sanctions_screen.model import PartyKind
from sanctions_screen.names import fold

__all__ = [
    "Background",
    "Half",
    "Pair",
    "SplitByName",
    "listed_people",
    "read_background",
    "read_pairs",
    "sampled",
]

Half = Literal["tune", "held-out"]
LISTED = Path(__file__).with_name("listed_people.tsv")

_KINDS: dict[str, PartyKind] = {
    "person": "person",
    "org": "organisation",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
# The first word of a character's Unicode name tells its script, but for these.
_SCRIPTS = {
    "CJK": "Han",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "MYANMAR": "Burmese",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are one party's, and which half they are in."""

    group: str
    column: str
    """The file's own word on scripts and origin, ``ko-Hang>Latn``."""
    script: str
    """The script that is not Latin; ``Latin`` when both names are."""
    kind: PartyKind
    first: str
    second: str
    true: bool
    band: str
    half: Half

    @property
    def sort(self) -> Literal["match", "far", "random", "hard"]:
        """What the pair is counted as; a ``far`` match is never in a headline."""
        if self.true:
            return "far" if self.band == "far" else "match"
        return "random" if self.band == "random" else "hard"


@dataclass(frozen=True, slots=True)
class Background:
    """A name of a person on no list."""

    text: str
    culture: str


@lru_cache(maxsize=1 << 18)
def name_key(text: str) -> str:
    """Return a name folded, its words sorted: what makes two spellings one name when halves are dealt."""
    return " ".join(sorted(fold(text).replace(",", " ").replace("-", " ").split()))


def rank(text: str) -> bytes:
    """Return a place in an order that has nothing to do with the name."""
    return hashlib.sha256(text.encode()).digest()


def half_of(key: str) -> Half:
    """Return the half of a group of names by its key."""
    return "tune" if rank(key)[0] % 2 == 0 else "held-out"


class SplitByName:
    """Which half a name is in, with all the names that true and look-alike pairs join to it."""

    def __init__(self, joined: Iterable[tuple[str, str]]) -> None:
        self._parents: dict[str, str] = {}
        for first, second in joined:
            a, b = self._root(name_key(first)), self._root(name_key(second))
            self._parents |= {max(a, b): min(a, b), min(a, b): min(a, b)}

    def __call__(self, text: str) -> Half:
        """Return the half of a name; a name in no pair goes by itself."""
        return half_of(self._root(name_key(text)))

    def knows(self, text: str) -> bool:
        """Tell whether the name stands in a pair."""
        return name_key(text) in self._parents

    def _root(self, key: str) -> str:
        while (parent := self._parents.get(key, key)) != key:
            self._parents[key] = self._parents[parent]
            key = parent
        return key


def script_of(*texts: str) -> str:
    """Return the script most letters that are not Latin belong to; ``Latin`` when there are none."""
    names = (unicodedata.name(c, "?").split()[0] for text in texts for c in text if c.isalpha())
    counted = Counter(name for name in names if name not in ("LATIN", "MODIFIER", "FEMININE", "MASCULINE"))
    if not counted:
        return "Latin"
    word = min(counted, key=lambda name: (-counted[name], name))
    return _SCRIPTS.get(word, word.capitalize())


def read_pairs(folder: Path) -> tuple[list[Pair], SplitByName]:
    """Read ``pairs.csv`` and deal its pairs into halves."""
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    split = SplitByName((row["name_a"], row["name_b"]) for row in rows if row["band"] != "random")
    return [_pair(row, split) for row in rows], split


def _pair(row: dict[str, str], split: SplitByName) -> Pair:
    first, second = row["name_a"], row["name_b"]
    halves = {split(first), split(second)}
    return Pair(
        row["group"],
        row["script"],
        script_of(first, second),
        _KINDS[row["kind"]],
        first,
        second,
        row["label"] == "match",
        row["band"],
        "tune" if halves == {"tune"} else "held-out",
    )


def read_background(folder: Path, half: str) -> list[Background]:
    """Read ``background.csv`` without who is listed; a name goes by its own key, as it stands in no pair."""
    with (folder / "background.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    listed = listed_people()
    return [
        Background(row["name"], f"{row['culture']} ({row['script']})")
        for row in rows
        if row["name"] not in listed
        and half in ("both", half_of(" ".join(sorted(fold(row["name"]).split()))))
    ]


def listed_people() -> frozenset[str]:
    """Return the names of the background file that are a listed person's: :data:`LISTED` says whose."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition("\t")[0] for line in lines if line and not line.startswith("#"))


def sampled(names: Sequence[Background], size: int) -> list[Background]:
    """Return *size* names, each culture in its share, always the same ones; all when there are fewer."""
    strata: dict[str, list[Background]] = defaultdict(list)
    for name in names:
        strata[name.culture].append(name)
    placed = []
    for culture, members in strata.items():
        members.sort(key=lambda name: rank(name.text))
        placed += [((i + 0.5) / len(members), rank(culture), m) for i, m in enumerate(members)]
    placed.sort(key=lambda place: place[:2])
    return [name for _, _, name in placed[:size]]
