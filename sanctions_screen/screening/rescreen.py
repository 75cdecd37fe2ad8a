"""Screen again only whom a change can concern: after a list update, or where customers changed.

Reach for :func:`rescreen`. Guarantee: the answers are those of screening everybody anew, and so is what
differs from the answers before.

Whose answer can have changed? A party is a hit, or not, by the subject, the party's record and the settings
alone: no party's score depends on another's. A subject that is the same as before is judged anew when it had
a hit (its hit may have gone, changed its standing or its history), or when one of the parties whose record is
new, or differs from before, may be a hit now. Everybody else had no hit and has none: the answer of before
holds. Where settings, weights or the library's code differ, everybody is judged. What was decided meanwhile
can concern only who had a hit, shown or suppressed, and is judged anew anyhow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol

from ..engine.chosen import Matcher, matcher_of_parties
from ..engine.words import is_one_word
from ..errors import SettingsError, StoreError
from ..matching.sides import asked_of
from ..model import Party, PartyId, Provenance, ScreeningResult, ScreeningSettings, Subject
from ._one_word import answers_by, thresholds_of
from .portfolio import Block, Had, KeepsStandings, Portfolio, had_of, keep_portfolio

if TYPE_CHECKING:
    from ..store import ListStore

__all__ = [
    "AnswerChange",
    "KeepsAnswers",
    "Rescreened",
    "Rescreening",
    "ScreensAnew",
    "answer_changes",
    "changed_parties",
    "rescreen",
    "rescreen_portfolio",
]

_AT_ONCE: Final = 512


class ScreensAnew(Protocol):
    """What is needed of a screener; :class:`~.screener.Screener` has it."""

    @property
    def provenance(self) -> Provenance:
        """What the answers rest on."""

    @property
    def settings(self) -> ScreeningSettings:
        """What counts as a hit."""

    def compared_keys(self) -> Mapping[PartyId, str]:
        """Return by party compared a text that is the same only while the party is compared as it is."""

    def compared_parties(self, party_ids: Iterable[PartyId]) -> Iterable[Party]:
        """Return some of these parties as they are compared."""

    def screen_batch(self, subjects: Sequence[Subject | str]) -> list[ScreeningResult]:
        """Return one answer a subject, in the same order."""


class KeepsAnswers(ScreensAnew, KeepsStandings, Protocol):
    """What is needed of a screener to ask a portfolio again; :class:`~.screener.Screener` has it."""


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One thing that differs between a subject's two answers."""

    kind: Literal["new-hit", "gone-hit", "changed-status"]
    party_id: PartyId
    before: str | None
    """The party's status then; None for a new hit."""
    after: str | None
    """Its status now; None for a gone one."""


@dataclass(frozen=True, slots=True)
class Rescreened:
    """A subject's answer now."""

    result: ScreeningResult
    changes: tuple[AnswerChange, ...]
    judged: bool
    """Whether it was judged anew; otherwise the answer of before holds."""


def answer_changes(before: ScreeningResult | None, after: ScreeningResult) -> tuple[AnswerChange, ...]:
    """Return what differs between two answers for one subject, by party; None before means there was none.

    A hit that a decision suppresses is one, so that neither clearing it nor its coming back is told as news.
    """
    return _differences(had_of(before).hits if before else {}, had_of(after).hits)


def _differences(old: Mapping[PartyId, str], new: Mapping[PartyId, str]) -> tuple[AnswerChange, ...]:
    gone = [AnswerChange("gone-hit", each, old[each], None) for each in sorted(old.keys() - new.keys())]
    come = [AnswerChange("new-hit", each, None, new[each]) for each in sorted(new.keys() - old.keys())]
    both = [each for each in sorted(old.keys() & new.keys()) if old[each] != new[each]]
    return (*come, *gone, *(AnswerChange("changed-status", each, old[each], new[each]) for each in both))


def rescreen(
    before: Iterable[tuple[Subject, ScreeningResult | None]], store: ListStore, screener: ScreensAnew
) -> Iterator[Rescreened]:
    """Yield each subject's answer now, in order, with what differs from the one before.

    Args:
        before: Subjects with the answer each had; None for a new one. A subject that differs from its
            answer's is judged anew. All answers that are there were given by one screener.
        store: The store of both answers: it tells what the lists were, by the provenance of the answers.
        screener: What to screen with now: a :class:`~.screener.Screener`, or one around it whose answers
            without a hit are the same, such as one that knows what was decided.
    """
    waiting = iter(before)
    again = Rescreening(store, screener)
    while some := list(islice(waiting, _AT_ONCE)):
        yield from again.of(some)


class Rescreening:
    """Asks subjects again, some at a time: see :func:`rescreen`. What the lists were is read once for all."""

    def __init__(self, store: ListStore, screener: ScreensAnew) -> None:
        self._store, self._screener = store, screener
        self._changed: Matcher | None = None
        self._basis: Provenance | None = None

    def of(self, some: Sequence[tuple[Subject, ScreeningResult | None]]) -> list[Rescreened]:
        """Return each subject's answer now, in order."""
        for _, answer in some:
            if answer is not None and answer.provenance != self._basis:
                self._basis = answer.provenance
                self._changed = _matcher_of_changed(self._store, self._basis, self._screener)
        anew = _anew(some, self._changed, self._screener)
        judged = [subject for (subject, _), must in zip(some, anew, strict=True) if must]
        results = iter(self._screener.screen_batch(judged))
        found: list[Rescreened] = []
        for (_, answer), must in zip(some, anew, strict=True):
            if must or answer is None:
                result = next(results)
            else:
                result = answer.model_copy(update={"provenance": self._screener.provenance})
            found.append(Rescreened(result, answer_changes(answer, result), must))
        return found


