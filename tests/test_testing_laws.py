"""Each law holds for a screener that keeps it and is seen to fail for one that breaks it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import pytest
from plain_screener import PARTIES, under_test
from wrong_screeners import WRONG, slow

from sanctions_screen.model import Identifier, Name, Party, Subject
from sanctions_screen.testing import (
    ALL_LAWS,
    MUST_SURVIVE,
    LawResult,
    ScreenerUnderTest,
    check_screener,
    law_named,
    survives,
)
from sanctions_screen.testing.under_test import RawAnswer, Screen

GOOD = under_test(PARTIES)
Wrap = Callable[[Subject, dict[str, float]], RawAnswer]


def _scores(screener: ScreenerUnderTest, subject: Subject) -> dict[str, float]:
    return {row[0]: row[1] for row in screener.screen(subject)}  # type: ignore[misc]


def _wrapped(change: Wrap) -> ScreenerUnderTest:
    return replace(GOOD, screen=lambda subject: change(subject, _scores(GOOD, subject)))


def _refuses_what_has_no_letters(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    if not any(map(str.isalpha, subject.name)):
        raise ValueError("no letters")
    return scores


def _misses_the_fifth(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return {party_id: score for party_id, score in scores.items() if party_id != "my-list:5"}


def _counts_an_alias_against(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return {party_id: score - 0.01 * len(subject.aliases) for party_id, score in scores.items()}


def _reads_no_other_name(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return _scores(GOOD, subject.model_copy(update={"aliases": ()}))


def _always_finds_the_first(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return {"my-list:1": 0.8, **scores}


def _drops_the_second(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return dict(list(scores.items())[:1])


def _raises_for_other_scripts(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return scores if subject.name.isascii() else {}


def _forgets_with_an_identifier(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return {party_id: score - 0.2 * len(subject.identifiers) for party_id, score in scores.items()}


@dataclass(frozen=True)
class _HashOrdered:
    """Answers by the order of a set of texts, which another process has otherwise."""

    def __call__(self, subject: Subject) -> RawAnswer:
        return {"my-list:1": 0.5 + hash(subject.name) % 1000 / 10_000}


def _batch_that(change: Callable[[list[RawAnswer]], list[RawAnswer]]) -> ScreenerUnderTest:
    def many(subjects: Sequence[Subject]) -> Iterable[RawAnswer]:
        return change([GOOD.screen(subject) for subject in subjects])

    return replace(GOOD, screen_many=many)


def _threshold_that(change: Callable[[float, dict[str, float]], RawAnswer]) -> ScreenerUnderTest:
    make = GOOD.with_threshold
    assert make is not None
    return replace(
        GOOD,
        with_threshold=lambda threshold: lambda subject: change(threshold, dict(make(threshold)(subject))),  # type: ignore[arg-type]
    )


def _sees_only_the_first_three(parties: Sequence[Party]) -> Screen:
    make = GOOD.with_parties
    assert make is not None
    return make(parties[:3])


def _counts_above_one(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return {party_id: score * 1.2 for party_id, score in scores.items()}


def _counts_a_birth_date_against(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return {party_id: score - (0.2 if subject.birth_date else 0) for party_id, score in scores.items()}


def _counts_any_birth_date_for(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    bare = _scores(GOOD, subject.model_copy(update={"birth_date": None}))
    return {party_id: score + (0.1 if subject.birth_date else 0) for party_id, score in bare.items()}


def _adds_whoever_has_a_birth_date(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    bare = _scores(GOOD, subject.model_copy(update={"birth_date": None}))
    return {**bare, "my-list:1": bare.get("my-list:1", 0.8)} if subject.birth_date else bare


def _reads_no_identifier(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return GOOD.screen(subject.model_copy(update={"identifiers": ()}))


def _tells_all_as_listed(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return [(party_id, score, "listed") for party_id, score in scores.items()]


def _scores_another_higher(subject: Subject, scores: dict[str, float]) -> RawAnswer:
    return {**scores, "my-list:2": 0.95} if "my-list:5" in scores else scores


BROKEN: list[tuple[str, ScreenerUnderTest]] = [
    ("any-text", _wrapped(_refuses_what_has_no_letters)),
    ("same-name", _wrapped(_misses_the_fifth)),
    ("same-name", _wrapped(_scores_another_higher)),
    *((f"survives-{each.name}", under_test(PARTIES, each.name)) for each in MUST_SURVIVE),
    ("alias-added", _wrapped(_counts_an_alias_against)),
    ("other-name-is-read", _wrapped(_reads_no_other_name)),
    ("unrelated-is-clear", _wrapped(_always_finds_the_first)),
    ("original-script", _wrapped(_raises_for_other_scripts)),
    ("every-bearer", _wrapped(_drops_the_second)),
    ("other-process", replace(GOOD, screen=_HashOrdered(), elsewhere=None)),
    (
        "birth-date-is-read",
        _wrapped(lambda s, _: _scores(GOOD, s.model_copy(update={"birth_date": None}))),
    ),
    ("identifier-stands", _wrapped(_forgets_with_an_identifier)),
    ("delisted-is-found", _wrapped(lambda _, scores: {p: s for p, s in scores.items() if p != "my-list:1"})),
    *((law, make(GOOD)) for make, law in WRONG.values() if make is not slow),
    ("batch", _batch_that(lambda answers: answers[::-1])),
    ("batch", _batch_that(lambda answers: answers[1:])),
    (
        "threshold",
        _threshold_that(lambda threshold, scores: {**scores, **({"x": 1.0} if threshold > 0.9 else {})}),
    ),
    ("threshold", _threshold_that(lambda threshold, scores: {} if threshold > 0.5 else scores)),
    ("threshold", _threshold_that(lambda _, scores: {**scores, "x": 0.0})),
    ("threshold", _threshold_that(lambda threshold, scores: dict.fromkeys(scores, threshold))),
    ("list-order", replace(GOOD, with_parties=_sees_only_the_first_three)),
    ("score-range", _wrapped(_counts_above_one)),
    ("score-range", _wrapped(lambda _, scores: dict.fromkeys(scores, float("nan")))),
    ("evidence-agrees", _wrapped(_counts_a_birth_date_against)),
    ("evidence-agrees", _wrapped(lambda subject, scores: {} if subject.birth_date else scores)),
    ("evidence-agrees", _wrapped(lambda subject, scores: {} if subject.gender else scores)),
    ("evidence-contradicts", _wrapped(_adds_whoever_has_a_birth_date)),
    ("evidence-contradicts", _wrapped(_counts_any_birth_date_for)),
    ("identifier-settles", _wrapped(_reads_no_identifier)),
    ("status", _wrapped(_tells_all_as_listed)),
]


def test_a_screener_that_keeps_every_law_passes_them_all() -> None:
    report = check_screener(GOOD)
    assert [result for result in report.results if result.outcome != "holds"] == []


@pytest.mark.parametrize(("law", "broken"), BROKEN, ids=[f"{n}-{law}" for n, (law, _) in enumerate(BROKEN)])
def test_each_law_fails_for_a_screener_that_breaks_it_and_shows_where(
    law: str, broken: ScreenerUnderTest
) -> None:
    result = check_screener(broken, laws=[law_named(law)]).result_of(law)
    assert result.outcome == "broken"
    assert result.counterexample is not None
    assert result.counterexample.shown


def test_every_law_has_a_screener_that_breaks_it() -> None:
    assert {law.name for law in ALL_LAWS} == {law for law, _ in BROKEN} | {"in-time"}


def test_a_slow_screener_is_told_and_tried_on_fewer_examples() -> None:
    report = check_screener(
        slow(GOOD), laws=[law_named("in-time"), law_named("same-name")], answer_within=0.05, max_examples=10
    )
    late, named = report.results
    assert (late.outcome, named.outcome, named.examples) == ("broken", "holds", 1)


def test_a_law_is_not_kept_by_a_screener_that_finds_nobody_but_for_answering_in_time() -> None:
    report = check_screener(WRONG["always clear"][0](GOOD).screen, PARTIES, max_examples=10)
    assert [result.law for result in report.results if result.outcome == "holds"] == ["in-time"]
    assert {result.law for result in report.failures} == {
        "same-name",
        "original-script",
        "identifier-settles",
    }
    assert all("screener" in (result.reason or "") for result in report.vacuous)


def test_what_a_screener_throws_dice_for_is_seen_though_hypothesis_holds_the_dice() -> None:
    result = _result_of("same-answer", WRONG["random loss"][0](GOOD))
    assert result.counterexample is not None
    assert "asked again at once" in result.counterexample.said
    assert len(dict(result.counterexample.shown)["subject"]["name"]) <= len("CHONG GANG") + 1


def test_asking_again_leaves_the_generators_as_they_were() -> None:
    random.seed(7)
    expected = random.random()
    random.seed(7)
    _result_of("same-answer", GOOD)
    assert random.random() == expected


def test_the_counterexample_is_the_smallest_there_is() -> None:
    result = _result_of("same-name", _wrapped(_misses_the_fifth))
    assert result.counterexample is not None
    assert dict(result.counterexample.shown)["subject"] == {"name": "CHONG GANG"}


def test_a_screener_that_raises_is_reported_and_not_crashed_with() -> None:
    def screen(subject: Subject) -> RawAnswer:
        raise RuntimeError("the service is down")

    result = _result_of("same-name", ScreenerUnderTest(screen, parties=PARTIES))
    assert result.counterexample is not None
    assert "RuntimeError: the service is down" in result.counterexample.said


def test_what_goes_wrong_in_a_lazy_answer_is_reported_too() -> None:
    def screen(subject: Subject) -> RawAnswer:
        yield ("my-list:1", 1.0)
        raise RuntimeError("half-way")

    result = _result_of("same-name", ScreenerUnderTest(screen, parties=PARTIES))
    assert result.counterexample is not None
    assert "half-way" in result.counterexample.said


def test_a_screener_that_wavers_is_reported_under_any_law() -> None:
    answers = iter([{}, {"my-list:1": 1.0}] * 10_000)
    result = _result_of("same-name", ScreenerUnderTest(lambda _: next(answers), parties=PARTIES[:1]))
    assert result.outcome == "broken"


def test_a_name_the_screener_misses_breaks_same_name_and_not_the_laws_about_changes() -> None:
    blind = ScreenerUnderTest(lambda _: {}, parties=PARTIES)
    laws = [law_named("same-name"), *(survives(each) for each in MUST_SURVIVE)]
    assert [result.law for result in check_screener(blind, laws=laws).failures] == ["same-name"]


def _result_of(law: str, screener: ScreenerUnderTest) -> LawResult:
    return check_screener(screener, laws=[law_named(law)]).result_of(law)


def test_a_screener_that_takes_a_number_of_zeros_for_a_filler_keeps_the_laws_about_identifiers() -> None:
    number = Identifier(type="passport", value="QX 0000007")
    party = Party(
        party_id="my-list:9", kind="person", names=(Name(text="Orlagh Brezhkova"),), identifiers=(number,)
    )
    (result,) = check_screener(lambda _: {}, [party], laws=[law_named("identifier-settles")]).results
    assert (result.outcome, result.reason) == (
        "not-checked",
        "there is no party with an identifier of a strong type",
    )


def test_a_screener_that_keeps_to_a_first_page_of_hits_is_told() -> None:
    words = [first + last for first in "bdfgklmnpr" for last in ("an", "ei", "or", "um", "ik", "olt", "ast")]
    people = {
        f"{word} {word}o": Party(party_id=f"p:{word}", kind="person", names=(Name(text=f"{word} {word}o"),))
        for word in words
    }

    def named(subject: Subject) -> list[tuple[str, float]]:
        return [(people[name].party_id, 1.0) for name in (subject.name, *subject.aliases) if name in people]

    def outcome(screen: Screen) -> str:
        laws = [law_named("every-bearer")]
        return check_screener(screen, people.values(), laws=laws, max_examples=20).results[0].outcome

    assert outcome(named) == "holds"
    assert {outcome(lambda subject, page=page: named(subject)[:page]) for page in (10, 50)} == {"broken"}  # type: ignore[misc]


def test_a_script_that_few_names_are_in_is_asked_as_often_as_that_of_many() -> None:
    hangul = [chr(0xAC00 + 28 * place) + "철수" for place in range(200)]
    people = [
        Party(party_id=f"script:{place}", kind="person", names=(Name(text=text),))
        for place, text in enumerate([*hangul, "Иван Петров"])
    ]
    deaf = WRONG["deaf to Cyrillic"][0](under_test(people))
    (result,) = check_screener(deaf, laws=[law_named("original-script")], max_examples=20).results
    assert result.outcome == "broken"
    assert "its own script, Cyrillic" in str(result.counterexample)
