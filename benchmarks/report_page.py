"""How big a page of 1,000 hits is, and how long it takes to make: ``python benchmarks/report_page.py``.

The example's customers are repeated until they have so many hits against the embedded lists; times are told
as a ratio to screening them. Where there is a Chromium, how long it takes to open the page, filter it and
print it.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

from sanctions_screen import ListStore, Screener, screen_csv
from sanctions_screen.batch.results import read_hits
from sanctions_screen.report.hits_page import hits_page

HITS = 1_000
EXAMPLE = Path(__file__).parents[1] / "examples" / "customers.csv"


def main() -> None:
    header, *rows = EXAMPLE.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        customers, results, page = (Path(folder) / name for name in ("in.csv", "hits.jsonl", "page.html"))
        screener = Screener(ListStore.embedded())
        customers.write_text("\n".join([header, *rows]), encoding="utf-8")
        a_time = screen_csv(customers, results, screener=screener, resume=False).parties
        customers.write_text("\n".join([header, *rows * -(-HITS // a_time)]), encoding="utf-8")
        began = process_time()
        parties = screen_csv(customers, results, screener=screener, resume=False).parties
        screened = process_time() - began
        began = process_time()
        page.write_text(hits_page(read_hits(results), made_on=datetime.now(UTC).date()), encoding="utf-8")
        made = process_time() - began
        size = page.stat().st_size / 1e6
        print(f"{parties:,} hits: {size:.1f} MB ({results.stat().st_size / 1e6:.1f} MB of JSON lines), ")
        print(f"made in {made:.1f} s of CPU, {made / screened:.1f} of what screening and writing them took")
        _in_a_browser(page)


def _in_a_browser(page: Path) -> None:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=["--no-sandbox"])
        shown = browser.new_page()
        for what, step in (
            ("open", lambda: shown.goto(page.as_uri())),
            ("filter", lambda: shown.fill("[data-text]", "seok")),
            ("print", lambda: shown.pdf(path=str(page.with_suffix(".pdf")))),
        ):
            began = perf_counter()
            step()
            print(f"{what}: {perf_counter() - began:.1f} s")
        browser.close()


if __name__ == "__main__":
    main()
