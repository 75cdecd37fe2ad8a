"""Histories as pictures: self-contained, the same bytes each time, and safe whatever a list says."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from store_parties import LIST, START, day, notice, parties, party, store_with

from sanctions_screen.model import DateWindow, ListingEvent, ListingHistory, PartyId
from sanctions_screen.report import timeline_svg, timeline_text, timeline_view
from sanctions_screen.report.svg import COLOURS, label_width, shortened, wrapped

SVG = "{http://www.w3.org/2000/svg}"
ID = PartyId(f"{LIST}:1")


def relisted() -> ListingHistory:
    held = parties([(1, "a")])
    store = store_with((day(0), []), (day(400), held), (day(800), []), (day(1200), held))
    store.add_notices(LIST, [notice("listed", day(200), 1, programmes=("SDGT <&>",))])
    return store.history(ID)


@st.composite
def histories(draw: st.DrawFn) -> ListingHistory:
    """Any events at all, in order of day, exact or within windows."""
    events = []
    for number in sorted(draw(st.lists(st.integers(0, 2000), max_size=12))):
        kind = draw(st.sampled_from(["listed", "amended", "delisted", "relisted"]))
        after = draw(st.one_of(st.none(), st.integers(0, 400)))
        when: dict[str, object] = {"on": day(number)}
        if draw(st.booleans()):
            start = None if after is None else day(number - 1 - after)
            when = {"window": DateWindow(after=start, until=day(number))}
        events.append(ListingEvent.model_validate({"kind": kind, "party_id": ID} | when))
    return ListingHistory(party_id=ID, events=tuple(events))


def drawn(history: ListingHistory, **more: object) -> ElementTree.Element:
    return ElementTree.fromstring(timeline_svg([history], day(2000), **more))  # type: ignore[arg-type]


def texts(root: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_the_picture_is_one_svg_document_that_needs_nothing_beside_it() -> None:
    text = timeline_svg([relisted()], day(1500))
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert titles == [
        f"Listing history up to {day(1500)}",
        ID,
        f"listed on {day(200)} (SDGT <&>)",
        f"delisted between {day(400)} and {day(800)}",
        f"relisted between {day(800)} and {day(1200)}",
    ]
    assert "href" not in text
    assert "<script" not in text
    assert "url(http" not in text


def test_whoever_cannot_see_the_picture_is_told_all_its_events() -> None:
    (told,) = drawn(relisted()).iter(f"{SVG}desc")
    assert told.text == (
        f"{ID}: listed on {day(200)} (SDGT <&>); delisted between {day(400)} and {day(800)}; "
        f"relisted between {day(800)} and {day(1200)}."
    )


def test_each_listing_of_a_linked_party_has_its_lane() -> None:
    held: dict[str, Any] = {
        "kind": "organisation",
        "identifiers": ({"type": "lei", "value": "5493001KJTIIGC8Y1R12"},),
    }
    same = [party(n, names=({"text": "SAME NAME"},), **held) for n in (1, 2)]
    store = store_with((day(0), same[:1]), (day(10), []), (day(20), same[1:]))
    root = ElementTree.fromstring(timeline_svg([store.history(f"{LIST}:2")], day(30)))
    assert [text for text in texts(root) if text.startswith(LIST)] == [f"{LIST}:1", f"{LIST}:2"]


def test_a_lane_tells_name_and_id_so_that_one_name_on_two_lists_is_two_parties() -> None:
    found = texts(drawn(relisted(), names={ID: "SOME NAME"}))
    assert {"SOME NAME", ID} <= set(found)


def test_a_mark_is_full_on_its_day_and_hollow_with_a_line_across_its_window() -> None:
    root = drawn(relisted())
    marks = [mark.get("fill") for mark in root.iter(f"{SVG}path")] + [
        mark.get("fill") for mark in root.iter(f"{SVG}circle")
    ]
    # delisted and relisted hollow, then the three shapes of the legend; listed full, its two in the legend.
    assert marks.count("#ffffff") == 3
    lines = [
        line
        for line in root.iter(f"{SVG}line")
        if line.get("stroke") in (COLOURS["delisted"], COLOURS["relisted"])
    ]
    assert len(lines) == 4  # each window: from its first day to its mark, and the stroke where it begins


def test_every_kind_of_mark_is_in_the_legend_whatever_is_drawn() -> None:
    found = texts(drawn(ListingHistory(party_id=ID)))
    assert {"listed", "relisted", "amended", "delisted", "nothing newer is known of the list"} <= set(found)


def test_a_bar_is_dotted_from_the_newest_day_that_its_list_tells_of() -> None:
    def dotted(root: ElementTree.Element) -> int:
        return sum(line.get("stroke-dasharray") == "2 4" for line in root.iter(f"{SVG}line")) - 1

    assert dotted(drawn(relisted())) == 0
    known = drawn(relisted(), known_until={LIST: day(1300)})
    assert dotted(known) == 1
    assert any(f"up to {day(1300)}" in (title.text or "") for title in known.iter(f"{SVG}title"))


@given(st.text(max_size=60))
def test_no_name_can_do_more_than_be_read(name: str) -> None:
    root = drawn(relisted(), names={ID: name})
    assert {child.tag.removeprefix(SVG) for child in root.iter()} == {
        "svg", "title", "desc", "style", "defs", "linearGradient", "stop", "rect", "line", "text", "circle",
        "path", "g",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["\ufffe", "\uffff", "\x00", "\ud800", "]]>", "&amp;", '"><script>'])
def test_letters_that_xml_forbids_are_written_out(name: str) -> None:
    assert drawn(relisted(), names={ID: name}) is not None


@given(histories())
def test_no_two_days_are_written_over_each_other_and_none_outside_the_picture(
    history: ListingHistory,
) -> None:
    rows: dict[str, list[tuple[float, float]]] = {}
    for text in drawn(history, known_until={LIST: day(1000)}).iter(f"{SVG}text"):
        if text.get("text-anchor") == "middle" and "-" in (text.text or ""):
            half = label_width(text.text or "") / 2
            middle = float(text.get("x") or "nan")
            rows.setdefault(text.get("y") or "", []).append((middle - half, middle + half))
    for spans in rows.values():
        spans.sort()
        assert all(before[1] <= after[0] + 0.2 for before, after in pairwise(spans))
        assert spans[0][0] > 250
        assert spans[-1][1] <= 1000


@given(histories(), st.text(max_size=20))
def test_the_same_histories_give_the_same_bytes(history: ListingHistory, name: str) -> None:
    assert timeline_svg([history], day(2000), {ID: name}) == timeline_svg([history], day(2000), {ID: name})


@given(st.text(), st.integers(2, 40))
def test_a_shortened_text_takes_the_room_it_may_and_says_that_it_was_cut(text: str, columns: int) -> None:
    short = shortened(text, columns)
    assert short == text or short.endswith("…")
    assert label_width(short) <= label_width("0") * columns
    rows = wrapped(text, columns)
    assert len(rows) <= 2
    assert all(label_width(row) <= label_width("0") * columns for row in rows)


# --- in a terminal -------------------------------------------------------------------------------------


def test_a_line_of_text_shows_when_the_party_was_listed_and_when_nobody_knows() -> None:
    lines = timeline_text(relisted(), day(1500), width=40)
    assert len(lines) == 3
    assert [sign for sign in lines[0] if sign in "●◉○"] == ["●", "○", "◉"]
    assert "━░" in lines[0]  # a delisting within a window
    assert "░◉━" in lines[0]
    assert lines[0].endswith(f"  {LIST}:1")
    assert lines[1].split() == ["2020", "2021", "2022", "2023", "2024"]
    assert lines[2] == "● listed  ◉ relisted  ○ delisted  ░ on some day of these"


def test_a_line_goes_on_dotted_from_the_newest_day_that_the_list_tells_of() -> None:
    lines = timeline_text(relisted(), day(1500), width=40, known_until={LIST: day(1250)})
    assert "◉┄┄┄┄┄┄┄┄  " in lines[0]
    assert "┄ nothing newer is known" in lines[-1]


@pytest.mark.parametrize("width", [1, 2, 5])
def test_a_line_may_be_as_short_as_one_sign(width: int) -> None:
    lines = timeline_text(relisted(), date.max, width, date.min)
    assert len(lines[0]) == width + 2 + len(ID)


def test_histories_that_are_compared_have_one_scale() -> None:
    alone, beside = (timeline_text(relisted(), day(1500), 40, since) for since in (None, date(2000, 1, 1)))
    assert alone[0].index("●") < beside[0].index("●")


@given(histories(), st.integers(24, 140))
def test_the_timeline_takes_the_width_the_terminal_has(history: ListingHistory, width: int) -> None:
    console = Console(width=width, highlight=False, markup=False, color_system=None)
    with console.capture() as captured:
        console.print(timeline_view(history, day(2000), START, {LIST: day(1500)}))
    assert all(len(line) <= width for line in captured.get().splitlines())
    assert ID in captured.get().replace("\n", "")


def test_a_history_without_events_is_an_empty_lane() -> None:
    history = ListingHistory(party_id=ID)
    assert ElementTree.fromstring(timeline_svg([history], date(2020, 1, 1))) is not None
    assert timeline_text(history, date(2020, 1, 1))[0].strip() == ID


def test_the_picture_tells_of_a_selection_and_of_years_without_a_version() -> None:
    versions = {LIST: [day(0), day(800), day(1200)]}
    root = drawn(relisted(), versions=versions, selections=[LIST])
    told = " ".join(texts(root))
    assert f"A selection for demonstration, not the full list: {LIST}." in told
    years = {when.year for when in versions[LIST]}
    missing = min(set(range(START.year, day(2000).year)) - years)
    assert f"{LIST}: no version of {missing}" in told
    assert "no version" not in " ".join(texts(drawn(relisted())))
