"""From subjects as they are compared to answers: down through the rooms once for many subjects, and back.

Reach for :class:`Answering`. The way is this: names are made ready (``matching.sides``) and searched for
(``engine``); what is told of all parties found is gathered (``history``, which reads it from the ``store`` in
one request a list); all of them are judged and put into words (``matching``); and it is told which are one
bearer (``identity``, which asks for more only where links lead to parties that were not found). Guarantee: a
subject's answer is the same whoever else is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from ..engine.chosen import Matcher
from ..history.states import PartyState
from ..history.telling import Telling, Told
from ..identity import Identities
from ..matching import Judgement
from ..matching.judging import Judging
from ..matching.reference import Searched
from ..matching.sides import Asked
from ..model import Hit, Identity, PartyId, ScreeningSettings, SubjectNote
from ._one_word import searched

__all__ = ["Answer", "Answering", "in_part"]

_RANKS: Final = ("listed", "unsettled", "delisted")


class Answer(NamedTuple):
    """All of a result but whose it is."""

    hits: tuple[Hit, ...]
    hits_left_out: int
    reason: str | None
    notes: tuple[SubjectNote, ...]
    identities: tuple[Identity, ...]


class Answering:
    """Answers subjects by what a matcher finds, and what is told of it. Never changed.

    Args:
        matcher: Searches the parties.
        telling: Tells of them.
        identities: Tells which of them are one bearer; None tells of none.
        members: The parties' standing on the day.
        settings: The threshold and what counts as a hit.
    """

    def __init__(
        self,
        matcher: Matcher,
        telling: Telling,
        identities: Identities | None,
        members: Mapping[PartyId, PartyState],
        settings: ScreeningSettings,
    ) -> None:
        self._matcher, self._telling, self._identities = matcher, telling, identities
        self._members, self._settings = members, settings
        self._judging = Judging(settings, matcher.read)

    def searched(self, asked: Sequence[Asked]) -> list[Searched]:
        """Return what is found of some subjects; another thread may look for it."""
        return searched(self._matcher, asked, self._settings)

    def answered(self, asked: Sequence[Asked], found: Sequence[Searched] | None = None) -> list[Answer]:
        """Return the answer for each subject. *found*: of :meth:`searched`, where that was done before."""
        found = self.searched(asked) if found is None else found
        told = self._telling.of(
            party_id for one in found for candidates in one.candidates for party_id in candidates
        )
        compared = {party_id: of_party.compared for party_id, of_party in told.items()}
        by_asked = {
            id(one): answer  # a subject takes longer to be looked up by
            for each, judged in zip(found, self._judging.answers(found, compared, in_words=True), strict=True)
            for one, answer in zip(each.asked, judged, strict=True)
        }
        answers = [by_asked[id(one)] for one in asked]
        ranked = {
            number: sorted(answer.judgements, key=self._rank)
            for number, answer in enumerate(answers)
            if answer.judgements  # of most subjects nobody is found
        }
        kept = {number: matches[: self._settings.max_hits] for number, matches in ranked.items()}
        bearers = dict(zip(kept, self._bearers(list(kept.values()), told), strict=True))
        return [
            Answer(
                tuple([self._hit(match, told) for match in kept[number]]),
                len(ranked[number]) - len(kept[number]),
                None,
                self._notes(one),
                bearers[number],
            )
            if number in ranked
            else Answer((), 0, answer.unscreenable_reason or in_part(one.notes), self._notes(one), ())
            for number, (one, answer) in enumerate(zip(asked, answers, strict=True))
        ]

    def _rank(self, match: Judgement) -> tuple[float, int, PartyId]:
        """Best first; of equals whoever is listed, then who may be, then who has been delisted."""
        return -match.score, _RANKS.index(self._members[match.party_id].status), match.party_id

    def _bearers(
        self, kept: Sequence[Sequence[Judgement]], told: Mapping[PartyId, Told]
    ) -> Sequence[tuple[Identity, ...]]:
        if self._identities is None or not kept:
            return [()] * len(kept)
        return self._identities.of_each([[match.party_id for match in some] for some in kept], told)

    def _hit(self, match: Judgement, told: Mapping[PartyId, Told]) -> Hit:
        of_party = told[match.party_id]
        member = of_party.member
        return Hit(
            score=match.score,
            status=member.status,
            party=of_party.party,
            matched_name=match.matched_name,
            history=of_party.history,
            explanation=match.worded or match.explanation,
            party_seen_on=member.seen_on,
            party_digest=member.digest,
            compared_digest=of_party.compared_digest,
            unsettled=member.unsettled,
            name_seen_on=of_party.names_seen_on.get(match.matched_name.text),
            name_announced_on=of_party.names_announced_on.get(match.matched_name.text),
        )

    def _notes(self, asked: Asked) -> tuple[SubjectNote, ...]:
        if self._settings.one_word_threshold is None or not asked.notes:
            return asked.notes
        return tuple(note for note in asked.notes if note.sort != "one-word")


def in_part(notes: Iterable[SubjectNote]) -> str | None:
    """Return why a subject without a hit is not clear, though names of its text were compared."""
    lost = [f"{note.text!r}: {note.says}" for note in notes if note.sort == "not-compared"]
    return f"in part: {'; '.join(lost)}" if lost else None
