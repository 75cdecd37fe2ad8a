"""A data frame goes in and out as it is, and its rows have the answers of screening one by one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sanctions_screen import ListStore, Screener, Subject
from sanctions_screen.errors import ArgumentError, BatchError
from sanctions_screen.frames import screen_frame
from sanctions_screen.screening.many import plan_of, screen_columns

pa = pytest.importorskip("pyarrow")
pytest.importorskip("pyarrow.compute")
pytest.importorskip("narwhals")

COLUMNS: dict[str, list[Any]] = {
    "id": [1, 2, 3, 4],
    "name": ["Thein Htay", "Bob Stone", None, "Kim Sok-chol"],
    "dob": [dt.date(1955, 9, 7), None, None, None],
    "kind": ["person", "Sole trader", None, None],
    "countries": [["MM", "TH"], [], None, None],
}


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener(ListStore.embedded())


def test_columns_of_python_values_have_the_answers_of_one_by_one(screener: Screener) -> None:
    found = screen_columns(screener, plan_of(list(COLUMNS)), list(COLUMNS.values()))
    subject = Subject(
        name="Thein Htay", kind="person", birth_date="1955-09-07", countries=("MM", "TH"), reference="1"
    )
    (alone,) = screener.screen(subject).hits
    assert (found["party_id"][0], found["score"][0]) == (alone.party.party_id, alone.score)
    assert found["outcome"][:3] == ["hit-delisted", "clear", "unscreenable"]
    assert found["input"][:4] == [0, 1, 2, 3]
    assert "Sole trader" in found["not_used"][1]


def _frames() -> dict[str, Any]:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    return {
        "arrow": pa.table(COLUMNS),
        "pandas": pandas.DataFrame(COLUMNS),
        "polars": polars.DataFrame(COLUMNS),
    }


@pytest.mark.parametrize("kind", ["arrow", "pandas", "polars"])
def test_a_frame_comes_back_as_its_own_kind_with_its_own_columns(screener: Screener, kind: str) -> None:
    frame = _frames()[kind]
    found = screen_frame(frame, screener=screener)
    assert type(found) is type(frame)
    told = (
        found.to_pylist()
        if kind == "arrow"
        else found.to_dict("records")
        if kind == "pandas"
        else found.to_dicts()
    )
    assert [row["outcome"] for row in told[:3]] == ["hit-delisted", "clear", "unscreenable"]
    assert [row["row"] for row in told[:4]] == [1, 2, 3, 4]
    assert [int(row["id"]) for row in told[:4]] == [1, 2, 3, 4]
    assert told[0]["name (input)"] == "Thein Htay"
    expected = screen_columns(screener, plan_of(list(COLUMNS)), list(COLUMNS.values()))
    assert [row["party_id"] for row in told if row["outcome"].startswith("hit")] == [
        each for each in expected["party_id"] if each
    ]


def test_what_pandas_has_for_missing_is_missing(screener: Screener) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {
            "name": ["Bob Stone", float("nan"), pandas.NA, None],
            "dob": [pandas.NaT, pandas.Timestamp("1955-09-07"), pandas.NaT, pandas.NaT],
            "country": [pandas.NA, None, float("nan"), "MM"],
            "note": [1, "mixed", None, 2.5],
        }
    )
    found = screen_frame(frame, screener=screener)
    assert found["outcome"].tolist() == ["clear", "unscreenable", "unscreenable", "unscreenable"]
    assert found["not_used"].isna().all()


def test_the_format_of_dates_is_told_from_the_whole_column(screener: Screener) -> None:
    table = pa.table({"name": ["Thein Htay", "Bob"], "dob": ["07/09/1955", "31/12/1960"]})
    assert screen_frame(table, screener=screener).column("not_used").to_pylist() == [None, None]


def test_no_row_depends_on_the_number_of_workers(screener: Screener) -> None:
    table = pa.table({"name": ["Thein Htay", "Bob Stone", "Kim Sok-chol", "***"] * 1100})
    alone = screen_frame(table, screener=screener)
    assert screen_frame(table, screener=screener, workers=2).equals(alone)


def test_what_is_no_frame_or_has_no_name_is_told_in_one_line(screener: Screener) -> None:
    with pytest.raises(ArgumentError, match="not list"):
        screen_frame(["Thein Htay"], screener=screener)
    with pytest.raises(BatchError, match="no column holds the name"):
        screen_frame(pa.table({"x": [1]}), screener=screener)
    twice = pytest.importorskip("pandas").DataFrame([["Thein Htay", "x"]], columns=["name", "name"])
    with pytest.raises(BatchError, match="two columns of the frame have one title"):
        screen_frame(twice, screener=screener)


def test_an_empty_frame_has_no_results_but_their_columns(screener: Screener) -> None:
    found = screen_frame(pa.table({"name": pa.array([], pa.string())}), screener=screener)
    assert (found.num_rows, "outcome" in found.column_names) == (0, True)


def _standing(frame: Any, screener: Screener) -> list[tuple[object, object]]:
    """Return outcome and what was not used of each row, whatever kind of frame comes back."""
    found = screen_frame(frame, screener=screener)
    told = found.to_pylist() if hasattr(found, "to_pylist") else found.to_dict("records")
    return [(row["outcome"], None if row["not_used"] != row["not_used"] else row["not_used"]) for row in told]


@pytest.mark.parametrize(
    ("written", "freq", "read"),
    [("1975-06-12", "D", "1975-06-12"), ("1955-09", "M", "1955-09"), ("1955", "Y", "1955")],
)
def test_a_birth_date_that_is_a_pandas_period_is_the_days_it_stands_for(
    screener: Screener, written: str, freq: str, read: str
) -> None:
    """Arrow has them as numbers, days since 1970: 1975-06-12 was the year 1988, and said nothing."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {"name": ["Thein Htay", "Bob Stone"], "dob": pandas.PeriodIndex([written, "NaT"], freq=freq)}
    )
    found = screen_frame(frame, screener=screener)
    (alone,) = screener.screen(Subject(name="Thein Htay", birth_date=read)).hits
    assert found["score"][0] == alone.score
    assert found["not_used"].isna().all()


