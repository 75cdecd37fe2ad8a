"""Laws about asking: the answer depends on the question, the parties and the threshold, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from hypothesis import strategies as st

from ..model import Subject
from .drawing import draw_subject
from .trial import Told, Trial, Violation
from .under_test import Answer

__all__ = [
    "check_batch",
    "check_list_order",
    "check_score_range",
    "check_threshold",
]


def _unless(answers: Iterable[Answer], untold: str) -> Told:
    """Return *untold* when nobody was found in any of the answers: then they tell nothing."""
    return None if any(answer.scores for answer in answers) else untold


_MANY_TIMES: Final = 30


def _namesake(subject: Subject, data: st.DataObject) -> Subject:
    """Return a subject of the same name, of whom something else is known."""
    known: dict[str, Any] = {
        "birth_date": data.draw(st.sampled_from((None, "1901-02-03"))),
        "kind": data.draw(st.sampled_from((None, "organisation"))),
    }
    return Subject(name=subject.name, **known)


def check_batch(trial: Trial, data: st.DataObject) -> Told:
    """A batch answers as one by one, also where it is long or has several of one name."""
    asked = [draw_subject(trial, data) for _ in range(data.draw(st.integers(1, 4)))]
    asked += [_namesake(each, data) for each in asked if data.draw(st.booleans())]
    asked *= data.draw(st.sampled_from((1, 1, 1, _MANY_TIMES)))
    answers = trial.ask_many(asked)
    if len(answers) != len(asked):
        raise Violation(f"{len(asked)} subjects had {len(answers)} answers", subject=asked[0])
    for place, subject in enumerate(asked):
        alone = trial.ask(subject)
        if not answers[place].same_as(alone, asked_alike=False):
            raise Violation(
                f"subject {place + 1} of {len(asked)} has another answer in the batch than alone",
                subject=subject, in_the_batch=answers[place], alone=alone,
            )  # fmt: skip
    return _unless(answers, "the screener found nobody in any batch")


def check_threshold(trial: Trial, data: st.DataObject) -> Told:
    """A higher threshold never adds a hit, and keeps those that reach it."""
    make = trial.under_test.with_threshold
    assert make is not None
    steps = st.integers(0, 20).map(lambda step: step / 20)
    low, high = sorted((data.draw(steps), data.draw(steps)))
    subject = draw_subject(trial, data)
    many, few = trial.ask(subject, make(low)), trial.ask(subject, make(high))
    for party_id, score in few.scores.items():
        if score < high:
            raise Violation(f"{party_id} is a hit below the threshold {high}", subject=subject, answer=few)
        if many.score(party_id) is None or many.scores[party_id] != score:
            raise Violation(
                f"raising the threshold from {low} to {high} adds {party_id} or changes its score",
                subject=subject, at_the_lower=many, at_the_higher=few,
            )  # fmt: skip
    lost = [
        party_id for party_id, score in many.scores.items() if score >= high and party_id not in few.scores
    ]
    if lost:
        raise Violation(f"{lost[0]} reaches {high} and is no hit there", subject=subject, at_the_lower=many)
    return _unless([many, few], "the screener found nobody at any threshold")


def check_list_order(trial: Trial, data: st.DataObject) -> Told:
    """The order of the list's parties changes nothing."""
    first, *others = trial.reordered
    other_order = data.draw(st.sampled_from(others))
    subject = draw_subject(trial, data)
    answer, other = trial.ask(subject, first), trial.ask(subject, other_order)
    if answer != other:
        raise Violation(
            "the order of the list's parties changes the answer",
            subject=subject, in_one_order=answer, in_another=other,
        )  # fmt: skip
    return _unless([answer], "the screener found nobody in any order of the parties")


def check_score_range(trial: Trial, data: st.DataObject) -> Told:
    """Scores lie in [0, 1]."""
    subject = draw_subject(trial, data)
    answer = trial.ask(subject)
    for party_id, score in answer.scores.items():
        if not 0.0 <= score <= 1.0:
            raise Violation(f"{party_id} scores {score}, outside [0, 1]", subject=subject, answer=answer)
    return _unless([answer], "the screener gave no score")
