"""Ask the same question again: at once, later, in another order, in another process, and against the clock.

Reach for this module when a screener's answers must not depend on chance or on what came before. Hypothesis
seeds the generators of Python and numpy for each example, so a screener that throws dice throws the same ones
every time; here it throws its own. Guarantee: the generators' states are put back as they were.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from random import Random

from ..model import PartialDate, Party, Subject
from .elsewhere import ElsewhereError, ask_elsewhere, why_not_elsewhere
from .report import Counterexample
from .trial import Examination, Trial, Violation
from .under_test import Answer

__all__ = ["examine_in_time", "examine_other_process", "examine_same_answer", "lacks_elsewhere"]

_IN_ALL_ROUNDS = 3
"""How often a question is asked in a row, in each of four orders."""
_AT_ONCE = 60
"""How often a question that wavered is asked in a row, to show the smallest one that does."""


@contextmanager
def _free_dice() -> Iterator[None]:
    """Let random generators run free, and put them back."""
    state = random.getstate()
    numpy = sys.modules.get("numpy")
    numpy_state = numpy.random.get_state() if numpy else None
    random.seed()
    if numpy:
        numpy.random.seed()
    try:
        yield
    finally:
        random.setstate(state)
        if numpy:
            numpy.random.set_state(numpy_state)


def _questions(trial: Trial, examples: int, random_seed: int) -> list[Subject]:
    """Return what is asked, the shortest name first: listed names with and without facts, and others."""
    source = Random(random_seed)  # noqa: S311 -- the same questions on every run; nothing is a secret
    spellings = trial.spellings
    wanted = max(5, examples // 3)
    drawn = source.sample(spellings, min(wanted, len(spellings)))
    asked: list[Subject] = []
    for party, text in dict.fromkeys([*spellings[: wanted // 3], *drawn]):
        asked += _with_facts(party, text)
    # Of two parties, whose order may change.
    asked += [
        Subject(name=one, aliases=(other,))
        for (one_party, one), (other_party, other) in pairwise(drawn)
        if one_party != other_party
    ]
    asked += [Subject(name=text) for text in ("Nemo Vopuki", "", "张伟", "x")]
    return sorted(dict.fromkeys(asked), key=lambda each: (len(each.name), each.canonical_json()))


def _with_facts(party: Party, text: str) -> list[Subject]:
    """Return the name alone and, where the party has a birth date, with it and with another."""
    alone = Subject(name=text)
    if not party.birth_dates:
        return [alone]
    born = party.birth_dates[0]
    other = PartialDate.of_day(date(born.earliest.year - 30, 3, 4))
    return [alone, *(alone.model_copy(update={"birth_date": each}) for each in (born, other))]


def examine_same_answer(trial: Trial, examples: int, random_seed: int) -> Examination:
    """The same question has the same answer, however often and in whatever order it is asked."""
    asked = _questions(trial, examples, random_seed)
    mixed = Random(random_seed + 1).sample(asked, len(asked))  # noqa: S311 -- as above
    orders = (asked, asked[::-1], mixed, mixed[::-1])
    with _free_dice():
        try:
            first, wavering = _asked_in_all(trial, orders)
            if wavering:
                return Examination(len(asked), _smallest(trial, asked, wavering))
            return _unless_empty(first.values())
        except Violation as violation:  # the screener raised
            return Examination(len(asked), violation.counterexample)


def _unless_empty(answers: Iterable[Answer]) -> Examination:
    """Return that the law holds, unless nobody was found: then it was not put to the test."""
    told = list(answers)
    if any(answer.scores for answer in told):
        return Examination(len(told))
    return Examination(0, untold="the screener finds nobody; an answer that is always empty never changes")


def _asked_in_all(
    trial: Trial, orders: Sequence[Sequence[Subject]]
) -> tuple[dict[Subject, Answer], dict[Subject, tuple[Answer, Answer]]]:
    """Return each question's first answer, and of those that had two answers, two of them."""
    first: dict[Subject, Answer] = {}
    found: dict[Subject, tuple[Answer, Answer]] = {}
    for order in orders:
        for subject in order:
            for _ in range(_IN_ALL_ROUNDS):
                answer = trial.ask(subject)
                known = first.setdefault(subject, answer)
                if not answer.same_as(known):
                    found.setdefault(subject, (known, answer))
    return first, found


