"""Hold any screener, ours or another, against the laws.

Reach for :func:`check_screener` in a test, or at a vendor's door. It needs a callable from subject to
scored party ids and the parties behind it; it returns a report with the smallest counterexample for each
law that fails. The same arguments and seed give the same report, unless the screener itself wavers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from .._version import __version__
from ..errors import SettingsError
from ..model import Party, ScreeningResult, Subject, sha256_hex
from ..store import ListStore
from .known_parties import KnownParties, known_parties
from .laws import ALL_LAWS
from .report import LawReport, LawResult
from .searching import result_of_law
from .trial import Law, Trial
from .under_test import Screen, ScreenerUnderTest

__all__ = ["check_screener", "parties_digest", "prepared_screener"]


def check_screener(
    screen: Screen | ScreenerUnderTest,
    parties: Iterable[Party] | ListStore | KnownParties | None = None,
    *,
    laws: Sequence[Law] | None = None,
    max_examples: int = 100,
    random_seed: int = 0,
    answer_within: float = 0.5,
    as_of: date | None = None,
    made_on: date | None = None,
) -> LawReport:
    """Return how *screen* stands against the laws.

    Args:
        screen: A callable from :class:`Subject` to the parties that hit: a mapping from party id to score,
            (party id, score) pairs, or a :class:`ScreeningResult`. Wrap it in :class:`ScreenerUnderTest` to
            have the laws on thresholds, batches and list order checked as well.
        parties: The parties it screens against. A store tells their status on *as_of* too, so that the
            laws about delisted parties can be tried. None means those of *screen*, else the embedded lists.
        laws: The laws to try; None means :data:`ALL_LAWS`. :func:`survives` makes more of them.
        max_examples: How many examples a law is tried on at most, from 1.
        random_seed: Draws other examples.
        answer_within: Seconds an answer may take; the best of three counts. A screener that takes longer
            is tried on a tenth of the examples.
        as_of: The day the screener answers for, where *parties* is a store or None. None means the day
            that its own answers tell, else the newest that the lists hold.
        made_on: The day the report bears; None means today. Nothing else in it depends on the clock.

    Raises:
        SettingsError: no parties, no laws, or an answer that is not of a form the laws can read.

    Any callable will do; here a poor one, which compares whole names letter by letter:

    >>> from rapidfuzz.distance import JaroWinkler
    >>> from sanctions_screen.model import Name, Party
    >>> from sanctions_screen.testing import check_screener, law_named
    >>> party = Party(party_id="my-list:1", kind="person", names=(Name(text="Thein Htay"),))
    >>> def screen(subject):
    ...     score = JaroWinkler.similarity(subject.name, "Thein Htay")
    ...     return {"my-list:1": score} if score > 0.8 else {}
    >>> report = check_screener(screen, [party], laws=[law_named("same-name"), law_named("survives-case")])
    >>> [result.outcome for result in report.results]
    ['holds', 'broken']

    In a test, ``check_screener(screen, parties).raise_for_failures()`` is all it takes.
    """
    under_test = prepared_screener(screen, parties, as_of)
    trial = Trial(under_test, under_test.parties or (), answer_within)
    chosen = ALL_LAWS if laws is None else tuple(laws)
    if not chosen:
        raise SettingsError("there is no law to check")
    if max_examples < 1:
        raise SettingsError(f"max_examples is {max_examples}; a law needs at least one example")
    if not answer_within > 0:
        raise SettingsError(f"answer_within is {answer_within}; it is a number of seconds above 0")
    return LawReport(
        results=_results(chosen, trial, max_examples, random_seed),
        screener=under_test.called,
        library_version=__version__,
        made_on=made_on or date.today(),  # noqa: DTZ011 -- the day where the report is made and signed
        as_of=under_test.as_of,
        lists=under_test.basis,
        party_count=len(trial.parties),
        parties_digest=parties_digest(trial.parties),
        max_examples=max_examples,
        seed=random_seed,
    )


def _results(laws: Sequence[Law], trial: Trial, max_examples: int, seed: int) -> tuple[LawResult, ...]:
    results: list[LawResult] = []
    for law in laws:
        result = result_of_law(law, trial, max_examples, seed)
        if law.name == "in-time" and result.outcome == "broken":
            max_examples = max(1, max_examples // 10)
        results.append(result)
    return tuple(results)


def prepared_screener(
    screen: Screen | ScreenerUnderTest,
    parties: Iterable[Party] | ListStore | KnownParties | None,
    as_of: date | None,
) -> ScreenerUnderTest:
    """Return *screen* with all that is known of its parties; SettingsError when there are none."""
    under_test = screen if isinstance(screen, ScreenerUnderTest) else ScreenerUnderTest(screen)
    known = _known(under_test, parties, as_of)
    if known is not None:
        under_test = under_test.knowing(known)
    if not under_test.parties:
        raise SettingsError("there are no parties to hold the screener against")
    return under_test


def _known(
    under_test: ScreenerUnderTest,
    parties: Iterable[Party] | ListStore | KnownParties | None,
    as_of: date | None,
) -> KnownParties | None:
    """Return what is known of the parties; None when it is what *under_test* holds already."""
    if isinstance(parties, KnownParties):
        return parties
    if isinstance(parties, ListStore):
        return known_parties(parties, as_of=as_of or _day_of(under_test))
    if parties is not None:
        return KnownParties(_all_parties(parties))
    if under_test.parties is not None:
        return None
    with ListStore.embedded() as store:
        return known_parties(store, as_of=as_of or _day_of(under_test), leave_out_later_lists=True)


def _all_parties(given: object) -> tuple[Party, ...]:
    found = tuple(given) if isinstance(given, Iterable) else (given,)
    if wrong := [each for each in found if not isinstance(each, Party)]:
        raise SettingsError(f"parties are Party records or a ListStore, not {wrong[0]!r:.60}")
    return found


def _day_of(under_test: ScreenerUnderTest) -> date | None:
    """Return the day the screener answers for, where an answer of its tells it."""
    if under_test.as_of is not None:
        return under_test.as_of
    try:
        answer = under_test.screen(Subject(name="Nemo Vopuki"))
    # Broad on purpose: another's screener may raise anything, which the laws will report.
    except Exception:  # noqa: BLE001
        return None
    return answer.provenance.as_of if isinstance(answer, ScreeningResult) else None


def parties_digest(parties: Sequence[Party]) -> str:
    """Return a digest of the parties' contents, whatever their order."""
    return sha256_hex("\n".join(sorted(party.content_digest() for party in parties)))
