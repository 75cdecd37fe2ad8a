"""The laws a screener has to keep, whoever made it, as values.

Reach for this module to choose among the laws. They judge answers only, that is which parties hit with
which score; never how a score is made. What each checks stands in :mod:`.name_laws`,
:mod:`.asking_laws`, :mod:`.asking_again`, :mod:`.evidence_laws` and :mod:`.status_laws`.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from ..model import Party
from .asking_again import examine_in_time, examine_other_process, examine_same_answer, lacks_elsewhere
from .asking_laws import check_batch, check_list_order, check_score_range, check_threshold
from .catalogue import MUST_SURVIVE
from .evidence_laws import (
    check_agreeing,
    check_birth_date_read,
    check_contradicting,
    check_identifier,
    check_identifier_stands,
    check_unknown_evidence,
    says_nothing_of,
    strong_identifiers,
)
from .name_laws import (
    check_alias_added,
    check_any_text,
    check_every_bearer,
    check_long_field,
    check_original_script,
    check_other_name_read,
    check_same_name,
    check_unrelated,
    check_whole_name,
    lacks_bearers,
    lacks_long_names,
    lacks_other_scripts,
    survives,
)
from .status_laws import (
    check_day_asked,
    check_delisted_found,
    check_not_yet,
    check_status,
    lacks_days,
    lacks_delisted,
    lacks_not_yet,
    lacks_statuses,
)
from .trial import Examination, Law, Told, Trial, lacks_names

__all__ = ["ALL_LAWS", "law_named", "survives"]


def _needs(ability: str) -> Callable[[Trial], str | None]:
    def lacks(trial: Trial) -> str | None:
        missing = getattr(trial.under_test, ability) is None
        return f"needs ScreenerUnderTest({ability}=…)" if missing else lacks_names(trial)

    return lacks


def _needs_party(is_one: Callable[[Party], bool], what: str) -> Callable[[Trial], str | None]:
    return lambda trial: None if any(map(is_one, trial.named)) else f"there is no party with {what}"


def _has_evidence(party: Party) -> bool:
    return bool(party.birth_dates or party.country_codes or party.gender or strong_identifiers(party))


def _law(
    name: str,
    check: Callable[[Trial, st.DataObject], Told],
    lacks: Callable[[Trial], str | None] = lacks_names,
) -> Law:
    """Return the law that *check* states in its docstring."""
    return Law(name, check.__doc__ or name, check, lacks)


def _whole_law(
    name: str,
    examine: Callable[[Trial, int, int], Examination],
    lacks: Callable[[Trial], str | None] = lacks_names,
) -> Law:
    """Return the law that *examine* states in its docstring and tries as a whole."""
    return Law(name, examine.__doc__ or name, lacks=lacks, examine=examine)


_DATED = _needs_party(lambda party: bool(party.birth_dates), "a birth date")
_SETTLED = _needs_party(lambda party: bool(strong_identifiers(party)), "an identifier of a strong type")

ALL_LAWS: tuple[Law, ...] = (
    _whole_law("in-time", examine_in_time),
    _law("any-text", check_any_text),
    _law("same-name", check_same_name),
    _law("original-script", check_original_script, lacks_other_scripts),
    _law("every-bearer", check_every_bearer, lacks_bearers),
    _law("whole-name", check_whole_name, lacks_long_names),
    *(survives(perturbation) for perturbation in MUST_SURVIVE),
    _law("long-field", check_long_field),
    _law("alias-added", check_alias_added),
    _law("other-name-is-read", check_other_name_read),
    _law("unrelated-is-clear", check_unrelated),
    _whole_law("same-answer", examine_same_answer),
    _whole_law("other-process", examine_other_process, lacks_elsewhere),
    _law("batch", check_batch, _needs("screen_many")),
    _law("threshold", check_threshold, _needs("with_threshold")),
    _law("list-order", check_list_order, _needs("with_parties")),
    _law("score-range", check_score_range),
    _law(
        "evidence-agrees",
        check_agreeing,
        _needs_party(_has_evidence, "a birth date, country, gender or identifier"),
    ),
    _law(
        "evidence-contradicts",
        check_contradicting,
        _needs_party(lambda party: bool(party.birth_dates or party.country_codes), "a birth date or country"),
    ),
    _law(
        "evidence-unknown",
        check_unknown_evidence,
        _needs_party(lambda party: bool(says_nothing_of(party)), "something that its list does not tell"),
    ),
    _law("birth-date-is-read", check_birth_date_read, _DATED),
    _law("identifier-settles", check_identifier, _SETTLED),
    _law("identifier-stands", check_identifier_stands, _SETTLED),
    _law("status", check_status, lacks_statuses),
    _law("delisted-is-found", check_delisted_found, lacks_delisted),
    _law("not-yet-listed", check_not_yet, lacks_not_yet),
    _law("day-asked", check_day_asked, lacks_days),
)
"""Every law, in the order in which a report shows them."""


def law_named(name: str) -> Law:
    """Return the law of that name; KeyError listing the names there are."""
    laws = {law.name: law for law in ALL_LAWS}
    if name not in laws:
        raise KeyError(f"no law {name!r}; there are: {', '.join(laws)}")
    return laws[name]
