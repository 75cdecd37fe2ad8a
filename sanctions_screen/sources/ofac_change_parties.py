"""One announcement a party, from change files that repeat an entry for each spelling of its name.

Reach for this module after :func:`~.ofac_changes.read_changes`. Two entries under one heading are of one
party when each names the other among its aliases, or both bear one name, and their birth dates do not differ.
Guarantee: every entry belongs to exactly one announcement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from itertools import groupby

from ..model import NoticeKind
from ..names.keys import name_key
from .ofac_change_entry import Entry
from .ofac_changes import Change

__all__ = ["Announcement", "announcements", "spelling_keys"]


_ACRONYM = re.compile(r" \([A-Z]{2,6}\)$")
_BRACKET = re.compile(r" \(([^\W\d][\w' -]{2,40})\)")
_SPELLING = 0.6
"""The share of letters that two spellings of a word have in the same order."""
LAST_YEAR_OF_ENTRIES_BY_ADDRESS = 2004


@dataclass(frozen=True)
class Announcement:
    """What was announced of one party on one day, under one heading."""

    kind: NoticeKind
    on: date
    file: str
    changes: tuple[Change, ...]
    """The entries that tell it, in the order of the file."""

    @cached_property
    def leading(self) -> Change:
        """The entry that is filed under the party's own name, as far as that can be told.

        An alias in quotation marks is a weak one, and a name no longer used stands as ``f.k.a.``.
        """
        former = {key for change in self.changes for key in _keys(change, kind="f.k.a.")}
        return min(
            self.changes,
            key=lambda c: (
                c.new_spelling,
                c.entry.name.startswith('"'),
                name_key(c.entry.name) in former,
                c.line,
            ),
        )

    @property
    def entry(self) -> Entry:
        """The party as it is told."""
        return self.leading.entry

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, a changed one both as it was and as it became."""
        return tuple(e for change in self.changes for e in (change.before, change.after) if e is not None)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The keys of the names it has a row under."""
        return frozenset(key for change in self.changes for key in _keys(change, kind="head"))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all names that are told."""
        names = (name for entry in self.entries for name in entry.all_names)
        return frozenset(key for name in names for key in spelling_keys(name))


def spelling_keys(name: str) -> Iterator[str]:
    """Yield the key of a name, and what it is without what old entries write into it.

    That is the acronym behind it (``NAME (ASC)``), whose care it is in (``NAME c/o FIRM``), and another
    spelling of the words before (``VALENCIA, Reynel (Reinel)``), which is a name of its own too.
    """
    for text in dict.fromkeys([name, _ACRONYM.sub("", name), name.partition(" c/o ")[0], *_respelt(name)]):
        if key := name_key(text):
            yield key


def _respelt(name: str) -> Iterator[str]:
    """Yield a name by each of the two spellings that it gives of some of its words."""
    for found in _BRACKET.finditer(name):
        other = found[1].split()
        before, after = name[: found.start()].rstrip(), name[found.end() :]
        words = before.split()
        own = words[-len(other) :]
        if len(own) == len(other) and all(_alike(a, b) for a, b in zip(own, other, strict=True)):
            yield f"{before}{after}"
            yield f"{' '.join([*words[: -len(other)], *other])}{after}"


def _alike(one: str, other: str) -> bool:
    """Return whether two words may be spellings of one: SUAREZ and SUARES, Olmes and Holmes."""
    matcher = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    return matcher.quick_ratio() >= _SPELLING and matcher.ratio() >= _SPELLING


def announcements(changes: Sequence[Change], file: str) -> list[Announcement]:
    """Return one announcement a party and heading, in the order of the file."""
    found: list[Announcement] = []
    for (_, kind, on), under in groupby(changes, key=lambda c: (c.section, c.kind, c.on)):
        found += (Announcement(kind, on, file, tuple(one)) for one in _parties(list(under)))
    return found


def _parties(changes: list[Change]) -> Iterator[list[Change]]:
    """Yield the entries of each party."""
    heads = [_keys(change, kind="head") for change in changes]
    names = [_keys(change) for change in changes]
    by_head: dict[str, list[int]] = {}
    for number, keys in enumerate(heads):
        for key in keys:
            by_head.setdefault(key, []).append(number)
    group = list(range(len(changes)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = group[group[number]]
            number = group[number]
        return number

    for number, own in enumerate(names):
        for other in sorted(
            {n for key in own for n in by_head.get(key, ()) if n > number or key in heads[number]}
        ):
            if heads[number] & heads[other]:
                same = _repeated(changes[number], changes[other])
            else:
                same = bool(heads[number] & names[other] and heads[other] & own)
            if same and not _differ(changes[number], changes[other]):
                group[root(other)] = root(number)
    members: dict[int, list[Change]] = {}
    for number, change in enumerate(changes):
        members.setdefault(root(number), []).append(change)
    yield from members.values()


def _keys(change: Change, kind: str | None = None) -> set[str]:
    """Return the keys of a change's names: all, those it is filed under (``head``), or those of one type."""
    found: set[str] = set()
    for entry in (change.before, change.after):
        if entry is not None:
            texts: Iterable[str] = entry.all_names
            if kind == "head":
                texts = (entry.name,)
            elif kind is not None:
                texts = (text for type_, text in entry.names if type_ == kind)
            found.update(key for text in texts if (key := name_key(text)))
    return found


def _repeated(one: Change, other: Change) -> bool:
    """Return whether two entries under one name are of one party.

    Until 2004 an entry was repeated for each address too; since then it holds them all, and two entries of
    one name are two parties, unless they say the same.
    """
    if one.on.year <= LAST_YEAR_OF_ENTRIES_BY_ADDRESS:
        return True
    return (one.entry.names, one.entry.body) == (other.entry.names, other.entry.body)


def _differ(one: Change, other: Change) -> bool:
    """Return whether two entries are of two parties though each names the other.

    They state different birth dates, or are a person and a ship; or, since an entry holds all addresses,
    neither their names nor what follows these is the same: branches share the names of their head office.
    """
    a, b = one.entry, other.entry
    if a.kind != b.kind or (a.born and b.born and not a.born & b.born):
        return True
    whole = min(one.on, other.on).year > LAST_YEAR_OF_ENTRIES_BY_ADDRESS
    return whole and set(a.all_names) != set(b.all_names) and a.body != b.body
