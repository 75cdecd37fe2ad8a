"""How a score came about: the ledger, line by line, and the sums that make the score.

Reach for :func:`explanation_view` to show a reviewer what speaks for two bearers being one, and what against
it.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from ..model import Explanation, LedgerLine, LedgerSide
from .layout import listing, words
from .text import score_text

__all__ = ["explanation_view"]

_SIDES: tuple[tuple[LedgerSide, str, str], ...] = (
    ("for", "for", "green"),
    ("against", "against", "red"),
    ("doubt", "doubt", "yellow"),
    ("none", "–", "dim"),
)
_MILLIONTHS = 1_000_000


def explanation_view(explanation: Explanation) -> RenderableType:
    """Return a table of the lines side by side with what each amounts to, each side's sum, and the
    formula."""
    table = listing("", "what", "alike", "amount", right=("alike", "amount"))
    sums = {"for": explanation.speaks_for, "against": explanation.against, "doubt": explanation.doubt}
    for side, title, style in _SIDES:
        lines = [line for line in explanation.lines if line.side == side]
        for line in lines:
            table.add_row(*_cells(line, title, style))
        if side in sums and lines:
            table.add_row("", Text("together", style="bold"), "", Text(_amount(sums[side]), style="bold"))
    table.add_row(
        Text("score", style="bold"),
        words(explanation.formula),
        "",
        Text(score_text(explanation.score), style="bold"),
    )
    return Group(words(explanation.summary), table)


def _cells(line: LedgerLine, title: str, style: str) -> tuple[RenderableType, ...]:
    alike = "" if line.likeness is None else f"{line.likeness / _MILLIONTHS:.2f}"
    return (
        Text(title, style=style),
        words(line.text),
        alike,
        _amount(line.amount) if line.side != "none" else "–",
    )


def _amount(amount: int) -> str:
    return f"{amount / _MILLIONTHS:.3f}"
