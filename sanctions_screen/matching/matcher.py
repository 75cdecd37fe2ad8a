"""Find the parties a subject may be.

Reach for :class:`PartyMatcher`, built once from the parties of a list state. Guarantees: ``search`` gives
exactly what ``search_exhaustive`` gives; best first, ties by party_id; nothing is kept between two searches
that could change an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Explanation, Name, Party, PartyId, PartyKind, ScreeningSettings, Subject
from ..names import ComparableName, comparable_name
from .comparison import best_alignment, compare
from .evidence import weigh_evidence

__all__ = ["PartyMatch", "PartyMatcher"]


@dataclass(frozen=True, slots=True)
class PartyMatch:
    """A party, its score for a subject, the name that matched best, and why."""

    party_id: PartyId
    score: float
    matched_name: Name
    explanation: Explanation


class PartyMatcher:
    """Searches parties by name and other evidence. Built once; never changed."""

    def __init__(self, parties: Iterable[Party], settings: ScreeningSettings) -> None:
        self._settings = settings
        self._parties: dict[PartyId, Party] = {party.party_id: party for party in parties}
        self._names: list[tuple[PartyId, Name, ComparableName]] = [
            (party.party_id, name, comparable_name(name.text, party.kind))
            for party in self._parties.values()
            for name in party.names
            if settings.include_weak_aliases or name.role != "weak"
        ]

    def unscreenable_reason(self, subject: Subject) -> str | None:
        """Return why none of the subject's names can be compared; None when one can."""
        reasons = [comparable_name(text, subject.kind).unscreenable_reason for text in _texts(subject)]
        return reasons[0] if all(reasons) else None

    def search(self, subject: Subject, threshold: float) -> list[PartyMatch]:
        """Return the parties whose score reaches *threshold*, best first, ties by party_id."""
        return self.search_exhaustive(subject, threshold)

    def search_exhaustive(self, subject: Subject, threshold: float) -> list[PartyMatch]:
        """Return what :meth:`search` returns, by scoring every party: the readable reference."""
        found = (self.explain(subject, party_id) for party_id in self._parties)
        hits = [match for match in found if match.score >= threshold]
        return sorted(hits, key=lambda match: (-match.score, match.party_id))

    def explain(self, subject: Subject, party_id: PartyId) -> PartyMatch:
        """Return how the subject compares with one party, whatever the score."""
        party = self._parties[party_id]
        best_name, best_text, best_score = party.primary_name, subject.name, -1.0
        for text in _texts(subject):
            for name in party.names:
                if name.role == "weak" and not self._settings.include_weak_aliases:
                    continue
                mine, theirs = _pair(text, name.text, subject.kind, party.kind)
                found = best_alignment(mine, theirs)
                value = (
                    1.0
                    if mine.folded == theirs.folded and mine.readings
                    else found[0].score
                    if found
                    else 0.0
                )
                if value > best_score:
                    best_name, best_text, best_score = name, text, value
        mine, theirs = _pair(best_text, best_name.text, subject.kind, party.kind)
        comparison = compare(mine, theirs, best_text, best_name.text)
        explanation = weigh_evidence(subject, party, comparison)
        return PartyMatch(party_id, explanation.score, best_name, explanation)


def _texts(subject: Subject) -> tuple[str, ...]:
    return (subject.name, *subject.aliases)


def _pair(
    text: str, name: str, kind: PartyKind | None, party_kind: PartyKind
) -> tuple[ComparableName, ComparableName]:
    return comparable_name(text, kind or party_kind), comparable_name(name, party_kind)
