"""Write the ledgers of a few names into docs/matching.md; a test fails when they are no longer true.

::

    python docs/make_ledgers.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sanctions_screen import compare_names
from sanctions_screen.model import Explanation, PartyKind

PAGE: Final = Path(__file__).resolve().parent / "matching.md"
_MARKS: Final = ("<!-- ledgers -->\n", "<!-- /ledgers -->")
NAMES: Final[tuple[tuple[str, str, PartyKind], ...]] = (
    ("Kim Nam-chol", "KIM CHOL NAM", "person"),
    ("John Baker II", "BAKER, John III", "person"),
    (
        "Korea Mining Development Trading Corp.",
        "KOREA MINING DEVELOPMENT TRADING CORPORATION",
        "organisation",
    ),
    ("KMDTC", "Korea Mining Development Trading Corporation", "organisation"),
    ("عبد الرحمن الحسيني", "AL-HUSAYNI, Abdurrahman Yusuf", "person"),
    ("王小龙", "WANG, Hsiao-lung", "person"),
)


def page(text: str) -> str:
    """Return the page with the ledgers in it made anew."""
    before, _, rest = text.partition(_MARKS[0])
    _, _, behind = rest.partition(_MARKS[1])
    return before + _MARKS[0] + "\n".join(map(_section, NAMES)) + _MARKS[1] + behind


def _section(names: tuple[str, str, PartyKind]) -> str:
    found = compare_names(*names)
    head = f"**{found.subject}** beside **{found.listed}** ({names[2]}): {found.score:.2f}"
    return f"\n{head}\n\n```\n{ledger(found)}\n```\n"


def ledger(found: Explanation) -> str:
    """Return the lines of a comparison, the sums of its sides and the formula, as text."""
    return "\n".join(_rows(found))


def _rows(found: Explanation) -> Iterator[str]:
    sums = {"for": found.speaks_for, "against": found.against, "doubt": found.doubt}
    for side, together in sums.items():
        lines = [line for line in found.lines if line.side == side]
        for line in lines:
            yield f"{side:<8}{line.amount / 1e6:>7.3f}  {line.text}"
        if len(lines) > 1:
            yield f"{'':<8}{together / 1e6:>7.3f}  together"
    yield f"score   {found.score:>7.3f}  {found.formula}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
