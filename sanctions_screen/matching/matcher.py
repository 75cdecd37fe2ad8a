"""Find the parties a subject may be.

Reach for :class:`PartyMatcher`, built once from the parties of a list state. Guarantees: ``search`` gives
exactly what ``search_exhaustive`` gives; best first, ties by party_id; nothing is kept between two searches
that could change an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Explanation, Name, Party, PartyId, PartyKind, ScreeningSettings, Subject
from . import score as weights
from .comparison import NameScore, compare, name_score
from .evidence import IdentifierIndex, most_raised, weigh_evidence, weighs_commonness
from .fuller_names import Contradiction, contradiction
from .index import NameIndex, Words
from .prepared import PreparedName, ReadingPair, prepared

__all__ = ["PartyMatch", "PartyMatcher"]


_OF_FIRMS = frozenset({"generic", "legal-form", "number"})


@dataclass(frozen=True, slots=True)
class PartyMatch:
    """A party, its score for a subject, the name that matched best, and why."""

    party_id: PartyId
    score: float
    matched_name: Name
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class _Listed:
    """One name of one party, ready to be compared."""

    party_id: PartyId
    name: Name
    prepared: PreparedName


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A listed name that may reach a score, and by which readings of it and of the subject's names."""

    listed: _Listed
    least: float = 0.0
    """Below this its score makes no difference."""
    pairs: Mapping[str, Sequence[ReadingPair]] | None = None
    """By the subject's name; a name not in it is out of reach. None: all are to be compared."""


class PartyMatcher:
    """Searches parties by name and other evidence. Built once; never changed.

    Args:
        parties: Each party once; their order makes no difference.
        settings: Whether weak aliases are compared. A party with no other name is found by those it has.
    """

    def __init__(self, parties: Iterable[Party], settings: ScreeningSettings) -> None:
        self._parties: dict[PartyId, Party] = {party.party_id: party for party in parties}
        self._names: dict[PartyId, tuple[_Listed, ...]] = {
            party_id: tuple(_listed(party, settings)) for party_id, party in self._parties.items()
        }
        self._by_kind: dict[PartyKind, list[_Listed]] = {}
        for party_id, listed in self._names.items():
            self._by_kind.setdefault(self._parties[party_id].kind, []).extend(listed)
        words = Words()
        self._indexes = {
            kind: NameIndex([one.prepared for one in listed], kind, words)
            for kind, listed in self._by_kind.items()
        }
        words.freeze()
        self._identifiers = IdentifierIndex(self._parties.values())

    def unscreenable_reason(self, subject: Subject) -> str | None:
        """Return why none of the subject's names can be compared; None when one can."""
        reasons = [prepared(text, subject.kind).name.unscreenable_reason for text in _texts(subject)]
        return reasons[0] if all(reasons) else None

    def search(self, subject: Subject, threshold: float) -> list[PartyMatch]:
        """Return the parties whose score reaches *threshold* (in [0, 1]), best first, ties by party_id."""
        if threshold <= 0.0:
            return self.search_exhaustive(subject, threshold)
        candidates = {party_id: self._all(party_id) for party_id in self._identifiers.parties(subject)}
        for party_id, some in self._found(subject, threshold).items():
            candidates.setdefault(party_id, some)
        return self._reaching(subject, candidates, threshold)

    def _all(self, party_id: PartyId) -> tuple[_Candidate, ...]:
        return tuple(map(_Candidate, self._names[party_id]))

    def _found(self, subject: Subject, threshold: float) -> dict[PartyId, tuple[_Candidate, ...]]:
        """Return the parties with the names, in their order, by which they may reach *threshold*.

        A party's other names score less than those would have to: that they are left out changes no answer.
        """
        found: dict[PartyId, tuple[_Candidate, ...]] = {}
        for kind, index in self._indexes.items():
            contradicts = subject.kind not in (None, kind)
            least = threshold - most_raised(subject) - (weights.KIND_CONTRADICTS if contradicts else 0.0)
            common = subject.birth_date is None  # else it depends on the party's
            by_position: dict[int, dict[str, Sequence[ReadingPair]]] = {}
            for text in _texts(subject):
                for position, pairs in index.candidates(prepared(text, kind), least, common=common).items():
                    by_position.setdefault(position, {})[text] = pairs
            for position in sorted(by_position):
                listed = self._by_kind[kind][position]
                candidate = _Candidate(listed, least, by_position[position])
                found[listed.party_id] = (*found.get(listed.party_id, ()), candidate)
        return found

    def search_exhaustive(self, subject: Subject, threshold: float) -> list[PartyMatch]:
        """Return what :meth:`search` returns, by scoring every party: the readable reference."""
        everybody = {party_id: self._all(party_id) for party_id in self._names}
        return self._reaching(subject, everybody, threshold)

    def explain(self, subject: Subject, party_id: PartyId) -> PartyMatch:
        """Return how the subject compares with one party, whatever the score."""
        text, listed, _ = self._best_name(subject, self._all(party_id))
        return self._explained(subject, text, listed)

    def _explained(self, subject: Subject, text: str, listed: _Listed) -> PartyMatch:
        party = self._parties[listed.party_id]
        mine = prepared(text, party.kind)
        found, costs_of = _strictest(subject, text, party.kind, mine, _Candidate(listed))
        comparison = compare(mine, listed.prepared, text, listed.name.text, costs_of)
        explanation = weigh_evidence(subject, party, comparison, self._contradicted(mine, found, listed))
        return PartyMatch(party.party_id, explanation.score, listed.name, explanation)

    def _contradicted(self, mine: PreparedName, found: NameScore, listed: _Listed) -> Contradiction | None:
        names = (other.name.text for other in self._names[listed.party_id])
        return contradiction(mine, found, listed.name.text, names, self._parties[listed.party_id].kind)

    def _reaching(
        self, subject: Subject, names: Mapping[PartyId, tuple[_Candidate, ...]], threshold: float
    ) -> list[PartyMatch]:
        """Return the parties that reach *threshold* by one of the names given, best first."""
        matches = []
        for party_id, candidates in names.items():
            text, best, score = self._best_name(subject, candidates)
            settled = self._identifiers.holds(subject, party_id)
            if settled or round(score + most_raised(subject), 6) >= threshold:
                match = self._explained(subject, text, best)
                if match.score >= threshold:
                    matches.append(match)
        return sorted(matches, key=lambda match: (-match.score, match.party_id))

    def _best_name(self, subject: Subject, names: tuple[_Candidate, ...]) -> tuple[str, _Listed, float]:
        """Return the names that match best, the first of equals, and their score.

        That is less what is common, and less what the party's fuller names say against it.
        """
        party = self._parties[names[0].listed.party_id]
        kind, common = party.kind, weighs_commonness(subject, party)
        best: tuple[str, _Listed, float] | None = None
        for text in _texts(subject):
            mine = prepared(text, kind)
            for candidate in names:
                if candidate.pairs is not None and text not in candidate.pairs:
                    continue
                found, _ = _strictest(subject, text, kind, mine, candidate)
                score = found.score
                if common and score:
                    score = round(max(0.0, score + weights.commonness(found.told, score)), 6)
                if score >= candidate.least and (best is None or score > best[2]):
                    against = self._contradicted(mine, found, candidate.listed)
                    score = round(max(0.0, score + against.effect), 6) if against else score
                if best is None or score > best[2]:
                    best = (text, candidate.listed, score)
        assert best is not None  # a subject and a party have at least one name each
        return best


