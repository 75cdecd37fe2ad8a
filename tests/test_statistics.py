"""A list's size and changes over time: what is counted where, and how people and programs are told."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from store_parties import LIST, day, notice, parties, party, store_with

from sanctions_screen.cli import app
from sanctions_screen.errors import NoVersionError, UnknownListError
from sanctions_screen.model import EventCount, ListStatistics, PeriodStatistics, StatisticsPeriod
from sanctions_screen.report import statistics_svg, statistics_view
from sanctions_screen.report.rests_on import periods_without_version, version_lines
from sanctions_screen.store import ListStore


def grown() -> ListStore:
    """1 and 2 there at the start, 3 announced, 2 gone and 4 come within windows, 2 back."""
    store = store_with(
        (day(0), parties([(1, ""), (2, "")])),
        (day(300), parties([(1, ""), (2, ""), (3, "")])),
        (day(500), parties([(1, "amended"), (3, ""), (4, "")])),
        (day(520), parties([(1, "amended"), (2, ""), (3, ""), (4, "")])),
    )
    store.add_notices(LIST, [notice("listed", day(100), 3)])
    return store


def shown(statistics: ListStatistics, width: int = 100) -> str:
    console = Console(width=width, highlight=False, markup=False, color_system=None)
    with console.capture() as captured:
        console.print(statistics_view(statistics))
    return captured.get()


def test_who_was_there_when_the_record_begins_is_no_addition() -> None:
    statistics = grown().statistics(LIST)
    assert statistics.opening == 2
    assert statistics.periods[0].listed == EventCount(total=1, exact=1)


def test_an_event_known_by_a_window_counts_where_the_window_ends_and_says_so() -> None:
    first, second = grown().statistics(LIST).periods
    assert (first.first, first.last, second.last) == (day(0), date(2020, 12, 31), day(520))
    # One of the three left in a window that holds the year's last day.
    assert (first.size, first.uncertain, second.size) == (2, 1, 4)
    assert second.listed == second.delisted == second.amended == EventCount(total=1, by=1)
    assert second.relisted == EventCount(total=1)  # its window lies within the year


def test_a_window_that_crosses_a_month_is_no_certain_count_of_that_month() -> None:
    may, june = grown().statistics(LIST, "month").periods[-2:]
    assert (may.last, may.delisted) == (date(2021, 5, 31), EventCount(total=1, by=1))
    assert (june.last, june.relisted) == (day(520), EventCount(total=1, by=1))


def test_periods_in_which_nothing_happened_are_told_too() -> None:
    months = grown().statistics(LIST, "month").periods
    assert len(months) == 18
    assert months[1].listed == EventCount()
    assert months[1].size == 2


def test_what_was_seen_is_told_apart_from_what_was_rebuilt() -> None:
    store = store_with((day(400), parties([(1, "")])))
    told = parties([(2, "")])[0]
    store.add_notices(
        LIST,
        [notice("listed", day(0), 2, party=told), notice("delisted", day(380), 2)],
        complete=[(day(0), day(400))],
    )
    first, second = store.statistics(LIST).periods
    assert (first.size, first.observed, first.rebuilt) == (2, 1, 1)
    assert (second.size, second.observed, second.rebuilt) == (1, 1, 0)
    assert first.nearest_version == day(400)


def test_a_party_announced_on_a_versions_day_that_does_not_hold_it_yet_is_rebuilt() -> None:
    store = store_with((day(0), parties([(1, "")])))
    store.add_notices(LIST, [notice("listed", day(0), 2, party=parties([(2, "")])[0])])
    assert store.snapshot(LIST, day(0)).rebuilt == (f"{LIST}:2",)
    (period,) = store.statistics(LIST).periods
    assert (period.size, period.observed, period.rebuilt) == (2, 1, 1)


def test_a_party_that_only_an_old_announcement_lists_is_uncertain_and_not_in_the_size() -> None:
    store = store_with((day(1000), parties([(1, "")])))
    told = parties([(2, "")])[0]
    store.add_notices(LIST, [notice("listed", day(0), 2, party=told)], complete=[(day(0), day(1000))])
    period = store.statistics(LIST).periods[1]
    assert (period.size, period.uncertain, period.on_the_list) == (1, 1, 2)
    assert "Uncertain: not in the size" in shown(store.statistics(LIST))


def test_a_list_nobody_knows_and_one_without_anything_are_errors() -> None:
    with pytest.raises(UnknownListError):
        grown().statistics("other")
    empty = ListStore.in_memory()
    empty.add_notices(LIST, [])
    with pytest.raises(NoVersionError):
        empty.statistics(LIST)


def test_the_table_marks_and_explains_counts_that_may_be_of_an_earlier_period() -> None:
    view = shown(grown().statistics(LIST))
    assert re.search(r"2021 +4 .* 1\* +1 +1\* +1\* +0", view)
    assert "* Counted by the day it had happened" in view
    assert "1 of 2 listed, 1 of 1 delisted, 1 of 1 amended" in view
    assert "2 parties were on the list when this begins (2020-01-01)" in view


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal_and_no_number_is_lost(width: int) -> None:
    with ListStore.embedded() as store:
        statistics = store.statistics("us-ofac-sdn")
    view = shown(statistics, width)
    assert all(len(line) <= width for line in view.splitlines())
    words = set(re.split(r"[\s,]+", view))
    for period in statistics.periods:
        assert {str(period.last.year), str(period.size)} <= words
        assert not period.listed.total or {f"{period.listed.total}", f"{period.listed.total}*"} & words


def test_the_command_prints_the_librarys_record_with_every_number() -> None:
    result = CliRunner().invoke(app, ["lists", "stats", "un-sc", "--by", "month", "--json"])
    with ListStore.embedded() as store:
        assert json.loads(result.stdout) == store.statistics("un-sc", "month").model_dump(mode="json")


def test_since_leaves_out_earlier_rows() -> None:
    result = CliRunner().invoke(app, ["lists", "stats", "us-ofac-sdn", "--since", "2020-01-01", "--json"])
    told = json.loads(result.stdout)
    assert told["periods"][0]["first"] == "2020-01-01"
    beyond = CliRunner().invoke(app, ["lists", "stats", "us-ofac-sdn", "--since", "2900-01-01"])
    assert beyond.exit_code == 0
    assert "nothing is known of the days asked for" in beyond.stdout


# --- the picture ---------------------------------------------------------------------------------------

SVG = "{http://www.w3.org/2000/svg}"

counts = st.builds(
    lambda exact, within, by: EventCount(total=exact + within + by, exact=exact, by=by),
    *(st.integers(0, 10**6) for _ in range(3)),
)


@st.composite
def any_statistics(draw: st.DrawFn) -> ListStatistics:
    """Statistics of any list at all, whatever its id and however large."""
    periods = []
    for year in range(2000, 2000 + draw(st.integers(0, 5))):
        observed, rebuilt = draw(st.integers(0, 10**6)), draw(st.integers(0, 10**6))
        told = {kind: draw(counts) for kind in ("listed", "relisted", "delisted", "amended")}
        periods.append(
            PeriodStatistics(
                first=date(year, 1, 1), last=date(year, 12, 31), size=observed + rebuilt, observed=observed,
                rebuilt=rebuilt, **told,
            )
        )  # fmt: skip
    opening = draw(st.integers(0, 10**6))
    return ListStatistics(list_id=draw(st.text()), by="year", opening=opening, periods=tuple(periods))


@given(any_statistics())
def test_the_picture_is_xml_for_any_list_and_the_same_bytes_each_time(statistics: ListStatistics) -> None:
    text = statistics_svg(statistics)
    root = ElementTree.fromstring(text)
    assert {child.tag.removeprefix(SVG) for child in root.iter()} <= {
        "svg", "title", "desc", "style", "defs", "pattern", "rect", "line", "text", "g", "polyline",
        "polygon",
    }  # fmt: skip
    assert text == statistics_svg(statistics)
    assert "href" not in text.replace(statistics.list_id, "")


@given(any_statistics())
def test_everything_drawn_lies_within_the_picture(statistics: ListStatistics) -> None:
    root = ElementTree.fromstring(statistics_svg(statistics))
    height = float(root.get("height") or "nan")
    for box in root.iter(f"{SVG}rect"):
        x, y, wide, high = (float(box.get(side) or 0) for side in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= -0.1
        assert x + wide <= 1000.2
        assert y + high <= height + 0.2


def test_the_picture_tells_its_numbers_to_whoever_cannot_see_it() -> None:
    root = ElementTree.fromstring(statistics_svg(grown().statistics(LIST)))
    (told,) = root.iter(f"{SVG}desc")
    assert told.text == (
        "2 parties at the beginning. 2020: 2 parties, 1 listed, 0 relisted, 0 delisted, 0 amended. "
        "2021: 4 parties, 1 listed (1 of them perhaps earlier), 1 relisted, "
        "1 delisted (1 of them perhaps earlier), 1 amended (1 of them perhaps earlier)."
    )
    words = {text.text for text in root.iter(f"{SVG}text")}
    assert {"listed", "relisted", "delisted", "rebuilt", "parties on the list"} <= words


@pytest.mark.parametrize(("by", "label"), [("year", "2021"), ("month", "2020-03")])
def test_the_picture_of_a_short_time_has_its_periods_on_the_axis(by: str, label: str) -> None:
    root = ElementTree.fromstring(statistics_svg(grown().statistics(LIST, by)))  # type: ignore[arg-type]
    places = [text for text in root.iter(f"{SVG}text") if (text.text or "").startswith(("2020", "2021"))]
    assert label in {text.text for text in places}
    starts = sorted(float(text.get("x") or "nan") for text in places)
    assert all(after - before > 44 for before, after in pairwise(starts))


def test_labels_of_time_do_not_overlap_where_the_first_period_is_a_few_days() -> None:
    store = store_with((date(2023, 12, 29), parties([(1, "")])), (date(2025, 6, 1), parties([(1, "")])))
    root = ElementTree.fromstring(statistics_svg(store.statistics(LIST)))
    labels = [text.text for text in root.iter(f"{SVG}text") if (text.text or "").startswith("202")]
    assert labels == ["2023", "2025"]


# Every month there is makes a picture of 119,988 periods: only where every example is tried.
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
ENDS: list[tuple[str, str, StatisticsPeriod]] = [
    ("9999-12-31", "9999-12-31", "year"),
    ("9999-12-31", "9999-12-31", "month"),
    ("0001-01-01", "0001-12-31", "month"),
    ("9999-01-01", "9999-12-31", "month"),
    ("0001-01-01", "9999-12-31", "year"),
]
if THOROUGH:
    ENDS.append(("0001-01-01", "9999-12-31", "month"))


@pytest.mark.parametrize(("first", "last", "by"), ENDS)
def test_the_first_and_the_last_day_of_the_calendar_can_be_counted_and_drawn(
    first: str, last: str, by: StatisticsPeriod
) -> None:
    store = store_with(*((date.fromisoformat(on), parties([(1, "")])) for on in sorted({first, last})))
    statistics = store.statistics(LIST, by)
    assert (str(statistics.periods[0].first), str(statistics.periods[-1].last)) == (first, last)
    assert ElementTree.fromstring(statistics_svg(statistics)) is not None


def test_every_month_of_the_whole_calendar_is_counted() -> None:
    """Each of a hundred thousand months was gone through for each party: the command seemed to hang."""
    store = ListStore.in_memory()
    people = [party(number) for number in range(60)]
    for on, held in ((date(2, 1, 1), people), (date(5000, 6, 15), people[:40]), (date(9999, 1, 1), people)):
        store.add_snapshot(LIST, held, published_on=on)
    months = {month.last: month for month in store.statistics(LIST, by="month").periods}
    assert len(months) > 119_000
    known = {last: (m.observed, m.rebuilt, m.uncertain) for last, m in months.items()}
    assert known[date(4999, 12, 31)] == (40, 0, 20)
    assert known[date(5000, 5, 31)] == (40, 0, 20)
    assert known[date(5000, 6, 30)] == (40, 0, 0)
    assert known[date(9999, 1, 1)] == (60, 0, 0)


def test_the_command_writes_the_picture(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["lists", "stats", "un-sc", "--svg", str(tmp_path / "un.svg")])
    assert result.exit_code == 0
    with ListStore.embedded() as store:
        drawn = statistics_svg(store.statistics("un-sc"), selection=True)
        assert (tmp_path / "un.svg").read_text(encoding="utf-8") == drawn


def test_two_real_lists_differ_by_what_a_naive_count_of_their_rows_says(shared_dir: Path) -> None:
    files = {
        day: shared_dir / "data" / "us-ofac-sdn" / day / "SDN.CSV" for day in ("2018-01-27", "2019-01-04")
    }
    rows = {day: file.read_text(encoding="latin-1").splitlines() for day, file in files.items()}
    old, new = ({row.split(",")[0] for row in held if row[:1].isdigit()} for held in rows.values())
    store = ListStore.in_memory()
    for on, file in files.items():
        store.import_file(file, published_on=date.fromisoformat(on))
    first, second = store.statistics("us-ofac-sdn").periods
    assert (store.statistics("us-ofac-sdn").opening, first.size, second.size) == (
        len(old),
        len(old & new),
        len(new),
    )
    assert second.listed == EventCount(total=len(new - old), by=len(new - old))
    assert second.delisted == EventCount(total=len(old - new), by=len(old - new))


def test_the_picture_tells_of_a_selection_and_of_times_without_a_version() -> None:
    found = ListStore.embedded().statistics("us-ofac-sdn")
    missing = [period for period in found.periods if not period.versions]
    assert missing
    drawn = statistics_svg(found, selection=True)
    assert "A selection for demonstration, not the full list: us-ofac-sdn." in drawn
    assert f"No version of {missing[0].first.year}" in drawn
    plain = [*periods_without_version(found.model_copy(update={"periods": ()}))]
    assert plain == []
    assert "A selection" not in statistics_svg(found)


def test_times_without_a_version_are_told_as_ranges() -> None:
    store = ListStore.in_memory()
    for year in (2010, 2013, 2014, 2016):
        store.add_snapshot("own", [party("1", list_id="own")], published_on=date(year, 5, 1))
    (told,) = periods_without_version(store.statistics("own"))
    assert told.startswith("No version of 2011 to 2012, 2015: ")
    days = {"own": [date(2010, 5, 1), date(2013, 5, 1)], "other": []}
    assert [*version_lines(days, date(2009, 1, 1), date(2014, 1, 1))] == [
        "other: no version at all, only notices.",
        "own: no version of 2009, 2011 to 2012, 2014; of then only notices tell, and the versions around.",
    ]
