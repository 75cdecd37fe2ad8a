"""People on no list by the script of their names, and names of one word: who is alerted at each.

A mononym is a name of one word in a script that parts words by blanks. The background file has few, so the
longest word of other names stands beside them, each asked as if it were all that a customer's cell holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from accuracy_data import Background, sampled
from accuracy_lists import Answer
from accuracy_measures import share_above
from accuracy_report import Table

__all__ = ["MONONYMS", "lone_words", "mononyms", "scripts_table"]

MONONYMS = ("names of one word", "the longest word of a name, alone")
_WITHOUT_BLANKS = frozenset({"Cjk", "Fullwidth", "Hangul", "Hiragana", "Katakana", "Myanmar", "Thai"})
_MOST = 1000
_FEWEST_LETTERS = 3


def _script(name: Background) -> str:
    return name.culture.rpartition("(")[2].rstrip(")")


def mononyms(names: Sequence[Background]) -> list[Background]:
    """Return the names of one word."""
    return [name for name in names if len(name.text.split()) == 1 and _script(name) not in _WITHOUT_BLANKS]


def lone_words(names: Sequence[Background]) -> list[Background]:
    """Return the longest word of names of several, of each culture in its share, always the same ones."""
    parted = [name for name in names if len(name.text.split()) > 1 and _script(name) not in _WITHOUT_BLANKS]
    words = (Background(max(name.text.split(), key=len), name.culture) for name in sampled(parted, _MOST))
    return [word for word in words if len(word.text) >= _FEWEST_LETTERS]


def scripts_table(
    names: Sequence[Background],
    answers: Sequence[Answer],
    others: dict[str, list[float]],
    cut: float,
    threshold: float,
) -> Table:
    """Return who is alerted by script, with the scores of *others* by what they are."""

    def row(title: str, scores: Sequence[float]) -> tuple[str, int, float, str]:
        return (title, len(scores), share_above(scores, cut), f"{share_above(scores, threshold - 1e-9):.4f}")

    def of(script: str) -> list[float]:
        return [answer.best for name, answer in zip(names, answers, strict=True) if _script(name) == script]

    scripts = sorted({_script(name) for name in names}, key=lambda script: (-len(of(script)), script))
    return Table(
        "Background names alerted, by script, and names of one word",
        ("names in", "names", "alerted at 1 %", "alerted at the default"),
        [*(row(script, of(script)) for script in scripts), *(row(*other) for other in others.items())],
        "At the settings' default a name of one word is compared with whole names alone.",
    )
