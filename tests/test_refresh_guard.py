"""The guard between a publisher's bad day and the version in use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.errors import UnknownListError
from sanctions_screen.model import Name, Party, PartyId
from sanctions_screen.refresh.guard import judge
from sanctions_screen.sources.publishers import fetchable_lists, files_of, published_list

DAY, LATER = date(2024, 1, 1), date(2024, 1, 2)


def parties(count: int, programme: str = "P", start: int = 0) -> list[Party]:
    return [
        Party(
            party_id=PartyId(f"my-list:{start + n}"),
            kind="person",
            names=(Name(text=f"Person {n}"),),
            programmes=(programme,),
        )
        for n in range(count)
    ]


def test_the_first_version_of_a_list_passes() -> None:
    report = judge("my-list", parties(3), published_on=DAY)
    assert report.passed
    assert (report.parties_after, report.replaces) == (3, None)


def test_an_empty_version_never_passes_not_even_as_the_first() -> None:
    assert judge("my-list", [], published_on=DAY).reasons == ("it holds no party at all",)


def test_losing_the_allowed_share_passes_and_one_more_does_not() -> None:
    for kept, passed in ((95, True), (94, False)):
        report = judge(
            "my-list", parties(kept), published_on=LATER, current=parties(100), current_published_on=DAY
        )
        assert report.passed is passed
        assert report.removed == 100 - kept


def test_as_many_new_parties_do_not_hide_the_lost_ones() -> None:
    report = judge(
        "my-list", parties(100, start=50), published_on=LATER, current=parties(100), current_published_on=DAY
    )
    assert (report.added, report.removed, report.passed) == (50, 50, False)


def test_a_programme_that_vanishes_whole_waits_however_small_it_is() -> None:
    current = parties(1000) + parties(1, "RARE", start=5000)
    report = judge("my-list", parties(1000), published_on=LATER, current=current, current_published_on=DAY)
    assert report.reasons == ("it lost the whole programme RARE (1 parties)",)


def test_an_older_version_than_the_one_in_use_waits() -> None:
    report = judge("my-list", parties(5), published_on=DAY, current=parties(5), current_published_on=LATER)
    assert "older than the version in use" in report.reasons[0]


def test_another_file_of_the_same_day_need_not_wait() -> None:
    day = date(2024, 7, 2)
    assert judge("l", parties(3), published_on=day, current=parties(3), current_published_on=day).passed


@given(before=st.integers(0, 60), after=st.integers(0, 60), share=st.floats(0, 1))
def test_nothing_passes_that_lost_more_than_the_allowed_share(before: int, after: int, share: float) -> None:
    report = judge(
        "my-list",
        parties(after),
        published_on=DAY,
        current=parties(before),
        current_published_on=DAY,
        max_lost_share=share,
    )
    if report.passed:
        assert after > 0
        assert max(0, before - after) <= share * before


@pytest.mark.parametrize("list_id", fetchable_lists())
@pytest.mark.parametrize("tenth", range(11))
def test_of_every_list_that_can_be_fetched_a_tenth_waits_at_the_first_fetch(list_id: str, tenth: int) -> None:
    """From one party to a tenth of what the list is known to hold."""
    known = published_list(list_id).parties
    report = judge(list_id, parties(max(known * tenth // 100, 1)), published_on=DAY)
    assert f"known to hold about {known:,}" in report.reasons[0]
    assert judge(list_id, parties(known), published_on=DAY).passed


def test_a_list_that_moves_with_each_version_says_where_to_find_it() -> None:
    with pytest.raises(UnknownListError, match=r"bis\.gov/denied-persons-list and give --url us-bis-dpl="):
        files_of("us-bis-dpl")
    assert files_of("us-bis-dpl", {"us-bis-dpl": "https://m/dpl_04142026.csv"})[0].name == "dpl_04142026.csv"


def test_every_list_that_can_be_fetched_has_an_https_address() -> None:
    for list_id in fetchable_lists():
        assert all(file.url.startswith("https://") for file in files_of(list_id))


def test_a_mirror_is_taken_from_the_call_or_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert files_of("un-sc", {"un-sc": "https://mirror/un.xml"})[0].url == "https://mirror/un.xml"
    monkeypatch.setenv("SANCTIONS_SCREEN_URL_MY_LIST", "https://mirror/mine.csv")
    assert (files_of("my-list")[0].name, files_of("my-list")[0].url) == (
        "mine.csv",
        "https://mirror/mine.csv",
    )


def test_a_list_without_an_address_is_an_error_that_says_how_to_give_one() -> None:
    with pytest.raises(UnknownListError, match="SANCTIONS_SCREEN_URL_MY_LIST"):
        files_of("my-list")
