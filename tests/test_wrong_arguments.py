"""Whatever is wrong with an argument is one error of one family, in one line that names it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import sanctions_screen
import sanctions_screen.model
from sanctions_screen.errors import SanctionsScreenError
from sanctions_screen.model.arguments import DAY, TEXT, checked

# As callers who have no type checker use them.
ss: Any = sanctions_screen
model: Any = sanctions_screen.model

STORE = ss.ListStore.embedded()
SCREENER = ss.Screener(STORE)
NOON = datetime(2020, 1, 1, 12)  # noqa: DTZ001 -- a moment without a zone is what people give
CUSTOMERS = Path(__file__).parents[1] / "examples" / "customers.csv"
DAY_ONE = date(2020, 1, 1)


def _decided(folder: Path, **wrong: Any) -> Any:
    """Decide about a hit, with one argument that is wrong."""
    result = SCREENER.screen("Thein Htay")
    right = {"subject": result.subject, "hit": result.hits[0], "provenance": result.provenance}
    right |= {"by": "me", "verdict": "cleared", "reason": "another"}
    return ss.DecisionLog(folder / "log.jsonl").decide(**right | wrong)


def _batch(folder: Path, **told: Any) -> object:
    return ss.screen_csv(CUSTOMERS, folder / "out.csv", screener=SCREENER, **told)


WRONG: dict[str, Callable[[Any], Any]] = {
    "a path for a store": lambda _: ss.Screener("lists.db"),
    "no store": lambda _: ss.Screener(None),
    "a dict for settings": lambda _: ss.Screener(STORE, settings={"threshold": 0.8}),
    "settings for lists": lambda _: ss.Screener(STORE, model.ScreeningSettings()),
    "numbers for lists": lambda _: ss.Screener(STORE, lists=(1,)),
    "an unknown list": lambda _: ss.Screener(STORE, lists=("nope",)),
    "a threshold of 80": lambda _: model.ScreeningSettings(threshold=80),
    "a threshold in words": lambda _: model.ScreeningSettings(threshold="high"),
    "an unknown setting": lambda _: model.ScreeningSettings(treshold=0.8),
    "as_of as text": lambda _: ss.Screener(STORE, as_of="2020-01-01"),
    "as_of as a moment": lambda _: ss.Screener(STORE, as_of=NOON),
    "known_on in words": lambda _: ss.Screener(STORE, known_on="yesterday"),
    "the status on a day in words": lambda _: STORE.history("us-ofac-sdn:16102").status("2014-06-30"),
    "the status on no day": lambda _: STORE.history("us-ofac-sdn:16102").status(None),
    "a path with a NUL": lambda _: ss.ListStore.open("lists\0.db"),
    "a path with half a character": lambda _: ss.ListStore.open("lists\ud800.db"),
    "a file with a NUL": lambda _: ss.screen_csv("in\0.csv", "out.csv", screener=SCREENER),
    "a number for an encoding": lambda folder: _batch(folder, encoding=3),
    "an encoding with a NUL": lambda folder: _batch(folder, encoding="utf\0"),
    "bytes for a delimiter": lambda folder: _batch(folder, delimiter=b";"),
    "a number for a delimiter": lambda folder: _batch(folder, output_delimiter=3),
    "a day for a date format": lambda folder: _batch(folder, date_format=date(2020, 1, 1)),
    "no name for the errors": lambda folder: _batch(folder, errors=""),
    "one text for many": lambda _: list(SCREENER.screen_many("abc")),
    "one text for a batch": lambda _: SCREENER.screen_batch("abc"),
    "numbers for subjects": lambda _: SCREENER.screen_batch([1]),
    "None for a subject": lambda _: SCREENER.screen(None),
    "bytes for a subject": lambda _: SCREENER.screen(b"Thein Htay"),
    "an unknown party explained": lambda _: SCREENER.explain("x", 5),
    "no name": lambda _: ss.Subject(),
    "a name without its field": lambda _: ss.Subject("x"),
    "an unknown field": lambda _: ss.Subject(name="x", nationality="MM"),
    "an unknown kind": lambda _: ss.Subject(name="x", kind="robot"),
    "countries as text": lambda _: ss.Subject(name="x", countries="MM"),
    "a birth date of another form": lambda _: ss.Subject(name="x", birth_date="07/09/1955"),
    "a party without a kind": lambda _: ss.Party(party_id="mine:1"),
    "a name without text": lambda _: model.Name(),
    "an identifier of no type": lambda _: model.Identifier(type="library card", value="1"),
    "history of nothing": lambda _: STORE.history(None),
    "history of an unknown list": lambda _: STORE.history("nope:1"),
    "a snapshot on a day in words": lambda _: STORE.snapshot("un-sc", "2020-01-01"),
    "a snapshot at a moment": lambda _: STORE.snapshot("un-sc", NOON),
    "a difference between words": lambda _: STORE.diff("un-sc", "a", "b"),
    "versions of a number": lambda _: STORE.versions(5),
    "a file that is none": lambda _: ss.ListStore.in_memory().import_file(None),
    "a file that is not there": lambda _: ss.ListStore.in_memory().import_file("/nope"),
    "a store at a number": lambda _: ss.ListStore.open(5),
    "a store in no folder": lambda folder: ss.ListStore.open(folder / "no" / "x.db"),
    "numbers for parties": lambda _: ss.ListStore.in_memory().add_snapshot("own", [1], published_on=DAY_ONE),
    "text for parties": lambda _: ss.ListStore.in_memory().add_snapshot("own", "x", published_on=DAY_ONE),
    "a day of publication in words": lambda _: ss.ListStore.in_memory().add_snapshot(
        "own", [], published_on="2020-01-01"
    ),
    "no input": lambda folder: ss.screen_csv(None, folder / "o.csv", screener=SCREENER),
    "an input that is not there": lambda folder: ss.screen_csv("/nope", folder / "o.csv", screener=SCREENER),
    "a store for a screener": lambda folder: ss.screen_csv(CUSTOMERS, folder / "o.csv", screener=STORE),
    "columns as text": lambda folder: ss.screen_csv(
        CUSTOMERS, folder / "o.csv", screener=SCREENER, columns="name"
    ),
    "a page for output": lambda folder: ss.screen_csv(CUSTOMERS, folder / "o.pdf", screener=SCREENER),
    "an unknown kind for two names": lambda _: ss.compare_names("a", "b", kind="robot"),
    "a number for lists": lambda _: ss.Screener(STORE, lists=5),
    "a list for a party explained": lambda _: SCREENER.explain("x", []),
    "no change files": lambda _: ss.ListStore.in_memory().import_changes([]),
    "a number for a change file": lambda _: ss.ListStore.in_memory().import_changes([5]),
    "a path for a result to replay": lambda _: ss.replay("result.json", STORE),
    "a path to replay from": lambda _: ss.replay(SCREENER.screen("Thein Htay"), "lists.db"),
    "no summary": lambda _: ss.replay_batch(None, STORE),
    "a name for a decided subject": lambda folder: _decided(folder, subject="Thein Htay"),
    "an index for a decided hit": lambda folder: _decided(folder, hit=0),
    "nobody who decided": lambda folder: _decided(folder, by=None),
    "an unknown verdict": lambda folder: _decided(folder, verdict="fine"),
    "no reason": lambda folder: _decided(folder, reason=None),
    "a last day in words": lambda folder: _decided(folder, until="2030-01-01"),
    "a moment of no zone": lambda folder: _decided(folder, at=NOON),
    "most hits in words": lambda folder: ss.DecidedScreener(
        SCREENER, ss.DecisionLog(folder / "log.jsonl"), max_hits="x"
    ),
    "more workers than can be of use": lambda folder: ss.screen_csv(
        CUSTOMERS, folder / "hits.csv", screener=SCREENER, workers=100_000
    ),
    "no second name": lambda _: ss.compare_names("a", None),
    "a log at a number": lambda _: ss.DecisionLog(5),
    "a path for a log": lambda _: ss.DecidedScreener(SCREENER, "log.jsonl"),
    "a store for what decides": lambda folder: ss.DecidedScreener(
        STORE, ss.DecisionLog(folder / "log.jsonl")
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_argument_is_one_line_of_one_family(tmp_path: Path, what: str) -> None:
    with pytest.raises(SanctionsScreenError) as caught:
        WRONG[what](tmp_path)
    told = str(caught.value)
    assert told
    assert "\n" not in told
    assert "pydantic" not in told
    assert len(told) < 400
    assert list(tmp_path.iterdir()) == []


@checked(on=DAY, name=TEXT)
def asked(on: date | None = None, name: str = "x", *, more: int = 0) -> tuple[date | None, str, int]:
    """Give back what was given."""
    return on, name, more


def test_what_is_looked_at_is_handed_on_as_it_is() -> None:
    assert asked() == (None, "x", 0)
    assert asked(DAY_ONE, name="y", more=2) == (DAY_ONE, "y", 2)
    assert asked(None) == (None, "x", 0)
    assert asked.__doc__ == "Give back what was given."
    for wrong in ((NOON,), (DAY_ONE, 5), (DAY_ONE, None)):
        with pytest.raises(ValueError, match=r"is (a day|text), "):
            asked(*wrong)


@pytest.mark.parametrize("as_of", ["2014-06-30", NOON, 2014])
def test_a_moment_or_a_text_is_no_day_to_screen_as_of(as_of: object) -> None:
    told = r"as_of is a day, such as datetime\.date\(2014, 6, 30\)"
    with pytest.raises(ss.errors.SettingsError, match=told):
        ss.Screener(STORE, as_of=as_of)


@pytest.mark.parametrize("subject", [None, float("nan"), 5, b"Thein Htay"])
def test_a_missing_cell_is_no_subject(subject: object) -> None:
    screener = ss.Screener(STORE, lists=["un-sc"], as_of=date(2020, 1, 1))
    with pytest.raises(TypeError, match="a subject is a name"):
        screener.screen(subject)


@pytest.mark.parametrize("field", ["countries", "identifiers"])
@pytest.mark.parametrize("value", [None, "MM", 5, (5,), (None,)])
def test_a_subject_names_the_field_that_is_wrong(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        ss.Subject(name="x", **{field: value})
