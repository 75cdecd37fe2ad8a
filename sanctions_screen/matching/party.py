"""Judge a subject against one party, once: every name against every name, the facts beside them, one ledger.

Reach for :func:`judge`; search, explanations, summaries and batches read the :class:`Judgement` it gives.
Guarantees: no pair of names is aligned twice for one answer; the lines add up to the score; of names that
agree alike the first of the subject's, then of the party's, counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ..model import Explanation, Name, PartyId, PartyKind
from ..weights import FULL, Kind, weights
from ._not_compared import uncompared_lines
from ._wording import explained
from .comparison import Compared, character_lines, compared
from .evidence import Facts, facts_of
from .ledger import Line, added_up, between, score_of
from .prepared import PreparedName
from .sides import Asked, AskedName, Listed, ListedName

__all__ = ["Judgement", "is_fuller", "judge", "worded"]

_ONE_NAME: Final = 0.5
"""Below this two of a party's names are not one name and a fuller form of it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a subject compares with a party, and why."""

    party_id: PartyId
    subject_name: str
    """The one of the subject's names that agrees best."""
    matched_name: Name
    """The one of the party's."""
    lines: tuple[Line, ...]
    weighed_as: PartyKind
    """The kind by whose weights the lines are added up."""
    score: float
    worded: Explanation | None = field(default=None, compare=False, repr=False)
    """The same for a person to read, where it was asked for with the judgement."""

    @property
    def explanation(self) -> Explanation:
        """The same for a person to read."""
        names = (self.subject_name, self.matched_name.text)
        return explained(*names, self.lines, self.weighed_as, self.score)


def worded(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return judgements with their explanations, in their order."""
    return [replace(judgement, worded=judgement.explanation) for judgement in judgements]


def judge(subject: Asked, party: Listed, among: Mapping[int, float] | None = None) -> Judgement:
    """Return how *subject* compares with *party* by the names that agree best.

    *among*: by the place of a name among the party's, the most that the score by it can be; by no other name
    is it higher or as high. None for all names. What is known beforehand saves work and changes no answer.
    """
    facts = facts_of(subject.subject, party.party)
    pairs = [_Pairs(mine, party, facts) for mine in subject.names(party.party.kind)]
    most = among or dict.fromkeys(range(len(party.names)), math.inf)
    best: tuple[float, int, int] | None = None
    found: Judgement | None = None
    for place in sorted(most, key=lambda place: (-most[place], place)):
        if best and best < (-most[place], 0, place):
            break
        for number, mine in enumerate(pairs):
            if best and best < (-most[place], number, place):
                break  # it agrees no better than what was found, and comes after it
            judgement = mine.judged(party.names[place])
            rank = -judgement.score, number, place
            if best is None or rank < best:
                best, found = rank, judgement
    assert found  # a party has a name, and so has a subject
    return found


class _Pairs:
    """One of a subject's names beside those of a party's that are asked for, each compared once."""

    def __init__(self, mine: AskedName, party: Listed, facts: Facts) -> None:
        self._mine, self._party, self._facts = mine, party, facts
        self._found: dict[int, Compared] = {}

    def judged(self, name: ListedName) -> Judgement:
        """Return the judgement by one of the party's names."""
        mine, party = self._mine, self._party.party
        one = self.against(name)
        fuller = _fuller_lines(one, name, self._party, self.against) if party.kind == "person" else ()
        texts = (mine.text, mine.whole), (name.text, name.whole)
        uncompared = uncompared_lines(*texts, party.kind) if one.lines else ()
        more = (*fuller, *character_lines(mine.prepared, name.prepared), *uncompared)
        lines = _with_facts(one, more, self._facts)
        score = _score(lines, self._facts, weights().kind(mine.weighed_as))
        return Judgement(party.party_id, mine.text, name.name, lines, mine.weighed_as, score)

    def against(self, name: ListedName) -> Compared:
        """Return how the name compares with one of the party's."""
        if id(name) not in self._found:
            mine = self._mine
            self._found[id(name)] = compared(mine.prepared, name.prepared, mine.weighed_as)
        return self._found[id(name)]


def _score(lines: Sequence[Line], facts: Facts, kind: Kind) -> float:
    score = score_of(added_up(lines), kind)
    return max(score, weights().facts.identifier_settles / FULL) if facts.settled else score


def _with_facts(one: Compared, more: tuple[Line, ...], facts: Facts) -> tuple[Line, ...]:
    """Return the lines of two names, *more* of them, those of the facts, and of how many bear such a name.

    That does not matter where birth dates tell more than it could. Facts speak only beside a name: many are
    born on one day in one country.
    """
    if not one.lines and not facts.settled:
        return tuple(line._replace(side="none", rule="no-name-met", amount=0) for line in facts.lines)
    lines = (*one.lines, *more, *facts.lines)
    return lines if facts.settled or facts.dated else (*lines, *_common_lines(lines))


def _common_lines(lines: Sequence[Line]) -> Iterator[Line]:
    doubt = between(weights().chance.common.points, added_up(lines).speaks_for)
    if doubt:
        met = (word for line in lines if line.side == "for" and line.likeness for word in line.theirs)
        yield Line("doubt", "common", (), tuple(dict.fromkeys(met)), doubt)


def _fuller_lines(
    one: Compared, name: ListedName, party: Listed, against: Callable[[ListedName], Compared]
) -> Iterator[Line]:
    """Yield what the party's fuller names say against a subject that its shorter *name* fits.

    A party listed as ORLOV, Pavel and as ORLOV, Pavel Ivanovich is not Pavel Orlov Borisov: the shorter name
    alone would say that Borisov was only left out.
    """
    more, less = one.left
    if not more or less:
        return
    share = weights().kind("person").fuller_name
    worst: Line | None = None
    for fuller in party.names:
        # What one recorded name may be written for says nothing against itself: Timur Timur is Timur too.
        if fuller.name is name.name or not is_fuller(name.prepared, fuller.prepared):
            continue
        found = against(fuller)
        amount = found.lesser_left * share // FULL
        if all(found.left) and amount > (worst.amount if worst else 0):
            worst = Line("against", "fuller-name", more, (fuller.name.text,), amount)
    if worst:
        yield worst


def is_fuller(short: PreparedName, full: PreparedName) -> bool:
    """Return whether *full* has all that *short* has, and a word more."""
    found = compared(short, full)
    mine, theirs = found.left
    return found.score >= _ONE_NAME and not mine and bool(theirs)
