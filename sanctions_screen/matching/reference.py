"""Find the parties a subject may be, by judging everybody: the definition that every engine is held to.

Reach for :class:`Reference`, or for ``engine`` to have the same answers fast. Guarantees: best first, ties by
party_id; nothing is kept between two searches that could change an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..model import Party, PartyId, PartyKind, ScreeningSettings, Subject
from .party import Judgement, judge, worded
from .sides import Asked, Listed, Recorded, listed, unscreenable_reason

__all__ = [
    "Answer",
    "Fetch",
    "Names",
    "Reference",
    "Searched",
    "answers_of",
    "reaching",
    "unscreenable_reason",
]


Names = Mapping[int, float] | None
"""Which of a party's names may reach a threshold, and the most each may score; None for all."""

Fetch = Callable[[Sequence[PartyId]], Mapping[PartyId, Party]]
"""Gives parties by their ids."""


class Answer(NamedTuple):
    """What is found for a subject."""

    unscreenable_reason: str | None
    """Why none of its names can be compared; None where one can."""
    judgements: list[Judgement]
    """The parties whose score reaches the threshold, by name or identifier, best first, ties by party_id."""


class Searched(NamedTuple):
    """What a search found, to be judged."""

    asked: Sequence[Asked]
    threshold: float
    candidates: Sequence[Mapping[PartyId, Names]]
    """For each the parties that may reach the threshold."""
    unscreenable: Collection[int]
    """The numbers of those that may be no subjects to compare: why is told with the answer."""
    recorded: Mapping[PartyId, Recorded] | None = None
    """Of the parties found, where it is known beforehand: so no other names of theirs need be read."""


class Reference:
    """Judges a subject against every party. Built once; never changed.

    Args:
        parties: Each party once; their order makes no difference.
        settings: Whether weak aliases are compared. A party with no other name is found by those it has.
    """

    def __init__(self, parties: Iterable[Party], settings: ScreeningSettings) -> None:
        self.listed: dict[PartyId, Listed] = {party.party_id: listed(party, settings) for party in parties}
        self.kinds: tuple[PartyKind, ...] = tuple(sorted({one.party.kind for one in self.listed.values()}))

    def explain(self, subject: Subject, party_id: PartyId) -> Judgement:
        """Return how the subject compares with one party, whatever the score."""
        party = self.listed[party_id]
        return judge(Asked(subject), party)

    def search(self, subject: Subject, threshold: float) -> list[Judgement]:
        """Return the parties whose score reaches *threshold* (in [0, 1]), best first, ties by party_id."""
        ready = Asked(subject)
        return reaching((judge(ready, party) for party in self.listed.values()), threshold)


def answers_of(
    searched: Searched, parties: Mapping[PartyId, Listed], *, in_words: bool = False
) -> list[Answer]:
    """Return what is found for each subject among its candidates, all judged here.

    *in_words*: whether judgements come with their explanations.
    """
    answers: list[Answer] = []
    for number, (one, found) in enumerate(zip(searched.asked, searched.candidates, strict=True)):
        reached: list[Judgement] = []
        if found:  # of most subjects nobody is
            judgements = (judge(one, parties[each], names) for each, names in found.items())
            reached = reaching(judgements, searched.threshold)
            reached = worded(reached) if in_words else reached
        reason = unscreenable_reason(one.subject) if number in searched.unscreenable else None
        answers.append(Answer(reason, reached))
    return answers


def reaching(judgements: Iterable[Judgement], threshold: float) -> list[Judgement]:
    """Return the judgements that reach *threshold*, best first, ties by party_id."""
    kept = [judgement for judgement in judgements if judgement.score >= threshold]
    return sorted(kept, key=lambda judgement: (-judgement.score, judgement.party_id))
