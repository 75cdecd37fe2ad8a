"""Pages: what is put into a template can be read and nothing else, and a page needs nothing beside it."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_screen.errors import MissingExtraError
from sanctions_screen.pages import page, shown_text
from sanctions_screen.pages.rendering import _environment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("jinja2")

TEMPLATE = """{% extends "layout.html.j2" %}
{% import "parts.html.j2" as parts %}
{% block title %}{{ title }}{% endblock %}
{% block main %}
{{ parts.tiles([(1234, title, "listed")]) }}
{{ parts.controls("rows", [("kind", "every kind", ["a", title])],
                  [("as is", ""), ("by number", "number:down")]) }}
<div id="rows">
{% for text in texts %}
<article class="item" data-item data-kind="{{ text }}" data-number="{{ loop.index }}"><h3>{{ text }}</h3>
{{ parts.badge(text) }} {{ parts.facts([("what", text), (text, "x"), ("nothing", "")]) }}</article>
{% endfor %}
</div>
{{ parts.table(["name", "number"], rows, right=[1], caption=title, sortable=true) }}
{{ parts.warning(title, loud=true) }}
{% endblock %}
{% block basis %}{{ parts.heading("Basis", 3) }}{% endblock %}
"""

HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; alert(1); //",
    "</style><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\u202egnp.exe",
    "\x1b[31mred\x00",
    "\ud800 alone",
    "\ufffe",
    "a & b < c",
]  # fmt: skip


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "trial.html.j2").write_text(TEMPLATE, encoding="utf-8")
    return folder


def _page(templates: Path, texts: list[str], title: str = "A trial") -> str:
    rows = [(text, number) for number, text in enumerate(texts)]
    return page(templates, "trial.html.j2", {"title": title, "texts": texts, "rows": rows})


def test_a_page_names_nothing_outside_itself(templates: Path) -> None:
    whole = _page(templates, ["plain"])
    for outside in ("http:", "https:", "src=", "@import", "url("):
        assert outside not in whole
    assert "default-src 'none'" in whole


def test_numbers_are_parted_and_facts_without_a_value_left_out(templates: Path) -> None:
    whole = _page(templates, ["plain"])
    assert "1,234" in whole
    assert "<dt>nothing<" not in whole


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_never_becomes_markup(templates: Path, text: str) -> None:
    whole = _page(templates, [text], title=text)
    plain = _page(templates, ["plain"])
    assert whole.count("<script") == plain.count("<script")
    assert whole.count("<img") == 0
    assert not any("\u202a" <= letter <= "\u202e" or letter in "\x1b\x00\ufffe" for letter in whole)
    whole.encode("utf-8")  # no half characters either


@given(st.lists(st.text(), max_size=3))
def test_whatever_the_texts_the_page_has_the_same_tags(templates: Path, texts: list[str]) -> None:
    tags = [_page(templates, each).count("<") for each in (texts, ["x"] * len(texts))]
    blank = sum(not text for text in texts)  # a fact without a value has no line: five tags
    assert tags[1] - tags[0] == 6 * blank


def test_the_same_records_give_the_same_bytes(templates: Path) -> None:
    assert _page(templates, HOSTILE) == _page(templates, HOSTILE)


def test_without_jinja2_the_error_names_the_extra(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *args: Any, **more: Any) -> Any:
        if name == "jinja2":
            raise ImportError(name)
        return real(name, *args, **more)

    _environment.cache_clear()
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(MissingExtraError, match=r"sanctions_screen\[report\]"):
        _page(templates, [])


@pytest.fixture
def opened(browser: Browser, templates: Path, tmp_path: Path) -> Iterator[Page]:
    """The trial page with hostile texts; whatever it asks for, runs or complains of is an error."""
    file = tmp_path / "trial.html"
    file.write_text(_page(templates, ["Kim Sŏk-ch'ŏl", *HOSTILE]), encoding="utf-8")
    shown = browser.new_page()
    asked, said = [], []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda message: said.append(message.text))
    shown.on("pageerror", lambda error: said.append(str(error)))
    shown.on("dialog", lambda dialog: said.append(dialog.message))
    shown.goto(file.as_uri())
    yield shown
    shown.close()
    assert asked == [file.as_uri()]
    assert said == []


def test_in_a_browser_hostile_texts_read_as_written(opened: Page) -> None:
    heads = opened.locator("#rows h3").all_text_contents()
    assert heads == [str(shown_text(text)) for text in ["Kim Sŏk-ch'ŏl", *HOSTILE]]


def test_in_a_browser_a_search_ignores_case_and_marks_and_says_how_many_are_left(opened: Page) -> None:
    opened.fill("[data-text]", "KIM sok")
    assert opened.locator("#rows .item:visible").count() == 1
    assert opened.locator("output").text_content() == f"1 of {len(HOSTILE) + 1} shown"


def test_in_a_browser_items_are_ordered_by_number_and_back(opened: Page) -> None:
    first = opened.locator("#rows h3").first
    opened.select_option("[data-order]", "number:down")
    assert first.text_content() == HOSTILE[-1]
    opened.select_option("[data-order]", "")
    assert first.text_content() == "Kim Sŏk-ch'ŏl"


def test_in_a_browser_a_press_on_a_title_sorts_the_table(opened: Page) -> None:
    title = opened.get_by_role("button", name="number")
    last = opened.locator("tbody tr").last.locator("td").last
    title.press("Enter")
    title.press("Enter")
    assert opened.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    assert last.text_content() == "0"


def test_a_narrow_page_is_no_wider_than_its_window(opened: Page) -> None:
    opened.set_viewport_size({"width": 320, "height": 640})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
