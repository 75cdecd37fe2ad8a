"""How big a page of 1,000 hits is, and how long it takes to make: ``python benchmarks/report_page.py``.

The example's customers are repeated until they have so many hits against the embedded lists; with ``--db``
and ``--customers``, a store's and a file's own are asked, from the file's beginning, until there are so many.
Times are told as a ratio to screening them. Where there is a Chromium, how long it takes to open the page,
filter it and print it; with ``--shots``, pictures of it wide, narrow and dark.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Final, Literal

from sanctions_screen import ListStore, Screener, screen_csv
from sanctions_screen.batch.results import read_hits
from sanctions_screen.report.hits_page import hits_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HITS = 1_000
SHOTS: Final[tuple[tuple[str, int, int, Literal["light", "dark"]], ...]] = (
    ("wide", 1280, 900, "light"),
    ("narrow", 390, 844, "light"),
    ("dark", 1280, 900, "dark"),
)
EXAMPLE = Path(__file__).parents[1] / "examples" / "customers.csv"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--db", type=Path, help="a store to screen against")
    parser.add_argument(
        "--customers", type=Path, help="a file whose customers are screened, as many as it takes"
    )
    parser.add_argument("--shots", type=Path, help="a folder for pictures of the page")
    parser.add_argument("--results", type=Path, help="the file of results, Markdown")
    options = parser.parse_args()
    source = options.customers or EXAMPLE
    header, *rows = source.read_text(encoding="utf-8").splitlines()
    lines = [f"# A page of {HITS:,} hits, measured {datetime.now(UTC):%Y-%m-%d}", ""]
    with tempfile.TemporaryDirectory() as folder:
        customers, results, page = (Path(folder) / name for name in ("in.csv", "hits.jsonl", "page.html"))
        screener = Screener(ListStore.open(options.db) if options.db else ListStore.embedded())

        def screened(some: list[str]) -> int:
            customers.write_text("\n".join([header, *some]), encoding="utf-8")
            return screen_csv(customers, results, screener=screener, resume=False).parties

        if options.customers:
            count = 250
            while screened(rows[:count]) < HITS and count < len(rows):
                count *= 2
            rows = rows[:count]
        else:
            rows *= -(-HITS // screened(rows))
        began = process_time()
        parties = screened(rows)
        took = process_time() - began
        began = process_time()
        page.write_text(hits_page(read_hits(results), made_on=datetime.now(UTC).date()), encoding="utf-8")
        made = process_time() - began
        size, of_lines = (path.stat().st_size / 1e6 for path in (page, results))
        against = (
            "a store of " + ", ".join(each.list_id for each in screener.provenance.lists)
            if options.db
            else "the embedded lists"
        )
        lines += [
            f"{len(rows):,} customers of {source.name}, against {against}.",
            "",
            f"* {parties:,} hits: {size:.1f} MB, {size / parties * 1e3:.1f} kB a hit",
            f"* of {of_lines:.1f} MB of JSON lines",
            f"* made in {made:.1f} s of CPU, {made / took:.2f} of what screening and writing them took",
            *_in_a_browser(page, options.shots),
        ]
    text = "\n".join(lines) + "\n"
    if options.results:
        options.results.write_text(text, encoding="utf-8")
    print(text)


def _in_a_browser(page: Path, shots: Path | None) -> Iterator[str]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        yield "* no Chromium: not opened"
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield f"* in Chromium {browser.version}:"
        shown = browser.new_page()
        asked: list[str] = []
        shown.on("request", lambda request: asked.append(request.url))
        for what, step in (
            ("open", lambda: shown.goto(page.as_uri())),
            ("filter", lambda: shown.fill("[data-text]", "seok")),
            ("filter no more", lambda: shown.fill("[data-text]", "")),
            ("print all", lambda: shown.pdf(path=str(page.with_suffix(".pdf")))),
        ):
            began = perf_counter()
            step()
            yield f"    * {what}: {perf_counter() - began:.1f} s"
        yield f"    * asked of anybody but its own file: {sum(not url.startswith('file:') for url in asked)}"
        if shots:
            _pictures(browser, page, shots)
        browser.close()


def _pictures(browser: Browser, page: Path, shots: Path) -> None:
    shots.mkdir(parents=True, exist_ok=True)
    for name, width, height, scheme in SHOTS:
        shown = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        shown.goto(page.as_uri())
        shown.screenshot(path=str(shots / f"{name}.png"))
        shown.locator("details summary").first.click()
        shown.screenshot(path=str(shots / f"{name}-open.png"))
        overflow = shown.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        print(f"{name}: {'wider than the window' if overflow else 'fits'}")
        shown.close()


if __name__ == "__main__":
    main()
