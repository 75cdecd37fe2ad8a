"""What the tests of the ledger share: its lines by rule, and the formula once more, by other means.

Nothing here reads the library's weights or its formula: the file of weights is read as bare data, and the
score is made of the sums in exact fractions but for one power, so that a slip in either is seen.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, Final, Protocol

from sanctions_screen.model import Explanation, LedgerLine, LedgerRule, LedgerSide, PartyKind

MILLION: Final = 1_000_000
ROUNDED: Final = 1e-6
"""Scores are rounded to six places; the two ways to the same number may differ in the last."""


class Amounts(Protocol):
    """What a line is to its sum; a line of the ledger and one told in words both are it."""

    @property
    def side(self) -> LedgerSide: ...
    @property
    def amount(self) -> int: ...


@cache
def weights_as_data() -> dict[str, Any]:
    """Return the file of weights as the bare tables it holds."""
    return tomllib.loads((resources.files("sanctions_screen.weights") / "weights.toml").read_text("utf-8"))


def kind_as_data(kind: PartyKind) -> dict[str, Any]:
    """Return the table of a kind; an aircraft's is a ship's."""
    table: dict[str, Any] = weights_as_data()["kinds"]["vessel" if kind == "aircraft" else kind]
    return table


def sums_of(lines: Iterable[Amounts]) -> tuple[int, int, int]:
    """Return what the lines for, against and of doubt come to."""
    held = list(lines)
    speaks_for, against, doubt = (
        sum(line.amount for line in held if line.side == side) for side in ("for", "against", "doubt")
    )
    return speaks_for, against, doubt


def score_by_hand(sums: tuple[int, int, int], kind: PartyKind) -> float:
    """Return ``scale(1 / (1 + against / for ** power + doubt))``; nothing where nothing speaks for it."""
    speaks_for, against, doubt = (Fraction(amount, MILLION) for amount in sums)
    if not speaks_for:
        return 0.0
    table = kind_as_data(kind)
    plain = 1 / (1 + against / Fraction(float(speaks_for) ** (table["power"] / 4)) + doubt)
    for (low, from_), (high, to) in pairwise(table["scale"]):
        if plain * MILLION <= high:
            return float(from_ + (to - from_) * (plain * MILLION - low) / (high - low)) / MILLION
    return 1.0


def score_of_explanation(explanation: Explanation) -> float:
    """Return the score that an explanation's lines make, whatever it says of its sums and score."""
    score = score_by_hand(sums_of(explanation.lines), explanation.weighed_as)
    settling = [line.amount for line in explanation.lines if line.rule == "identifier-settles"]
    return max([score, *(amount / MILLION for amount in settling)])


def lines_by(explanation: Explanation, *rules: LedgerRule) -> list[LedgerLine]:
    """Return the lines of some rules, in the order they stand."""
    return [line for line in explanation.lines if line.rule in rules]


def line_by(explanation: Explanation, rule: LedgerRule, side: LedgerSide | None = None) -> LedgerLine:
    """Return the one line of a rule (on a side)."""
    (line,) = [line for line in lines_by(explanation, rule) if side in (None, line.side)]
    return line


def met_by(explanation: Explanation) -> dict[str, str]:
    """Return, of each part of the subject that met or was left over, the rule of its first line."""
    rules: dict[str, str] = {}
    for line in explanation.lines:
        rules.setdefault(" ".join(line.subject), line.rule)
    return rules