def _anew(
    some: Sequence[tuple[Subject, ScreeningResult | None]], changed: Matcher | None, screener: ScreensAnew
) -> list[bool]:
    """Return for each subject whether it must be judged."""
    anew = [
        changed is None
        or answer is None
        or answer.subject != subject
        or bool(answer.hits or answer.suppressed)
        or had_of(answer).open
        for subject, answer in some
    ]
    if changed is not None:
        open_ = [place for place, judged in enumerate(anew) if not judged]
        asked = asked_of((some[place][0] for place in open_), is_one_word)
        found = answers_by(changed, asked, screener.settings)
        for place, answer in zip(open_, found, strict=True):
            anew[place] = bool(answer.judgements)
    return anew


def rescreen_portfolio(
    portfolio: Portfolio, screener: KeepsAnswers, keep: str | Path | None = None
) -> Iterator[Rescreened]:
    """Yield, in order, the answers now of those customers alone whom a change can concern.

    Everybody else has the hits of before, with the same statuses: no result is made of them. (Ask *screener*
    for whoever's answer you want to see.)

    Args:
        portfolio: The customers, with the answers they had.
        screener: What to screen with now.
        keep: Where to keep the portfolio with the answers of now, once the last is yielded.

    Raises BatchError when the portfolio is damaged, or *keep* cannot be written.
    """
    again = _whom_to_ask(portfolio, screener)
    now: dict[int, Had] = {}
    first = 0
    with ExitStack() as stack:
        keeping = stack.enter_context(keep_portfolio(keep, screener)) if keep is not None else None
        for block in portfolio.blocks:
            numbers = range(len(block)) if again is None else again(first, block)
            for start in range(0, len(numbers), _AT_ONCE):
                some = numbers[start : start + _AT_ONCE]
                for number, result in zip(some, screener.screen_batch(block.subjects(some)), strict=True):
                    now[first + number] = had_of(result)
                    before = portfolio.had(first + number).hits
                    yield Rescreened(result, _differences(before, now[first + number].hits), judged=True)
            first += len(block)
        if keeping:
            keeping.take_over(portfolio, lambda customer: now.get(customer) or portfolio.had(customer))


def _whom_to_ask(
    portfolio: Portfolio, screener: KeepsAnswers
) -> Callable[[int, Block], Sequence[int]] | None:
    """Return what tells who of a block must be judged; None where everybody must.

    It is given the number of the block's first customer.
    """
    then, now = portfolio.provenance, screener.provenance
    if not _is_judged_alike(then, now):
        return None
    standings = screener.compared_standings()
    touched = {each for each, was in portfolio.standings.items() if standings.get(each) != was}
    changed = [
        each for each, (key, _) in standings.items() if portfolio.standings.get(each, ("", ""))[0] != key
    ]
    matcher = matcher_of_parties(screener.compared_parties(changed), screener.settings)
    limits = [basis.max_hits for basis in (then.decisions, now.decisions) if basis]
    anybody = then.decisions != now.decisions and any(limits)
    had = {each for each, hits in portfolio.hits.items() if anybody or not touched.isdisjoint(hits)}
    asked_again = sorted(had | portfolio.open_ones)

    def again(first: int, block: Block) -> Sequence[int]:
        some = asked_again[bisect_left(asked_again, first) : bisect_left(asked_again, first + len(block))]
        met = _meeting(block, matcher, screener.settings) if changed else []
        return sorted({*(each - first for each in some), *met})

    return again


def _meeting(block: Block, matcher: Matcher, settings: ScreeningSettings) -> list[int]:
    """Return the numbers of those of a block who may be one of a matcher's parties."""
    names = block.names()
    told = names.meeting(matcher, thresholds_of(settings)) if names else None
    met, unread = told or ([], range(len(block)))
    asked = asked_of(block.subjects(unread), is_one_word) if unread else []
    found = zip(unread, answers_by(matcher, asked, settings), strict=True) if asked else []
    return [*met, *(number for number, answer in found if answer.judgements)]


def _is_judged_alike(before: Provenance, now: Provenance) -> bool:
    """Whether the same parties would give the same answers."""
    same = ("settings_digest", "weights_digest", "library_version", "code_digest")
    return all(getattr(before, field) == getattr(now, field) for field in same)


def _matcher_of_changed(store: ListStore, before: Provenance, screener: ScreensAnew) -> Matcher | None:
    """Return a matcher of the parties that differ from before; None where everybody must be judged."""
    if not _is_judged_alike(before, screener.provenance):
        return None
    try:
        changed = changed_parties(store, before, screener)
    except (StoreError, SettingsError):  # this store cannot tell what the lists were
        return None
    return matcher_of_parties(changed, screener.settings)


def changed_parties(store: ListStore, before: Provenance, screener: ScreensAnew) -> list[Party]:
    """Return the parties that are compared now and were not, or not with the same record, before.

    *before*: the provenance of the earlier answers. Raises StoreError when the store's lists were not so.
    """
    listed = [each.list_id for each in before.lists]
    states = {each: store.state(each, before.as_of, known_on=before.known_on or None) for each in listed}
    if tuple(states[each].provenance for each in listed) != before.lists:
        raise StoreError("the lists in this store were not what the earlier answers rest on")
    delisted = screener.settings.include_delisted
    was = {
        member.party_id: state.compared_key(member.party_id)
        for state in states.values()
        for member in state
        if delisted or member.status != "delisted"
    }
    now = screener.compared_keys()
    changed = [party_id for party_id, key in now.items() if was.get(party_id) != key]
    return list(screener.compared_parties(changed))
