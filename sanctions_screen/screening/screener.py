"""Screen a subject against lists as they stood on one day.

Reach for :class:`Screener` to get from a name to a result. It reads the lists once, when it is made, and
never again: what it answers depends on what the store knew of them on a revision, the settings and the
library's version alone, all three of which stand in each result's provenance. It never asks the clock:
without ``as_of`` the answer is for the newest day that the chosen lists hold.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from .._code_digest import code_digest
from .._collector import collector_held, without_collector
from .._version import __version__
from ..engine.chosen import matcher_of
from ..engine.words import is_one_word
from ..errors import NoVersionError, SettingsError, SubjectError, UnknownPartyError
from ..history.telling import Telling
from ..identity import Identities
from ..matching.reference import Searched
from ..matching.sides import Asked, asked_of
from ..model import (
    Explanation,
    KnownOn,
    ListProvenance,
    Party,
    PartyId,
    Provenance,
    ScreeningResult,
    ScreeningSettings,
    Subject,
    SubjectNote,
)
from ..model.record import unchecked
from ..model.subject import subject_called
from ..weights import weights
from ._answering import Answer, Answering

if TYPE_CHECKING:
    from ..store import ListState, ListStore

__all__ = ["Screener"]

_AT_ONCE: Final = 256
"""Most subjects answered together: their hits are in memory at one time."""
_IN_TURN: Final = 170
"""The same where the next ones are searched for meanwhile."""
_AHEAD: Final = 2
"""How often so many are searched for ahead, so that no processor waits: all together are no more than
were answered."""


class Screener:
    """Screens subjects against the lists of a store, as of one day.

    Args:
        store: The lists. It is read here and may be closed afterwards.
        lists: Ids of the lists to screen against; None means every list in the store.
        as_of: The day the answer is for. None means the newest day any of the chosen lists holds.
        settings: The threshold and what counts as a hit.
        known_on: The revision of the store, or the moment (with its time zone), by whose knowledge to answer.
            None means all that the store knows now. The answer known on a revision is the same for ever.
        identities: Whether results tell which hits are held to be one bearer, and on which lists it stands.

    Raises:
        SettingsError: no list to screen against, or one named twice; an ``as_of`` that is no day (a moment
            is a different day in different places, so a ``datetime`` is none); a ``known_on`` that has not
            come.
        UnknownListError: a list the store does not hold.
        NoVersionError: one of the lists holds nothing as old as ``as_of``. Name the lists that do, in
            ``lists``, or set ``leave_out_later_lists``, to leave it out knowingly: never in silence.
    """

    def __init__(
        self,
        store: ListStore,
        lists: Iterable[str] | None = None,
        as_of: date | None = None,
        settings: ScreeningSettings | None = None,
        *,
        known_on: KnownOn | None = None,
        identities: bool = True,
    ) -> None:
        with collector_held():
            self._read(store, lists, as_of, settings, known_on, tells_identities=identities)

    def _read(
        self,
        store: ListStore,
        lists: Iterable[str] | None,
        as_of: date | None,
        settings: ScreeningSettings | None,
        known_on: KnownOn | None,
        *,
        tells_identities: bool,
    ) -> None:
        """Read the lists, once for all."""
        self.settings = _settings(settings)
        self.store_file, self.copy_store = _store(store).file, store.copy_to
        # One number from here on: an import that goes on meanwhile changes nothing.
        known = store.revision(known_on)
        list_ids = _chosen_lists(store, lists, known)
        newest = max(store.newest_day(each, known_on=known) for each in list_ids)
        self.as_of = _day(as_of) or newest
        self._newest = max(newest, self.as_of, weights().dated)
        later = self.settings.leave_out_later_lists
        self._states = _states_on(store, list_ids, self.as_of, known, leave_out=later)
        self._telling = telling = Telling(self._states)
        self._status = {
            member.party_id: member
            for state in self._states.values()
            for member in state
            if member.status != "delisted" or self.settings.include_delisted
        }
        self.tells_identities = tells_identities
        self.provenance = Provenance(
            as_of=self.as_of,
            known_on=store.revision(known, list_ids) or 0,
            lists=tuple(self._provenance_of_lists()),
            settings=self.settings,
            settings_digest=self.settings.content_digest(),
            weights_digest=weights().digest,
            library_version=__version__,
            code_digest=code_digest(),
            left_out=tuple(list_id for list_id in list_ids if list_id not in self._states),
        )
        self._matcher = matcher_of(
            self._parties,
            telling.compared,
            self.settings,
            (
                *(each.evidence_digest for each in self.provenance.lists),
                self.provenance.code_digest,
                f"delisted {self.settings.include_delisted}",
            ),
            store.file,
            self.compared_keys,
        )
        bearers = (
            Identities(
                self._states,
                store.key_lookup(tuple(self._states)),
                telling,
                self._status,
                indexed=self._matcher.indexed,
            )
            if tells_identities
            else None
        )
        self._answering = Answering(self._matcher, telling, bearers, self._status, self.settings)

    def screen(self, subject: Subject | str) -> ScreeningResult:
        """Return the answer for one subject; a bare name will do.

        A subject that cannot be compared (no letters left, say) is ``unscreenable`` with the reason,
        unless one of its identifiers settles the matter; it is never ``clear``. TypeError for what is
        neither text nor a subject (None, NaN); SubjectError for one born after every list and this version.
        """
        one = _as_subject(subject)
        if ahead := self._ahead(one):
            raise SubjectError(f"birth date {one.birth_date} {ahead}; is the century right?")
        return self.screen_batch((one,))[0]

    def screen_many(self, subjects: Iterable[Subject | str]) -> Iterator[ScreeningResult]:
        """Yield one result a subject, in the same order, reading at most as many ahead as it has answered."""
        waiting, size = _several(subjects), 1
        while size <= _AT_ONCE:
            some = list(islice(waiting, size))
            if not some:
                return
            yield from self.screen_batch(some)
            size *= 2
        yield from self._overlapping(waiting)

    def screen_batch(self, subjects: Sequence[Subject | str]) -> list[ScreeningResult]:
        """Return one result a subject, in the same order; equal subjects are judged once.

        A birth date that lies ahead costs itself alone: a note says that the subject was screened without it.
        All of them are in memory together: see :meth:`screen_many` for as many as there are.
        """
        several = _several(subjects)
        # Nearly all that is made for them is freed without the collector, or stays.
        return without_collector(lambda: self._results(self._batch(several)))

    def _overlapping(self, waiting: Iterator[Subject | str]) -> Iterator[ScreeningResult]:
        """Yield results as :meth:`screen_many` does; the next subjects are searched for meanwhile."""
        searches: deque[tuple[_Batch, Future[list[Searched]]]] = deque()
        with ThreadPoolExecutor(1) as thread:
            while True:
                problem, batch = None, None
                try:
                    batch = without_collector(lambda: self._batch(islice(waiting, _IN_TURN)))
                except Exception as error:  # noqa: BLE001 - raised once those before it are answered
                    problem = error
                more = batch is not None and bool(batch.subjects)
                if batch and more:
                    searches.append((batch, thread.submit(self._answering.searched, batch.asked)))
                while len(searches) > (_AHEAD if more else 0):
                    yield from self._in_turn(*searches.popleft())
                if problem:
                    raise problem
                if not more:
                    return

    def _in_turn(self, batch: _Batch, found: Future[list[Searched]]) -> list[ScreeningResult]:
        searched = found.result()
        return without_collector(lambda: self._results(batch, searched))

    def _batch(self, subjects: Iterable[Subject | str]) -> _Batch:
        given = [(one, self._ahead(one)) for one in map(_as_subject, subjects)]
        compared = [_without_date(_compared(one)) if ahead else _compared(one) for one, ahead in given]
        numbers: dict[Subject, int] = {}
        places = [numbers.setdefault(one, len(numbers)) for one in compared]
        return _Batch(given, places, asked_of(numbers, is_one_word, self._matcher.read))

    def _results(self, batch: _Batch, found: list[Searched] | None = None) -> list[ScreeningResult]:
        answers = self._answering.answered(batch.asked, found)
        return [
            self._result(one, answers[place], _birth_note(one, ahead))
            for (one, ahead), place in zip(batch.subjects, batch.places, strict=True)
        ]

    def _ahead(self, subject: Subject) -> str | None:
        """Return why a birth date is nobody's: 2068 is a century's slip for 1968, and would contradict it."""
        born = subject.birth_date
        if born is None or born.earliest <= self._newest:
            return None
        return (
            f"is later than the newest list and this version of the library ({self._newest}): nobody "
            "screened is born so late"
        )

    def _result(self, subject: Subject, answer: Answer, more: tuple[SubjectNote, ...]) -> ScreeningResult:
        values = {
            "subject": subject,
            "outcome": "hit" if answer.hits else "unscreenable" if answer.reason else "clear",
            "hits": answer.hits,
            "hits_left_out": answer.hits_left_out,
            "identities": answer.identities,
            "reason": answer.reason,
            "notes": (*answer.notes, *more),
            "provenance": self.provenance,
        }
        return unchecked(ScreeningResult, values)  # each of them was checked when it was made

    def explain(self, subject: Subject | str, party_id: str) -> Explanation:
        """Return how the subject compares with one party, whatever the score.

        Raises UnknownPartyError when the party is on none of the lists on the as-of day.
        """
        if not isinstance(party_id, str) or party_id not in self._status:
            raise UnknownPartyError(
                f"{party_id!s:.100} is neither listed nor delisted on {self.as_of} on the lists screened "
                f"({', '.join(self._states)})"
            )
        return self._matcher.explain(_as_subject(subject), PartyId(party_id)).explanation

    def compared_parties(self, party_ids: Iterable[PartyId]) -> list[Party]:
        """Return parties as they are compared: their records with all that may be true of them on the day."""
        return list(self._telling.compared(party_ids).values())

    def search_in_one_thread(self) -> None:
        """Take no more than one core, where several processes screen side by side; answers do not change."""
        self._matcher.threads = 1

    def compared_keys(self) -> dict[PartyId, str]:
        """Return by party a text that is the same while the party is compared as it is."""
        return {
            party_id: self._states[party_id.partition(":")[0]].compared_key(party_id)
            for party_id in self._status
        }

    def compared_standings(self) -> dict[PartyId, tuple[str, str]]:
        """Return by party compared what :meth:`compared_keys` does, and its status on the day."""
        return {each: (key, self._status[each].status) for each, key in self.compared_keys().items()}

    def _parties(self) -> Iterator[Party]:
        for party_id in self._status:
            yield self._states[party_id.partition(":")[0]].compared(party_id)

    def _provenance_of_lists(self) -> Iterator[ListProvenance]:
        for state in self._states.values():
            yield state.provenance


class _Batch(NamedTuple):
    """Subjects that are answered together."""

    subjects: list[tuple[Subject, str | None]]
    """Each with why its birth date is nobody's."""
    places: list[int]
    """Of each the place of the one among *asked* that it is compared as."""
    asked: list[Asked]
    """All that differ, made ready."""


