"""Ask many subjects at once, down to a score that is lower than today's threshold.

Reach for :func:`ask_all`. A screener that can be asked many at a time is; one that can be made with another
threshold is asked down to a floor, so that one run tells what every threshold above it would have given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import isnan
from typing import TypeAlias

from ...errors import SanctionsScreenError, SettingsError
from ...model import Subject
from ..elsewhere import ask_in_processes
from ..under_test import Answer, RawAnswer, ScreenerUnderTest, answer_of, read_in_full

__all__ = ["Asking", "Progress", "ask_all", "failure", "lowest_floor"]

_AT_ONCE = 2000
_WORTH_IT = 2000
"""Subjects, above which other processes are started."""


def lowest_floor(under_test: ScreenerUnderTest, threshold: float, wanted: float) -> float:
    """Return the lowest score that can be asked for: *wanted*, or *threshold* where it cannot be changed."""
    can_go_lower = under_test.many_at or under_test.with_threshold or under_test.threshold is not None
    return wanted if can_go_lower else threshold


Progress: TypeAlias = Callable[[str, int, int], None]
"""Told what is being asked, how many more were answered, and of how many."""


@dataclass(frozen=True)
class Asking:
    """How subjects are asked.

    Attributes:
        floor: The lowest score that is wanted.
        processes: How many processes ask, where the screener can be sent to others.
        progress: Told how far it is.
        what: What is being asked.
    """

    floor: float
    processes: int = 1
    progress: Progress | None = None
    what: str = "subjects"

    def of(self, what: str) -> Asking:
        """Return the same for other subjects."""
        return replace(self, what=what)


def ask_all(under_test: ScreenerUnderTest, asked: Sequence[Subject], how: Asking) -> list[Answer]:
    """Return the answer to each subject, in their order, with the scores from the floor up.

    Raises SettingsError when a score is no number or outside [0, 1], an answer is of no form that can be
    read, or the screener fails.
    """
    answers: list[Answer] = []
    for some in _asked_in_turn(under_test, asked, how):
        answers += some
        if how.progress is not None:
            how.progress(how.what, len(some), len(asked))
    if len(answers) != len(asked):
        raise SettingsError(f"{len(asked)} subjects had {len(answers)} answers")
    for subject, answer in zip(asked, answers, strict=True):
        _check_scores(subject, answer)
    return answers


def _asked_in_turn(
    under_test: ScreenerUnderTest, asked: Sequence[Subject], how: Asking
) -> Iterator[list[Answer]]:
    if how.processes > 1 and under_test.workers is not None and len(asked) > _WORTH_IT:
        yield from ask_in_processes(under_test.workers(how.floor), asked, how.floor, how.processes)
        return
    ask = _asking(under_test, how.floor)
    waiting = iter(asked)
    while some := list(islice(waiting, _AT_ONCE)):
        yield _answers(ask, some, how.floor)


def _answers(
    ask: Callable[[Sequence[Subject]], Iterable[RawAnswer]], some: Sequence[Subject], floor: float
) -> list[Answer]:
    """Return the answers to some subjects; SettingsError, which names one, where the screener fails."""
    answers: list[Answer] = []
    try:
        # One by one, so that those before a failure tell whom it was for.
        answers.extend(answer_of(read_in_full(raw), floor) for raw in ask(some))
    except SanctionsScreenError:
        raise
    # Broad on purpose: another's screener may raise anything.
    except Exception as error:
        raise failure(some[min(len(answers), len(some) - 1)], error) from error
    return answers


def failure(asked: Subject, error: Exception) -> SettingsError:
    """Return what a screener under test raised as an error in one line that names the subject."""
    return SettingsError(
        f"the screener under test failed when it was asked for {asked.name!r:.100}: "
        f"{type(error).__name__}: {' '.join(str(error).split()):.200}"
    )


def _asking(
    under_test: ScreenerUnderTest, floor: float
) -> Callable[[Sequence[Subject]], Iterable[RawAnswer]]:
    if under_test.many_at is not None:
        return under_test.many_at(floor)
    if under_test.with_threshold is not None:
        lower = under_test.with_threshold(floor)
        return lambda some: (lower(subject) for subject in some)
    if under_test.screen_many is not None:
        return under_test.screen_many
    return lambda some: (under_test.screen(subject) for subject in some)


def _check_scores(subject: Subject, answer: Answer) -> None:
    for party_id, score in answer.scores.items():
        if isnan(score) or not 0.0 <= score <= 1.0:
            raise SettingsError(
                f"{subject.name!r}: {party_id} scores {score}; a validation needs scores in [0, 1]"
            )