@pytest.mark.parametrize("kind", ["string_view", "binary_view", "run_end_encoded", "struct", "map"])
def test_columns_of_which_arrow_cannot_take_single_rows_are_screened(screener: Screener, kind: str) -> None:
    texts = pa.array(["Thein Htay", "Bob Stone", None])
    table = pa.table({"name": texts, "x": pa.array([None] * 3)})
    columns = {
        "string_view": texts.cast(pa.string_view()),
        "binary_view": pa.array([text and text.encode() for text in texts.to_pylist()], pa.binary_view()),
        "run_end_encoded": pa.compute.run_end_encode(texts),
    }
    if kind in columns:
        table = pa.table({"name": columns[kind], "x": columns[kind]})
    else:
        inner = pa.string_view()
        made = pa.struct([("a", inner)]) if kind == "struct" else pa.map_(pa.string(), inner)
        table = table.set_column(
            1, "x", pa.array([{"a": "b"} if kind == "struct" else [("a", "b")]] * 3, made)
        )
    assert [outcome for outcome, _ in _standing(table, screener)] == ["hit-delisted", "clear", "unscreenable"]


def test_a_column_that_no_arrow_type_holds_does_not_cost_the_screening_of_the_name(
    screener: Screener,
) -> None:
    pandas = pytest.importorskip("pandas")
    for column in (
        [1 + 2j, 3j],
        pandas.arrays.SparseArray([0, 1]),
        pandas.Series(["a\ud800", "b"], dtype=object),
    ):
        frame = pandas.DataFrame({"name": ["Thein Htay", "Bob Stone"], "x": column})
        assert [outcome for outcome, _ in _standing(frame, screener)] == ["hit-delisted", "clear"]
    names = pandas.Series(["Thein \ud800Htay", "Bob Stone"], dtype=object)
    (torn, _) = _standing(pandas.DataFrame({"name": names}), screener)
    assert "letters were lost" in str(torn)


def test_two_titles_that_are_one_as_text_and_no_format_of_dates_are_one_error(screener: Screener) -> None:
    pandas = pytest.importorskip("pandas")
    with pytest.raises(BatchError, match="two columns of the frame have one title"):
        screen_frame(pandas.DataFrame([["Thein Htay", 1, 2]], columns=["name", 5, "5"]), screener=screener)
    with pytest.raises(ArgumentError, match="is no date format"):
        screen_frame(pa.table({"name": ["Bob Stone"]}), screener=screener, date_format="zzz")
