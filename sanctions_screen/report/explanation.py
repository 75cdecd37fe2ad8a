"""How a score came about, part by part.

Reach for :func:`explanation_view` to show a reviewer which part of one name met which part of the other.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from ..model import AlignedPart, EvidenceItem, Explanation
from .layout import listing, words
from .text import score_text

__all__ = ["explanation_view"]

_RULES = {
    "same": "the same",
    "spelling": "spelled alike",
    "romanisation": "another romanisation",
    "nickname": "nickname",
    "initial": "initial",
    "joined": "parts joined",
    "abbreviation": "abbreviation",
    "synonym": "same meaning",
    "different": "different",
    "missing": "missing",
    "ignored": "carries no weight",
}
_RULE_STYLE = {"different": "red", "missing": "yellow", "ignored": "dim"}


def explanation_view(explanation: Explanation) -> RenderableType:
    """Return a table of the parts, then the evidence, each with what it added to the score."""
    table = listing("subject", "listed", "how", "alike", "adds", right=("alike", "adds"))
    for part in explanation.name.parts:
        table.add_row(*_part_cells(part))
    for item in explanation.evidence:
        table.add_row(*_evidence_cells(item))
    total = Text(score_text(explanation.score), style="bold")
    table.add_row(Text("score", style="bold"), "", "", "", total)
    return Group(words(explanation.summary), table)


def _part_cells(part: AlignedPart) -> tuple[RenderableType, ...]:
    style = _RULE_STYLE.get(part.rule, "")
    return (
        words(" ".join(part.subject) or "–", style),
        words(" ".join(part.listed) or "–", style),
        Text(_RULES[part.rule], style=style),
        score_text(part.similarity),
        f"{part.contribution:+.2f}",
    )


def _evidence_cells(item: EvidenceItem) -> tuple[RenderableType, ...]:
    style = "red" if item.verdict == "contradicts" else ""
    common = item.verdict == "common"
    what = "many bear such a name" if common else f"{item.kind.replace('-', ' ')} {item.verdict}"
    return (
        words(item.subject_value or "–", style),
        words(item.listed_value or "–", style),
        Text(what, style=style),
        "",
        f"{item.effect:+.2f}",
    )
