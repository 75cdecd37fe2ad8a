"""The laws a screener has to keep, whoever made it, as values.

Reach for this module to choose among the laws. They judge answers only, that is which parties hit with
which score; never how a score is made. What each checks stands in :mod:`.name_laws`,
:mod:`.asking_laws` and :mod:`.evidence_laws`.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from ..model import Party
from .asking_laws import (
    check_batch,
    check_list_order,
    check_same_answer,
    check_score_range,
    check_status,
    check_threshold,
)
from .evidence_laws import check_agreeing, check_contradicting, check_identifier, strong_identifiers
from .name_laws import check_alias_added, check_any_text, check_same_name, check_unrelated, survives
from .perturbations import MUST_SURVIVE
from .trial import Law, Trial, lacks_names

__all__ = ["ALL_LAWS", "law_named", "survives"]


def _needs(ability: str) -> Callable[[Trial], str | None]:
    def lacks(trial: Trial) -> str | None:
        missing = getattr(trial.under_test, ability) is None
        return f"needs ScreenerUnderTest({ability}=…)" if missing else lacks_names(trial)

    return lacks


def _needs_party(is_one: Callable[[Party], bool], what: str) -> Callable[[Trial], str | None]:
    return lambda trial: None if any(map(is_one, trial.named)) else f"there is no party with {what}"


def _has_evidence(party: Party) -> bool:
    return bool(party.birth_dates or party.country_codes or strong_identifiers(party))


def _law(
    name: str,
    check: Callable[[Trial, st.DataObject], None],
    lacks: Callable[[Trial], str | None] = lacks_names,
) -> Law:
    """Return the law that *check* states in its docstring."""
    return Law(name, check.__doc__ or name, check, lacks)


ALL_LAWS: tuple[Law, ...] = (
    _law("any-text", check_any_text),
    _law("same-name", check_same_name),
    *(survives(perturbation) for perturbation in MUST_SURVIVE),
    _law("alias-added", check_alias_added),
    _law("unrelated-is-clear", check_unrelated),
    _law("same-answer", check_same_answer),
    _law("batch", check_batch, _needs("screen_many")),
    _law("threshold", check_threshold, _needs("with_threshold")),
    _law("list-order", check_list_order, _needs("with_parties")),
    _law("score-range", check_score_range),
    _law(
        "evidence-agrees",
        check_agreeing,
        _needs_party(_has_evidence, "a birth date, country or identifier"),
    ),
    _law(
        "evidence-contradicts",
        check_contradicting,
        _needs_party(lambda party: bool(party.birth_dates or party.country_codes), "a birth date or country"),
    ),
    _law(
        "identifier-settles",
        check_identifier,
        _needs_party(lambda party: bool(strong_identifiers(party)), "an identifier of a strong type"),
    ),
    _law("status", check_status, _needs("delisted")),
)
"""Every law, in the order in which a report shows them."""


def law_named(name: str) -> Law:
    """Return the law of that name; KeyError listing the names there are."""
    laws = {law.name: law for law in ALL_LAWS}
    if name not in laws:
        raise KeyError(f"no law {name!r}; there are: {', '.join(laws)}")
    return laws[name]