def _birth_note(subject: Subject, ahead: str | None) -> tuple[SubjectNote, ...]:
    says = f"{ahead}; screened without it"
    return (SubjectNote(sort="birth-date", text=str(subject.birth_date), says=says),) if ahead else ()


def _without_date(subject: Subject) -> Subject:
    return subject.model_copy(update={"birth_date": None})


def _compared(subject: Subject) -> Subject:
    """Return the subject without what is only echoed."""
    return subject if subject.reference is None else subject.model_copy(update={"reference": None})


def _day(as_of: date | None) -> date | None:
    if as_of is None or (isinstance(as_of, date) and not isinstance(as_of, datetime)):
        return as_of
    raise SettingsError(f"as_of is a day, such as datetime.date(2014, 6, 30), not {as_of!r}")


def _several(subjects: Iterable[Subject | str]) -> Iterator[Subject | str]:
    if isinstance(subjects, str | Subject | bytes) or not isinstance(subjects, Iterable):
        raise SubjectError(f"subjects are a list, or anything else that gives several, not {subjects!r:.100}")
    return iter(subjects)


def _store(store: ListStore) -> ListStore:
    if not hasattr(store, "newest_day"):
        raise SettingsError(
            f"store is a ListStore, such as ListStore.open({str(store)[:80]!r}), not {store!r:.100}"
        )
    return store


