"""The page of hits: all that the file of results holds, as text and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from batch_helpers import PROVENANCE, hit
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen import (
    HitDecision,
    Identity,
    IdentityLink,
    IdentityMember,
    ListStore,
    Screener,
    ScreeningResult,
    Subject,
)
from sanctions_screen.batch import result_dict
from sanctions_screen.batch.results import HitsFile, HitsRow, read_hits
from sanctions_screen.errors import ReportError
from sanctions_screen.model import Name, Party, PartyId
from sanctions_screen.report.hits_page import hits_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("jinja2")

TODAY = date(2020, 2, 1)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> \u202e{{ 7 * 7 }}"


def result(name: str = "Thein Htay", *, outcome: Any = "hit", **fields: Any) -> ScreeningResult:
    hits = (hit("1", 0.98, name), hit("2", 0.81, "Kim")) if outcome == "hit" else ()
    values: dict[str, Any] = {"hits": hits, "provenance": PROVENANCE} | fields
    return ScreeningResult(subject=Subject(name=name, reference="C-1"), outcome=outcome, **values)


def identified() -> ScreeningResult:
    """A result whose hits are one bearer, of whom a third list knows too."""
    ids = [PartyId(f"own:{number}") for number in (1, 2)]
    other = PartyId("other:9")
    first = hit("1", 0.98, "Thein Htay")
    members = tuple(
        IdentityMember(party_id=each, name="HTAY, Thein", status="delisted", certain=each != other,
                       listed=first.history.events[0], left=first.history.events[1])
        for each in (*ids, other)
    )  # fmt: skip
    links = (
        IdentityLink(
            one=ids[0], other=ids[1], certainty="certain", basis="reference", evidence=("it says so",)
        ),
        IdentityLink(
            one=other, other=ids[0], certainty="inferred", basis="birth-date", evidence=("born alike",)
        ),
    )
    return result(identities=(Identity(members=members, links=links),))


def file_of(*results: ScreeningResult | None) -> HitsFile:
    rows = (HitsRow(number, each, None if each else "no date <b>") for number, each in enumerate(results, 1))
    return HitsFile("hits.jsonl", "ab" * 32, tuple(rows))


def whole(*results: ScreeningResult | None, **options: Any) -> str:
    return hits_page(file_of(*results), made_on=TODAY, **options)


def written(tmp_path: Path, *lines: dict[str, Any] | str) -> Path:
    path = tmp_path / "hits.jsonl"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def test_the_file_of_a_batch_is_read_back_with_its_rows_and_the_customers_own_columns(tmp_path: Path) -> None:
    line = {"row": 7, "line": 9, "branch": "Yangon"} | result_dict(result())
    (row,) = read_hits(written(tmp_path, line)).rows
    assert (row.row, row.result, row.further) == (7, result(), (("branch", "Yangon"),))


def test_a_row_with_an_error_and_no_result_is_kept_with_its_reason(tmp_path: Path) -> None:
    (row,) = read_hits(written(tmp_path, {"row": 3, "outcome": "error", "reason": "no name"})).rows
    assert (row.row, row.result, row.fault) == (3, None, "no name")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("name,score", "line 1: no JSON object"),
        ("[" * 100_000, "line 1: no JSON object"),
        ("3", "line 1: no JSON object but int"),
        ("{}", "line 1: no result: it has neither"),
        ({"provenance": {}, "hits": []}, "line 1: no result: "),
        (result_dict(result()) | {"schema_version": 99}, "a result of schema 99"),
        ("", "holds no result"),
    ],
)  # fmt: skip
def test_a_file_of_something_else_is_one_error_that_says_where(
    tmp_path: Path, line: dict[str, Any] | str, said: str
) -> None:
    with pytest.raises(ReportError, match=said):
        read_hits(written(tmp_path, line))


def test_bytes_that_are_no_text_and_a_missing_file_are_errors_too(tmp_path: Path) -> None:
    path = tmp_path / "hits.jsonl"
    with pytest.raises(ReportError, match="cannot read"):
        read_hits(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReportError, match="not UTF-8"):
        read_hits(path)


def test_the_totals_count_every_row_and_tell_delisted_parties_apart() -> None:
    page = whole(
        result(), result(outcome="clear"), result("***", outcome="unscreenable", reason="none"), None
    )
    for tile in (
        "<b>4</b> <span>subjects", "<b>1</b> <span>with hits on delisted parties alone",
        "<b>1</b> <span>without a hit", "<b>1</b> <span>not screened: no name",
        "<b>1</b> <span>not screened: an error",
    ):  # fmt: skip
        assert tile in page
    assert "no date &lt;b&gt;" in page


def test_a_limit_on_hits_and_suppressed_hits_are_told() -> None:
    decision = HitDecision(mark="known", verdict="cleared", by="A. Reviewer", reason="born in 1990")
    cleared = hit("3", 0.9, "Thein Htay").model_copy(update={"decision": decision})
    page = whole(result(hits_left_out=3), result("Htay", outcome="clear", suppressed=(cleared,)))
    assert "3 more hits were left out by the limit" in page
    assert "<b>1</b> <span>hits suppressed by decisions" in page
    assert "cleared by A. Reviewer" in page


def test_a_reopened_hit_says_what_is_not_as_it_was() -> None:
    decision = HitDecision(mark="reopened", verdict="cleared", by="A", reason="b", why=("a new alias: Tay",))
    reopened = hit("3", 0.9, "Thein Htay").model_copy(update={"decision": decision})
    assert "Not as it was: a new alias: Tay" in whole(result(hits=(reopened,)))


def test_hits_of_one_bearer_stand_together_with_the_lists_it_is_on_and_why() -> None:
    page = whole(identified())
    assert "Held to be one bearer" in page
    assert "other: delisted, listed by 2013-07-02, left 2016-10-07" in page
    assert "born alike" in page


def test_how_old_the_lists_are_is_said_in_days_and_shouted_past_the_limit() -> None:
    assert "TOO OLD: own is 271 days old (of 2019-05-06)" in whole(result())
    quiet = whole(result(), max_age=timedelta(days=271))
    assert "TOO OLD" not in quiet
    assert '<td class="right">271</td>' in quiet


def test_the_ledger_is_on_the_page_with_its_sums() -> None:
    page = whole(result())
    assert "“thein” is the same" in page
    assert '<td class="right">2.000</td>' in page


@given(st.text(min_size=1), st.text())
def test_whatever_the_names_the_page_has_the_same_scripts_and_no_picture(name: str, alias: str) -> None:
    other = hit("3", 0.9, name).model_copy(update={"matched_name": Name(text=alias, role="strong")})
    page = whole(result(name, hits=(other,)))
    assert page.count("<script") == 1
    assert page.count("<img") == 0
    page.encode("utf-8")


def test_the_same_results_shown_on_the_same_day_give_the_same_bytes() -> None:
    assert whole(identified(), result()) == whole(identified(), result())


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens the page of some results; whatever it asks for, runs or complains of is an error."""
    asked: list[str] = []
    said: list[str] = []
    file = tmp_path / "report.html"

    def opening(*results: ScreeningResult, width: int = 1280, scheme: Any = "light") -> Page:
        file.write_text(whole(*results), encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield opening
    assert asked == [file.as_uri()]
    assert said == []


def test_in_a_browser_a_hostile_name_reads_as_written(opened: Callable[..., Page]) -> None:
    page = opened(result(HOSTILE))
    assert page.locator("#hits h3").text_content() == HOSTILE.replace("\u202e", "\\u202e")
    page.close()


def test_in_a_browser_the_keyboard_alone_opens_a_hit_and_finds_a_subject(opened: Callable[..., Page]) -> None:
    page = opened(result("Thein Htay"), result("Kim Sok-chol"))
    page.locator("#hits summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#hits details").first.get_attribute("open") is not None
    page.locator("[data-text]").focus()
    page.keyboard.type("kim SOK")
    assert page.locator("#hits > article:visible").count() == 1
    assert page.locator("output").text_content() == "1 of 2 subjects with hits shown"
    page.close()


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("width", [320, 720, 1280])
def test_in_a_browser_and_on_paper_no_line_of_time_lies_on_another_s_years(
    opened: Callable[..., Page], width: int, media: Any
) -> None:
    page = opened(identified(), width=width)
    page.emulate_media(media=media)
    if media == "screen":
        page.get_by_role("button", name="Open all").click()
    lanes = page.locator(".lane svg")
    assert lanes.count() > 1
    for lane in lanes.all():
        (box,) = (each for each in [lane.bounding_box()] if each)
        lowest = max(
            shown["y"] + shown["height"]
            for year in lane.locator("text").all()
            if (shown := year.bounding_box()) is not None
        )
        assert lowest <= box["y"] + box["height"] + 3  # the foot of letters, where digits have none
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_in_a_browser_nothing_is_wider_than_the_window_and_listed_is_never_green(
    opened: Callable[..., Page], width: int, scheme: str
) -> None:
    page = opened(identified(), width=width, scheme=scheme)
    page.get_by_role("button", name="Open all").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    colour = page.evaluate(
        "getComputedStyle(document.querySelector('.bar-listed')).fill.match(/\\d+/g).map(Number)"
    )
    assert colour[0] > colour[1]
    page.close()


def test_on_paper_every_hit_is_open_and_the_basis_begins_a_page(opened: Callable[..., Page]) -> None:
    page = opened(result())
    page.emulate_media(media="print")
    assert page.get_by_text("“thein” is the same").first.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.basis')).breakBefore") == "page"
    page.close()


def test_the_page_says_that_the_lists_that_ship_with_the_package_are_a_selection(tmp_path: Path) -> None:
    said = "A selection for demonstration, not the full list: un-sc, us-ofac-sdn."
    result = Screener(ListStore.embedded()).screen("Thein Htay")
    (tmp_path / "hits.jsonl").write_text(result.canonical_json() + "\n", encoding="utf-8")
    assert said in hits_page(read_hits(tmp_path / "hits.jsonl"), made_on=date(2026, 11, 28))
    own = ListStore.in_memory()
    own.add_snapshot("us-ofac-sdn", result_parties(), published_on=date(2024, 1, 1))
    (tmp_path / "own.jsonl").write_text(Screener(own).screen("Thein Htay").canonical_json() + "\n", "utf-8")
    assert "A selection" not in hits_page(read_hits(tmp_path / "own.jsonl"), made_on=date(2026, 11, 28))


def result_parties() -> list[Party]:
    return list(ListStore.embedded().snapshot("us-ofac-sdn"))[:3]
