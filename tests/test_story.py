"""The story every version must get right: who was listed, who was delisted, and who is somebody else.

Each test is one row of it, on the lists shipped with the library and at the days it names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest
from ledgers import line_by

from sanctions_screen.model import DateWindow, Hit, ListingEvent, ListingHistory, Subject
from sanctions_screen.screening import Screener
from sanctions_screen.store import ListStore

SDN, UN = "us-ofac-sdn", "un-sc"
THEIN_HTAY = "us-ofac-sdn:16102"
THEIN_SEIN = "us-ofac-sdn:unnumbered-thein-sein"
SHWE_MANN = "us-ofac-sdn:unnumbered-shwe-mann"
KIM_SOK_CHOL = ("us-ofac-sdn:17622", "un-sc:KPi.036")
KIM_CHOL_NAM = ("us-ofac-sdn:20604", "un-sc:KPi.044")
KIM_KWANG_HYOK = "us-ofac-sdn:18848"
KIM_SONG_CHOL = ("us-ofac-sdn:19531", "un-sc:KPi.030")
KOMID = ("us-ofac-sdn:9345", "un-sc:KPe.001")
DDI_OLD, DDI_NEW = "us-ofac-sdn:15157", "us-ofac-sdn:33537"
MIN_AUNG_HLAING = "us-ofac-sdn:27225"
RGB = ("us-ofac-sdn:12210", "un-sc:KPe.031")
DAWNLIGHT = "us-ofac-sdn:18346"

ScreenerOn = Callable[..., Screener]


@pytest.fixture(scope="module")
def store() -> Iterator[ListStore]:
    with ListStore.embedded() as embedded:
        yield embedded


@pytest.fixture(scope="module")
def screener_on(store: ListStore) -> ScreenerOn:
    """Give the screener as of a day (None: today, the newest the lists tell of), over the lists named."""

    @cache
    def on(day: date | None = None, lists: tuple[str, ...] = (UN, SDN)) -> Screener:
        return Screener(store, lists=lists, as_of=day)

    return on


def _hits(screener: Screener, subject: Subject | str) -> dict[str, Hit]:
    return {hit.party.party_id: hit for hit in screener.screen(subject).hits}


def _said(history: ListingHistory) -> list[tuple[str, date | None]]:
    return [(event.kind, event.on) for event in history.events]


def _cites(event: ListingEvent, words: str) -> bool:
    return any(item.kind == "notice" and words in (item.source or "") for item in event.evidence)


# --- Thein Htay -------------------------------------------------------------------------------------------


THEIN_HTAY_SPELLINGS = ("Thein Htay", "HTAY, Thein", "U Thein Htay", "Lt. Gen. Thein Htay", "thein htay")


@pytest.mark.parametrize("name", THEIN_HTAY_SPELLINGS)
def test_thein_htay_was_clear_in_2012_before_he_was_listed(screener_on: ScreenerOn, name: str) -> None:
    assert screener_on(date(2012, 1, 1)).screen(name).outcome == "clear"


@pytest.mark.parametrize("name", THEIN_HTAY_SPELLINGS)
def test_thein_htay_was_listed_in_2014(screener_on: ScreenerOn, name: str) -> None:
    hit = _hits(screener_on(date(2014, 1, 1)), name)[THEIN_HTAY]
    assert hit.status == "listed"
    assert _said(hit.history) == [("listed", date(2013, 7, 2))]


@pytest.mark.parametrize("day", [date(2017, 1, 1), date(2022, 6, 1), None])
@pytest.mark.parametrize("name", THEIN_HTAY_SPELLINGS)
def test_thein_htay_is_delisted_since_2016_with_both_events_and_their_evidence(
    screener_on: ScreenerOn, name: str, day: date | None
) -> None:
    hit = _hits(screener_on(day), name)[THEIN_HTAY]
    assert hit.status == "delisted"
    assert _said(hit.history) == [("listed", date(2013, 7, 2)), ("delisted", date(2016, 10, 7))]
    assert all(event.programmes == ("BURMA",) for event in hit.history.events)
    assert _cites(hit.history.events[0], "07/02/13")
    assert _cites(hit.history.events[1], "10/07/16")


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2013, 7, 1), None), (date(2013, 7, 2), "listed"), (date(2016, 10, 6), "listed"),
     (date(2016, 10, 7), "delisted")],
)  # fmt: skip
def test_thein_htay_changes_status_on_the_very_day(
    screener_on: ScreenerOn, day: date, status: str | None
) -> None:
    hit = _hits(screener_on(day), "Thein Htay").get(THEIN_HTAY)
    assert (hit and hit.status) == status


def test_the_birth_date_speaks_for_thein_htay(screener_on: ScreenerOn) -> None:
    subject = Subject(name="Thein Htay", kind="person", birth_date="1955-09-07", countries=("MM",))
    result = screener_on(date(2014, 1, 1)).screen(subject)
    assert result.hits[0].party.party_id == THEIN_HTAY
    line = line_by(result.hits[0].explanation, "birth-date")
    assert line.side == "for"
    assert line.amount > 0


# --- Kim Sok-chol and the other Kims ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["Kim Sok Chol", "Kim Sok-chol", "Kim Sŏk-ch'ŏl", "Kim Seok-cheol", "Kim Suk Chul", "KIM SOKCHOL",
     "김석철", "金錫鐵", "Ким Сок Чхоль"],
)  # fmt: skip
def test_kim_sok_chol_is_found_on_both_lists_however_he_is_spelt(screener_on: ScreenerOn, name: str) -> None:
    result = screener_on().screen(name)
    hits: dict[str, Hit] = {hit.party.party_id: hit for hit in result.hits}
    assert set(KIM_SOK_CHOL) <= set(hits)
    assert result.hits[0].party.party_id in KIM_SOK_CHOL
    assert {hits[party_id].status for party_id in KIM_SOK_CHOL} == {"listed"}


def test_kim_sok_chol_was_listed_by_ofac_in_2015_and_by_the_un_in_2016(store: ListStore) -> None:
    ofac, un = (store.history(party_id) for party_id in KIM_SOK_CHOL)
    assert _said(ofac) == [("listed", date(2015, 11, 13))]
    assert ofac.events[0].programmes == ("DPRK2",)
    assert _said(un)[0] == ("listed", date(2016, 11, 30))


def test_kim_chol_nam_shows_why_he_may_be_a_namesake(screener_on: ScreenerOn) -> None:
    hits = _hits(screener_on(), "Kim Chol-nam")
    for party_id in KIM_CHOL_NAM:
        assert "President of Korea Kumsan Trading Corporation" in hits[party_id].party.positions
        assert [str(day) for day in hits[party_id].party.birth_dates] == ["1970-02-19"]


@pytest.mark.parametrize("party_id", KIM_CHOL_NAM)
def test_another_birth_date_speaks_against_kim_chol_nam(screener_on: ScreenerOn, party_id: str) -> None:
    namesake = Subject(name="Kim Chol-nam", kind="person", birth_date="1958-06-01")
    explained = screener_on().explain(namesake, party_id)
    line = line_by(explained, "birth-date")
    assert line.side == "doubt"
    assert line.amount > 0
    assert (line.subject, line.listed) == (("1958-06-01",), ("1970-02-19",))


def test_kim_chol_nam_was_listed_by_the_un_on_a_day_and_by_ofac_within_a_window(store: ListStore) -> None:
    ofac, un = (store.history(party_id) for party_id in KIM_CHOL_NAM)
    assert [event.window for event in ofac.events] == [
        DateWindow(after=date(2016, 10, 11), until=date(2018, 1, 27))
    ]
    assert _said(un) == [("listed", date(2017, 6, 2))]


def test_kim_kwang_hyok_is_found_as_komids_man_in_burma(screener_on: ScreenerOn) -> None:
    result = screener_on().screen("Kim Kwang Hyok")
    assert result.hits[0].party.party_id == KIM_KWANG_HYOK
    assert "KOMID representative in Burma" in result.hits[0].party.positions


@pytest.mark.parametrize("name", ["Kim Kwang Hyok", "KIM, Kwang-hyok", "Kim Gwang-hyeok"])
def test_kim_kwang_hyok_is_not_confused_with_the_other_kims(screener_on: ScreenerOn, name: str) -> None:
    hits = _hits(screener_on(), name)
    assert KIM_KWANG_HYOK in hits
    assert not {*KIM_SOK_CHOL, *KIM_CHOL_NAM, *KIM_SONG_CHOL} & set(hits)


@pytest.mark.parametrize("name", ["Kim Sok Chol", "Kim Chol Nam", "Kim Song Chol"])
def test_the_other_kims_are_not_confused_with_kim_kwang_hyok(screener_on: ScreenerOn, name: str) -> None:
    assert KIM_KWANG_HYOK not in _hits(screener_on(), name)


# --- Firms and bureaus ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["KOMID", "Korea Mining Development Trading Corporation", "Korea Mining Development Trading Corp."],
)
def test_komid_is_found_on_both_lists_also_by_its_short_name_alone(
    screener_on: ScreenerOn, name: str
) -> None:
    hits = _hits(screener_on(), name)
    assert set(KOMID) <= set(hits)
    assert {hits[party_id].status for party_id in KOMID} == {"listed"}


def test_komids_history_has_its_amendments_and_programmes_in_order(store: ListStore) -> None:
    ofac, un = (store.history(party_id) for party_id in KOMID)
    assert _said(ofac) == [
        ("listed", date(2005, 6, 29)),
        ("amended", date(2013, 1, 24)),
        ("amended", date(2015, 1, 2)),
    ]
    assert [e.programmes for e in ofac.events] == [("NPWMD",), ("NPWMD",), ("NPWMD", "DPRK2")]
    added = {change.field: change.added for change in ofac.events[2].changes}
    assert added["programmes"] == ("DPRK2",)
    assert ("listed", date(2009, 4, 24)) in _said(un)


@pytest.mark.parametrize("day", [date(2006, 12, 31), date(2014, 1, 1), date(2016, 1, 1), date(2022, 1, 1)])
def test_komid_is_one_party_of_the_sdn_list_on_every_day(screener_on: ScreenerOn, day: date) -> None:
    hits = _hits(screener_on(day, (SDN,)), "KOMID")
    assert [party_id for party_id in hits if party_id == KOMID[0]] == [KOMID[0]]
    expected = ("NPWMD",) if day < date(2015, 1, 2) else ("NPWMD", "DPRK2")
    assert hits[KOMID[0]].party.programmes == expected


DDI_SPELLINGS = ("Directorate of Defence Industries", "Directorate of Defense Industries", "Ka Pa Sa")


@pytest.mark.parametrize("name", DDI_SPELLINGS)
def test_the_directorate_was_clear_before_july_2012_and_listed_in_2014(
    screener_on: ScreenerOn, name: str
) -> None:
    assert screener_on(date(2012, 1, 1)).screen(name).outcome == "clear"
    assert _hits(screener_on(date(2014, 1, 1)), name)[DDI_OLD].status == "listed"


@pytest.mark.parametrize("day", [date(2017, 1, 1), date(2018, 1, 1), date(2021, 12, 9)])
@pytest.mark.parametrize("name", DDI_SPELLINGS)
def test_the_directorate_was_delisted_from_2016_until_it_was_relisted(
    screener_on: ScreenerOn, name: str, day: date
) -> None:
    hits = _hits(screener_on(day), name)
    assert hits[DDI_OLD].status == "delisted"
    assert DDI_NEW not in hits
    assert _said(hits[DDI_OLD].history) == [
        ("listed", date(2012, 7, 11)),
        ("delisted", date(2016, 10, 7)),
    ]


@pytest.mark.parametrize("day", [date(2021, 12, 10), date(2022, 6, 1), None])
@pytest.mark.parametrize("name", DDI_SPELLINGS)
def test_the_directorate_is_listed_today_with_its_earlier_listing_linked(
    screener_on: ScreenerOn, name: str, day: date | None
) -> None:
    result = screener_on(day).screen(name)
    (hit,) = [one for one in result.hits if one.party.party_id == DDI_NEW]
    assert hit.status == "listed"
    assert hit.party.programmes == ("BURMA-EO14014",)
    assert [(event.kind, event.on) for event in hit.history.events][-1][1] == date(2021, 12, 10)
    (link,) = [link for link in hit.history.linked if link.party_id == DDI_OLD]
    assert link.relation == "earlier"
    assert [(event.kind, event.on) for event in link.events] == [
        ("listed", date(2012, 7, 11)),
        ("delisted", date(2016, 10, 7)),
    ]


def test_the_reconnaissance_general_bureau_is_listed_by_ofac_and_the_un(screener_on: ScreenerOn) -> None:
    hits = _hits(screener_on(), "Reconnaissance General Bureau")
    assert {hits[party_id].status for party_id in RGB} == {"listed"}


# --- Myanmar's generals -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["U Shwe Mann", "Thura Shwe Mann", "MANN, Shwe"])
def test_shwe_mann_is_found_by_each_form_of_his_name_with_both_dates(
    screener_on: ScreenerOn, name: str
) -> None:
    assert _hits(screener_on(date(2010, 1, 1)), name)[SHWE_MANN].status == "listed"
    for day in (date(2012, 9, 19), date(2014, 1, 1), None):
        hit = _hits(screener_on(day), name)[SHWE_MANN]
        assert hit.status == "delisted"
        assert _said(hit.history) == [("listed", date(2007, 9, 27)), ("delisted", date(2012, 9, 19))]


def test_thein_sein_was_listed_from_2007_to_2012(screener_on: ScreenerOn) -> None:
    hit = _hits(screener_on(), "Thein Sein")[THEIN_SEIN]
    assert hit.status == "delisted"
    assert _said(hit.history) == [("listed", date(2007, 9, 27)), ("delisted", date(2012, 9, 19))]


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2014, 1, 1), date(2017, 1, 1), None])
def test_thein_sein_is_never_mistaken_for_thein_htay(screener_on: ScreenerOn, day: date | None) -> None:
    for name in ("Thein Sein", "SEIN, Thein", "U Thein Sein"):
        assert THEIN_HTAY not in _hits(screener_on(day), name)
    for name in THEIN_HTAY_SPELLINGS:
        assert THEIN_SEIN not in _hits(screener_on(day), name)


@pytest.mark.parametrize("name", ["Min Aung Hlaing", "HLAING, Min Aung", "Senior General Min Aung Hlaing"])
def test_min_aung_hlaing_was_clear_in_2017_and_is_listed_today_with_the_amendment(
    screener_on: ScreenerOn, name: str
) -> None:
    assert screener_on(date(2017, 1, 1)).screen(name).outcome == "clear"
    hit = _hits(screener_on(), name)[MIN_AUNG_HLAING]
    assert hit.status == "listed"
    assert hit.party.programmes == ("GLOMAG", "BURMA-EO14014")
    listed, amended = hit.history.events
    assert (listed.kind, listed.programmes) == ("listed", ("GLOMAG",))
    assert listed.window == DateWindow(after=date(2019, 1, 4), until=date(2020, 3, 7))
    assert (amended.kind, amended.programmes) == ("amended", ("GLOMAG", "BURMA-EO14014"))
    assert amended.window == DateWindow(after=date(2021, 1, 14), until=date(2021, 3, 10))
    assert amended.changes[0].added == ("BURMA-EO14014",)


# --- Who is on no list ------------------------------------------------------------------------------------


ON_NO_LIST = (
    Subject(name="Kyaw Zeya", kind="person"),
    Subject(name="Joseph Yun", kind="person"),
    Subject(name="Aung San Suu Kyi", kind="person"),
    Subject(name="Daw Aung San Suu Kyi", kind="person"),
    Subject(name="John Kerry", kind="person"),
    Subject(name="Barack Obama", kind="person"),
    Subject(name="Donald Trump", kind="person"),
    Subject(name="Glocom", kind="organisation"),
    Subject(name="M/V Light", kind="vessel"),
)


def _embedded_days() -> list[date]:
    with ListStore.embedded() as embedded:
        return sorted({v.published_on for info in embedded.lists() for v in embedded.versions(info.list_id)})


@pytest.mark.parametrize("subject", ON_NO_LIST, ids=lambda subject: subject.name)
def test_those_on_no_list_are_clear_on_every_date_with_and_without_their_kind(
    store: ListStore, screener_on: ScreenerOn, subject: Subject
) -> None:
    first = {info.list_id: info.first_published_on or date.max for info in store.lists()}
    alerts = []
    for day in _embedded_days():
        lists = tuple(list_id for list_id in sorted(first) if first[list_id] <= day)
        for asked in (subject, subject.name):
            result = screener_on(day, lists).screen(asked)
            alerts += [(day, result.outcome, hit.party.primary_name.text, hit.score) for hit in result.hits]
            assert result.outcome != "unscreenable"
    assert alerts == []


def test_a_vessel_is_matched_by_its_imo_number_whatever_its_name(screener_on: ScreenerOn) -> None:
    renamed = Subject(name="Light", kind="vessel", identifiers=("imo:9110236",))
    result = screener_on().screen(renamed)
    assert [hit.party.party_id for hit in result.hits] == [DAWNLIGHT]
    assert line_by(result.hits[0].explanation, "identifier-settles").side == "none"


# --- The same question, another day -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("Thein Htay", {2012: None, 2014: "listed", 2017: "delisted", 2022: "delisted"}),
        ("Directorate of Defence Industries", {2012: None, 2014: "listed", 2017: "delisted", 2022: "listed"}),
    ],
)
def test_the_same_call_answers_differently_and_rightly_as_of_each_year(
    screener_on: ScreenerOn, name: str, answers: dict[int, str | None]
) -> None:
    for year, status in answers.items():
        statuses = {hit.status for hit in screener_on(date(year, 1, 1)).screen(name).hits}
        expected = {None: set(), "listed": {"listed"}, "delisted": {"delisted"}}[status]
        if year == 2022 and status == "listed":
            expected = {"listed", "delisted"}  # the earlier number, 15157, is a hit of its own
        assert statuses == expected, year


def test_the_answer_says_which_versions_of_which_lists_it_rests_on(screener_on: ScreenerOn) -> None:
    provenance = screener_on(date(2014, 1, 1)).screen("Thein Htay").provenance
    assert provenance.as_of == date(2014, 1, 1)
    versions = {listed.list_id: listed.published_on for listed in provenance.lists}
    assert versions == {SDN: date(2013, 7, 2), UN: date(2013, 3, 7)}