def _settings(settings: ScreeningSettings | None) -> ScreeningSettings:
    if settings is None or isinstance(settings, ScreeningSettings):
        return settings or ScreeningSettings()
    raise SettingsError(f"settings are ScreeningSettings(threshold=0.8, ...), not {settings!r:.100}")


def _as_subject(subject: Subject | str) -> Subject:
    if isinstance(subject, str):
        return subject_called(subject)
    if not isinstance(subject, Subject):  # a missing cell of a data frame, say
        raise SubjectError(f"a subject is a name (str) or a Subject, not {subject!r:.100}")
    return subject


def _chosen_lists(store: ListStore, lists: Iterable[str] | None, known_on: int | None) -> list[str]:
    """Return the ids to screen against, sorted; an empty choice is an error, never an empty answer."""
    if isinstance(lists, str) or not isinstance(lists, Iterable | None):
        lists = (lists,)
    chosen = [info.list_id for info in store.lists(known_on=known_on)] if lists is None else list(lists)
    if not all(isinstance(each, str) for each in chosen):
        raise SettingsError(f"lists are ids of lists, such as ('un-sc',), not {lists!r:.100}")
    if not chosen:
        raise SettingsError("there is no list to screen against; import one first, or name one that is there")
    repeated = sorted({list_id for list_id in chosen if chosen.count(list_id) > 1})
    if repeated:
        raise SettingsError(f"named more than once: {', '.join(repeated)}")
    return sorted(chosen)


def _states_on(
    store: ListStore, list_ids: list[str], day: date, known_on: int | None, *, leave_out: bool
) -> dict[str, ListState]:
    """Return each list's state on *day*, or one error naming every list that does not reach back so far.

    With *leave_out* those are no error, unless that leaves no list at all.
    """
    states: dict[str, ListState] = {}
    problems: list[str] = []
    for list_id in list_ids:
        try:
            states[list_id] = store.state(list_id, day, known_on=known_on)
        except NoVersionError as error:
            problems.append(str(error))
    if states and leave_out:
        return states
    if problems and states:
        problems.append(
            f"to leave it out knowingly, set leave_out_later_lists or screen against these alone: "
            f"{', '.join(states)}"
        )
    if problems:
        raise NoVersionError("; ".join(problems))
    return states
