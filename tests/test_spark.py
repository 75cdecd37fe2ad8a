"""On a cluster the answers are those of one machine: a real local session with two workers."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sanctions_screen
from sanctions_screen import ListStore, Screener, Subject
from sanctions_screen.errors import ArgumentError, BatchError

pa = pytest.importorskip("pyarrow")
pyspark = pytest.importorskip("pyspark")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java 17, which is not here", allow_module_level=True)

from sanctions_screen.spark import screen_dataframe  # noqa: E402 - only where Spark is


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from pyspark.sql import SparkSession

    package = str(Path(sanctions_screen.__file__).parents[1])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    made = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.local.dir", str(tmp_path_factory.mktemp("spark")))
        .getOrCreate()
    )
    yield made
    made.stop()


@pytest.mark.filterwarnings("ignore")  # Spark's own, about whatever it runs on
def test_a_cluster_gives_the_rows_and_scores_of_one_machine(session: Any) -> None:
    from sanctions_screen.frames import screen_frame

    screener = Screener(ListStore.embedded())
    names = ["Thein Htay", "Bob Stone", None, "Kim Sok-chol", "***", "Kim Seok-cheol"]
    table = pa.table({
        "id": list(range(300)), "name": [names[i % 6] for i in range(300)], "dob": ["1955-09-07", None] * 150,
    })  # fmt: skip
    frame = session.createDataFrame(table.to_pylist(), "id int, name string, dob string").repartition(4)
    results = screen_dataframe(frame, screener=screener)
    found = results.orderBy("id", "score", "party_id").toArrow()
    expected = screen_frame(table, screener=screener).drop_columns(["row"])
    key = [("id", "ascending"), ("score", "ascending"), ("party_id", "ascending")]
    assert found.column_names == expected.column_names
    assert _rows(found.sort_by(key)) == _rows(expected.sort_by(key))


def _rows(table: Any) -> list[dict[str, Any]]:
    return sorted(table.to_pylist(), key=str)


@pytest.mark.filterwarnings("ignore")
def test_a_moment_is_its_day_in_the_session_s_time_zone_and_other_columns_come_back(session: Any) -> None:
    """Any column of Spark's TIMESTAMP ended with an AssertionError of Spark's own."""
    session.conf.set("spark.sql.session.timeZone", "America/New_York")
    frame = session.sql(
        "select 'Thein Htay' as name, timestamp'1955-09-07 23:30:00' as dob, "
        "timestamp'2026-01-02 03:04:05' as seen, map('a', 1) as m, array('x') as l, null as n"
    )
    screener = Screener(ListStore.embedded())
    (row,) = screen_dataframe(frame, screener=screener).collect()
    (alone,) = screener.screen(Subject(name="Thein Htay", birth_date="1955-09-07")).hits
    assert (row["score"], row["not_used"]) == (alone.score, None)
    assert (row["seen"], row["m"], row["l"]) == tuple(frame.select("seen", "m", "l").collect()[0])


@pytest.mark.filterwarnings("ignore")
def test_columns_that_cannot_be_screened_or_handed_over_are_told_in_one_line(session: Any) -> None:
    screener = Screener(ListStore.embedded())
    for text, told in (
        ("select 'Bob' as name, 1 as a, 2 as A", "two columns of the frame have one title"),
        ("select 'Bob' as name, interval '1' month as y", "the column 'y': Spark hands no interval month"),
    ):
        with pytest.raises(BatchError, match=told):
            screen_dataframe(session.sql(text), screener=screener)
    with pytest.raises(ArgumentError, match="is no date format"):
        screen_dataframe(session.sql("select 'Bob' as name"), screener=screener, date_format="zzz")


def test_what_is_no_spark_frame_is_told() -> None:
    with pytest.raises(ArgumentError, match="not Table"):
        screen_dataframe(pa.table({"name": ["x"]}), screener=Screener(ListStore.embedded()))