def _strictest(
    subject: Subject, text: str, kind: PartyKind, mine: PreparedName, candidate: _Candidate
) -> tuple[NameScore, PartyKind | None]:
    """Return the score of two names and the kind by whose costs it is; None: told from them.

    Firms' and ships' names are forgiven most of what is left over, which would make a hit of every Sara whose
    family name a firm, or a ship, called SARA does not have. Against these a subject who is a person, or may
    be one by the name, gets the lower of two scores: by a person's costs and by the kind's own. It is never
    above the score that an index of the kind counts with.
    """
    theirs = candidate.listed.prepared
    found = name_score(mine, theirs, pairs=candidate.pairs[text] if candidate.pairs else None)
    if kind == "person" or found.score < candidate.least or not _may_be_person(subject, text):
        return found, None
    # By other costs other readings may be the best: all are compared.
    strict = name_score(mine, theirs, "person")
    return (strict, "person") if strict.score < found.score else (found, None)


def _may_be_person(subject: Subject, text: str) -> bool:
    """True for a person, and for a subject of unknown kind whose name has nothing that only a firm's has."""
    if subject.kind is not None:
        return subject.kind == "person"
    readings = prepared(text, "organisation").readings
    firm = any(part.role in _OF_FIRMS for reading in readings for part in reading.parts)
    return not firm and prepared(text, None).name.compared_as == "person"


def _texts(subject: Subject) -> tuple[str, ...]:
    return (subject.name, *subject.aliases)


def _listed(party: Party, settings: ScreeningSettings) -> Iterator[_Listed]:
    """Yield the names a party is compared by; weak ones too when they are all it has."""
    names = [name for name in party.names if settings.include_weak_aliases or name.role != "weak"]
    for name in names or party.names:
        yield _Listed(party.party_id, name, prepared(name.text, party.kind))
