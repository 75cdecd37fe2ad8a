"""Score pairs of names by the compiled engine where there is one: the score of ``compare_names``, sooner."""

from __future__ import annotations

from collections.abc import Callable

from accuracy_data import Pair

from sanctions_screen import Subject, compare_names, engine
from sanctions_screen.cells import read_cell
from sanctions_screen.matching.sides import Asked
from sanctions_screen.names import fold
from sanctions_screen.names.characters import in_characters

__all__ = ["pair_scorer"]


def pair_scorer() -> Callable[[Pair], float]:
    """Return what scores a pair; names compared by their characters Python compares."""
    if engine.name() == "reference":
        return _by_reference
    from sanctions_screen.engine._engine import AskedSide, ListedSide
    from sanctions_screen.engine.compiled import engine_matching, given_subjects
    from sanctions_screen.engine.texts import given_texts

    matching = engine_matching()

    def scored(pair: Pair) -> float:
        if in_characters(fold(pair.first)) and in_characters(fold(pair.second)):
            return _by_reference(pair)
        ((names, kind, _, _),) = given_subjects([Asked(Subject(name=pair.first, kind=pair.kind))])
        theirs = given_texts(matching, read_cell(pair.second, pair.kind).names or (pair.second,))
        # Facts speak for nothing here, and how common a name is is not doubted: compare_names has neither.
        asked = AskedSide(matching, pair.kind, (names, kind, 0, False))
        found = asked.score(matching, ListedSide(matching, pair.kind, [(text, 0) for text in theirs]))
        return _by_reference(pair) if found is None else found

    return scored


def _by_reference(pair: Pair) -> float:
    return compare_names(pair.first, pair.second, pair.kind).score
