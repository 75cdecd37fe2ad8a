"""Histories as pictures: self-contained, the same bytes each time, and safe whatever a list says."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from store_parties import LIST, day, notice, parties, party, store_with

from sanctions_screen.model import ListingHistory
from sanctions_screen.report.timeline import timeline_svg, timeline_text
from sanctions_screen.store import ListStore

SVG = "{http://www.w3.org/2000/svg}"


def relisted() -> ListingHistory:
    held = parties([(1, "a")])
    store = store_with((day(0), []), (day(400), held), (day(800), []), (day(1200), held))
    store.add_notices(LIST, [notice("listed", day(200), 1, programmes=("SDGT <&>",))])
    return store.history(f"{LIST}:1")


def test_the_picture_is_one_svg_document_that_needs_nothing_beside_it() -> None:
    text = timeline_svg([relisted()], day(1500))
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert titles[1:] == [
        f"listed on {day(200)} (SDGT <&>)",
        f"delisted after {day(400)} and by {day(800)}",
        f"relisted after {day(800)} and by {day(1200)}",
    ]
    assert "href" not in text
    assert "<script" not in text


def test_each_listing_of_a_linked_party_has_its_lane() -> None:
    held = {"kind": "organisation", "identifiers": ({"type": "lei", "value": "5493001KJTIIGC8Y1R12"},)}
    same = [party(n, names=({"text": "SAME NAME"},), **held) for n in (1, 2)]
    store = store_with((day(0), same[:1]), (day(10), []), (day(20), same[1:]))
    root = ElementTree.fromstring(timeline_svg([store.history(f"{LIST}:2")], day(30)))
    labels = [text.text for text in root.iter(f"{SVG}text") if text.get("class") is None]
    assert labels == [f"{LIST}:1", f"{LIST}:2"]


@given(st.text(max_size=40))
def test_no_label_can_do_more_than_be_read(label: str) -> None:
    root = ElementTree.fromstring(timeline_svg([relisted()], day(1500), {f"{LIST}:1": label}))
    assert {child.tag.removeprefix(SVG) for child in root.iter()} == {
        "svg", "title", "style", "defs", "linearGradient", "stop", "rect", "line", "text", "circle",
    }  # fmt: skip


def test_a_line_of_text_shows_when_the_party_was_listed() -> None:
    lines = timeline_text(relisted(), day(1500), width=40)
    assert len(lines) == 2
    assert [sign for sign in lines[0] if sign in "●◉○"] == ["●", "○", "◉"]
    assert lines[0].endswith(f"  {LIST}:1")
    assert lines[1].split() == ["2020", "2024"]


def test_a_history_without_events_is_an_empty_lane() -> None:
    history = ListingHistory(party_id=f"{LIST}:1")
    assert ElementTree.fromstring(timeline_svg([history], date(2020, 1, 1))) is not None
    assert len(timeline_text(history, date(2020, 1, 1))) == 2


def test_the_same_histories_give_the_same_bytes() -> None:
    with ListStore.embedded() as store:
        history = store.history("us-ofac-sdn:16102")
        assert timeline_svg([history], date(2024, 7, 2)) == timeline_svg([history], date(2024, 7, 2))