def _smallest(
    trial: Trial, asked: Sequence[Subject], wavering: dict[Subject, tuple[Answer, Answer]]
) -> Counterexample:
    """Return the shortest question that wavers when asked in a row, else with one other between, else any."""
    for subject in asked:
        known = trial.ask(subject)
        for again in range(2, _AT_ONCE + 1):
            answer = trial.ask(subject)
            if not answer.same_as(known):
                return Violation(
                    f"the same question, asked again at once, had {_another(answer, known)}",
                    subject=subject, first=known, and_later=answer, asked_times=again,
                ).counterexample  # fmt: skip
    for subject in sorted(wavering, key=lambda each: len(each.name)):
        for between in asked[:50]:
            known = trial.ask(subject)
            trial.ask(between)
            answer = trial.ask(subject)
            if not answer.same_as(known):
                return Violation(
                    f"the same question had {_another(answer, known)} after one question between",
                    subject=subject, first=known, between=between, and_then=answer,
                ).counterexample  # fmt: skip
    subject = min(wavering, key=lambda each: (len(each.name), each.canonical_json()))
    one, other = wavering[subject]
    return Violation(
        "the same question had two answers, in different orders of the same questions",
        subject=subject, first=one, and_later=other,
    ).counterexample  # fmt: skip


def _another(answer: Answer, known: Answer) -> str:
    return "its hits in another order" if answer == known else "another answer"


def lacks_elsewhere(trial: Trial) -> str | None:
    """Return why the screener cannot be asked in another process; None when it can."""
    return why_not_elsewhere(trial.under_test)


def examine_other_process(trial: Trial, examples: int, random_seed: int) -> Examination:
    """Another process, with another hash seed, asked in reverse order, gives the same answers."""
    asked = _questions(trial, examples, random_seed)
    try:
        here = [trial.ask(subject) for subject in asked]
        there = ask_elsewhere(trial.under_test, asked[::-1])[::-1]
    except Violation as violation:
        return Examination(len(asked), violation.counterexample)
    except ElsewhereError as error:
        return Examination(0, untold=str(error), tried=False)
    for subject, one, other in zip(asked, here, there, strict=True):
        # A mapping made of a set has another order under another hash seed, and tells none.
        if not one.same_as(other, asked_alike=False):
            found = Violation(
                f"another process gave {_another(one, other)}", subject=subject, here=one, there=other
            )  # fmt: skip
            return Examination(len(asked), found.counterexample)
    return _unless_empty(here)


_TRIES = 3


def examine_in_time(trial: Trial, examples: int, random_seed: int) -> Examination:
    """No question takes longer than ``answer_within``, not even a very long one; the best of three counts."""
    asked = _questions(trial, min(examples, 30), random_seed)
    long = [Subject(name="Vopuki " * 60), Subject(name="x" * 5000)]
    for subject in [*asked, *long]:
        if all(_takes_longer(trial, subject) for _ in range(_TRIES)):
            found = Violation(
                f"an answer took longer than {trial.answer_within:g} s, {_TRIES} times in a row",
                subject=_shortened(subject), letters=len(subject.name),
            )  # fmt: skip
            return Examination(len(asked) + len(long), found.counterexample)
    return Examination(len(asked) + len(long))


def _takes_longer(trial: Trial, subject: Subject) -> bool:
    began = time.perf_counter()
    try:
        trial.ask(subject)
    except Violation:
        return False  # an error is told by the laws about names; it was at least quick or slow to come
    return time.perf_counter() - began > trial.answer_within


def _shortened(subject: Subject) -> Subject:
    return (
        subject if len(subject.name) <= 80 else subject.model_copy(update={"name": subject.name[:77] + "…"})
    )
