"""Twenty-three ways to make a good screener wrong, each with the law that has to notice.

Each takes a good screener under test and returns it with one fault; nothing else of it changes.
"""

from __future__ import annotations

import random
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sanctions_screen.model import Subject
from sanctions_screen.testing import Answer, ScreenerUnderTest, answer_of
from sanctions_screen.testing.under_test import RawAnswer

__all__ = ["WRONG"]

Rows = list[tuple[str, float, str]]


def _asked(good: ScreenerUnderTest, subject: Subject) -> Rows:
    answer: Answer = answer_of(good.screen(subject), good.threshold)
    return [(party_id, score, answer.statuses.get(party_id, "")) for party_id, score in answer.scores.items()]


def _with(good: ScreenerUnderTest, change: Callable[[Subject], RawAnswer]) -> ScreenerUnderTest:
    return replace(good, screen=change)


def random_loss(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda subject: [] if random.random() < 0.1 else _asked(good, subject))


def cut_at_40(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda s: _asked(good, s.model_copy(update={"name": s.name[:40]})))


def cut_at_400(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda s: _asked(good, s.model_copy(update={"name": s.name[:400]})))


def random_order(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda subject: random.sample(rows := _asked(good, subject), len(rows)))


def random_order_of_a_mapping(good: ScreenerUnderTest) -> ScreenerUnderTest:
    def screen(subject: Subject) -> RawAnswer:
        rows = [row[:2] for row in _asked(good, subject)]
        return dict(random.sample(rows, len(rows)))

    return _with(good, screen)


def day_ignored(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return replace(good, on_day=lambda _: good)


def day_ignored_and_claimed(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return replace(good, on_day=lambda day: replace(good, as_of=day))


def past_days_forgotten(good: ScreenerUnderTest) -> ScreenerUnderTest:
    def on_day(day: date) -> ScreenerUnderTest:
        assert good.on_day is not None
        return replace(good.on_day(day), screen=lambda _: [])

    return replace(good, on_day=on_day)


def past_statuses_of_today(good: ScreenerUnderTest) -> ScreenerUnderTest:
    def on_day(day: date) -> ScreenerUnderTest:
        assert good.on_day is not None
        then = good.on_day(day)

        def screen(subject: Subject) -> RawAnswer:
            today = {row[0]: row[2] for row in _asked(good, subject)}
            return [(party, score, today.get(party, told)) for party, score, told in _asked(then, subject)]

        return replace(then, screen=screen)

    return replace(good, on_day=on_day)


def batch_by_name(good: ScreenerUnderTest) -> ScreenerUnderTest:
    def many(subjects: Sequence[Subject]) -> list[RawAnswer]:
        first: dict[str, RawAnswer] = {}
        return [first.setdefault(each.name, _asked(good, each)) for each in subjects]

    return replace(good, screen_many=many)


def batch_cut_at_10(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return replace(
        good,
        screen_many=lambda subjects: [
            _asked(good, each) if place < 10 else [] for place, each in enumerate(subjects)
        ],
    )


def lost_for_a_fact_that_the_list_has_not(good: ScreenerUnderTest) -> ScreenerUnderTest:
    parties = {str(party.party_id): party for party in good.parties or ()}

    def screen(subject: Subject) -> RawAnswer:
        wanted = bool(subject.countries)
        return [row for row in _asked(good, subject) if not wanted or parties[row[0]].country_codes]

    return _with(good, screen)


def delisted_dropped(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda subject: [row for row in _asked(good, subject) if row[2] != "delisted"])


def not_yet_listed_shown(good: ScreenerUnderTest) -> ScreenerUnderTest:
    names = {name.text: party.party_id for party in good.not_yet for name in party.names}

    def screen(subject: Subject) -> RawAnswer:
        early = [(names[subject.name], 1.0, "listed")] if subject.name in names else []
        return [*_asked(good, subject), *early]

    return _with(good, screen)


def birth_dates_ignored(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda s: _asked(good, s.model_copy(update={"birth_date": None})))


def top_1(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda s: sorted(_asked(good, s), key=lambda row: (-row[1], row[0]))[:1])


def deaf_to_cyrillic(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda s: [] if "CYRILLIC" in _scripts_of(s.name) else _asked(good, s))


def _scripts_of(text: str) -> set[str]:
    return {unicodedata.name(letter, "").split(" ")[0] for letter in text}


def latin_only(good: ScreenerUnderTest) -> ScreenerUnderTest:
    def ascii_of(subject: Subject) -> Subject:
        return subject.model_copy(update={"name": subject.name.encode("ascii", "ignore").decode()})

    return _with(good, lambda subject: _asked(good, ascii_of(subject)))


def percent_scores(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda s: [(party, 100 * score, status) for party, score, status in _asked(good, s)])


def stateful(good: ScreenerUnderTest) -> ScreenerUnderTest:
    asked: list[Subject] = [Subject(name="")]

    def screen(subject: Subject) -> RawAnswer:
        asked.append(subject)  # every seventh question has the answer of the one before
        return _asked(good, asked[-2] if len(asked) % 7 == 0 else subject)

    return _with(good, screen)


def slow(good: ScreenerUnderTest) -> ScreenerUnderTest:
    def screen(subject: Subject) -> RawAnswer:
        time.sleep(0.6)
        return _asked(good, subject)

    return _with(good, screen)


def case_sensitive(good: ScreenerUnderTest) -> ScreenerUnderTest:
    spelt = {name.text for party in good.parties or () for name in party.names}
    known = {text.casefold() for text in spelt}

    def screen(subject: Subject) -> RawAnswer:
        in_another_case = subject.name.casefold() in known and subject.name not in spelt
        return [] if in_another_case else _asked(good, subject)

    return _with(good, screen)


def always_clear(good: ScreenerUnderTest) -> ScreenerUnderTest:
    return _with(good, lambda _: [])


WRONG: dict[str, tuple[Callable[[ScreenerUnderTest], ScreenerUnderTest], str]] = {
    "random loss": (random_loss, "same-answer"),
    "cut at 40": (cut_at_40, "whole-name"),
    "cut at 400": (cut_at_400, "long-field"),
    "random order": (random_order, "same-answer"),
    "random order of a mapping": (random_order_of_a_mapping, "same-answer"),
    "day ignored": (day_ignored, "day-asked"),
    "day ignored and claimed": (day_ignored_and_claimed, "day-asked"),
    "past days forgotten": (past_days_forgotten, "day-asked"),
    "past statuses of today": (past_statuses_of_today, "day-asked"),
    "batch by name": (batch_by_name, "batch"),
    "batch cut at 10": (batch_cut_at_10, "batch"),
    "lost for a fact that the list has not": (lost_for_a_fact_that_the_list_has_not, "evidence-unknown"),
    "delisted dropped": (delisted_dropped, "delisted-is-found"),
    "not yet listed shown": (not_yet_listed_shown, "not-yet-listed"),
    "birth dates ignored": (birth_dates_ignored, "birth-date-is-read"),
    "top-1": (top_1, "every-bearer"),
    "deaf to Cyrillic": (deaf_to_cyrillic, "original-script"),
    "Latin only": (latin_only, "original-script"),
    "percent scores": (percent_scores, "score-range"),
    "stateful": (stateful, "same-answer"),
    "slow": (slow, "in-time"),
    "case-sensitive": (case_sensitive, "survives-case"),
    "always clear": (always_clear, "same-name"),
}
"""By what is wrong: how to make it so, and the law that breaks."""
