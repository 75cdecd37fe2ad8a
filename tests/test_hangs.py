"""What once kept the command busy for ever is refused, or answered, in seconds."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from cli_helpers import error_of, run
from store_parties import LIST, parties

from sanctions_screen import Screener
from sanctions_screen.errors import MalformedFileError
from sanctions_screen.sources.ofac_changes import changes_in
from sanctions_screen.store import ListStore

SECONDS = 20.0
HEAD = "01/03/20:\r\n\r\nThe following [SDGT] entries have been added to OFAC's SDN list:\r\n\r\n"


@pytest.mark.parametrize(
    "body",
    ["&amp;" * 1_000_000, "&#38;" * 1_000_000, "Name & Co; " * 400_000, "a.k.a. X; " * 400_000,
     "(" * 5_000_000, "[SDGT] " * 700_000, "-to- " * 1_000_000, "Linked To: X\r\n" * 300_000,
     "word\r\n" * 700_000, "\n" * 5_000_000],
    ids=["entities", "numbers", "names", "aliases", "parentheses", "programmes", "changes", "links", "lines",
         "nothing"],
)  # fmt: skip
def test_a_change_file_of_five_megabytes_without_an_end_is_refused_at_once(body: str) -> None:
    began = time.monotonic()
    with pytest.raises(MalformedFileError):
        changes_in("sdnew20.txt", f"{HEAD}NAME {body} (individual) SDGT.\r\n".encode())
    assert time.monotonic() - began < SECONDS


def test_nine_thousand_years_are_not_counted_by_month(tmp_path: Path) -> None:
    with ListStore.open(tmp_path / "own.db") as store:
        store.add_snapshot(LIST, parties([(1, "a")]), published_on=date(999, 1, 1))
        store.add_snapshot(LIST, parties([(1, "a"), (2, "a")]), published_on=date(9999, 1, 1))
    began = time.monotonic()
    told = error_of(run("lists", "stats", LIST, "--by", "month", "--db", tmp_path / "own.db"))
    assert "ask with --by year" in told
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize(
    "piece",
    ["éa", "éÉa", "ةب", "XVI", "dj", "SA", "abcou", "1,", "1-", "A/", "นาย", "アイ", "、木", "زد",
     "]&I<fer", "(abc) ", "[a]b(", "VLADIMIR PETR"],
)  # fmt: skip
def test_a_name_of_twenty_thousand_letters_without_a_blank_is_answered(piece: str) -> None:
    with ListStore.embedded() as store:
        screener = Screener(store)
    began = time.monotonic()
    assert screener.screen(piece * (20_000 // len(piece))).outcome != "hit"
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize("head", ["P<UTO", "I<UTO", "V<UTO"])
def test_a_machine_readable_zone_that_does_not_end_is_answered(head: str) -> None:
    with ListStore.embedded() as store:
        screener = Screener(store)
    began = time.monotonic()
    assert screener.screen(head + "A<<" * 30_000).outcome != "hit"
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize(
    "words",
    [
        "임레 게저 이소야마 료이치 스페 요시다 타츠야 라베드",
        "ヴァルコ フェルナー ジェレミー ヴィンケル",
        "저우 응우옌 쩐 판",
    ],
)
def test_a_name_of_many_words_that_each_may_be_read_in_several_ways_is_answered(words: str) -> None:
    with ListStore.embedded() as store:
        screener = Screener(store)
    began = time.monotonic()
    for times in (2, 5, 12):
        screener.screen(" ".join([words] * times))
    assert time.monotonic() - began < SECONDS
