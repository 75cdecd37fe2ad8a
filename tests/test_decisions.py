"""What a decision does: it stands while both sides are what they were, and hides nothing in silence."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from deciding import AT, CUSTOMER, HTAY, clear, log, on, party, store_of
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions_screen import DecidedScreener, DecisionLog, Hit, ListStore, Screener
from sanctions_screen.decisions import PartyContent
from sanctions_screen.decisions.contents import party_changes
from sanctions_screen.errors import SettingsError
from sanctions_screen.model import Name, PartialDate, ScreeningSettings

__all__ = ["log"]


def screened(store: ListStore, log: DecisionLog, **options: Any) -> Any:
    return DecidedScreener(Screener(store), log, on=options.pop("on", on(20)), **options).screen(CUSTOMER)


def test_a_hit_nothing_was_decided_about_is_new(log: DecisionLog) -> None:
    result = screened(store_of([HTAY]), log)
    assert [hit.decision.mark for hit in result.hits] == ["new"]


def test_a_cleared_hit_is_suppressed_and_told_while_nothing_changes(log: DecisionLog) -> None:
    store = store_of([HTAY], [HTAY])
    clear(log, store)
    result = screened(store, log)
    assert (result.outcome, result.hits) == ("clear", ())
    assert [hit.decision.reason for hit in result.suppressed] == ["born in 1990"]
    assert result.provenance.decisions.head == log.head


@pytest.mark.parametrize("verdict", ["confirmed", "open"])
def test_a_decision_that_clears_nothing_is_known_and_stays_a_hit(log: DecisionLog, verdict: str) -> None:
    store = store_of([HTAY])
    clear(log, store, verdict=verdict)
    result = screened(store, log)
    assert [(hit.decision.mark, hit.decision.verdict) for hit in result.hits] == [("known", verdict)]


def test_a_withdrawn_decision_leaves_the_hit_new(log: DecisionLog) -> None:
    store = store_of([HTAY])
    clear(log, store)
    clear(log, store, verdict="withdrawn", reason="the wrong customer")
    assert [hit.decision.mark for hit in screened(store, log).hits] == ["new"]


def test_the_day_after_its_last_a_decision_does_not_stand(log: DecisionLog) -> None:
    store = store_of([HTAY])
    clear(log, store, until=on(9))
    assert screened(store, log, on=on(9)).outcome == "clear"
    (hit,) = screened(store, log, on=on(10)).hits
    assert hit.decision.why == (f"the decision was made until {on(9)}",)


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ({"names": (*HTAY.names, Name(text="Tay", role="strong"))}, "names: now with Tay (strong)"),
        ({"birth_dates": (PartialDate.parse("1955-09-07"),)}, "birth dates: now with 1955-09-07"),
        ({"programmes": ("BURMA",)}, "programmes: now with BURMA"),
    ],
)  # fmt: skip
def test_a_changed_party_comes_back_and_says_what_changed(
    log: DecisionLog, now: dict[str, Any], why: str
) -> None:
    clear(log, store_of([HTAY]))
    (hit,) = screened(store_of([HTAY], [HTAY.model_copy(update=now)]), log).hits
    assert hit.decision.mark == "reopened"
    assert why in hit.decision.why


REMARKED = HTAY.model_copy(
    update={
        "names": (*HTAY.names, Name(text="Saya Thein", role="strong"), Name(text="Caf\u00e9", role="weak")),
        "remarks": "DOB 07 Sep 1955; Lt. Col.; a \u201cbroker\u201d.",
        "programmes": ("BURMA", "NPWMD"),
    }
)


@pytest.mark.parametrize(
    "now",
    [
        {"remarks": "Lt. Col.;  DOB 07 Sep 1955; a \"broker\""},
        {"remarks": "DOB 07 SEP 1955\nLt. Col.\na \"Broker\"."},
        {"names": (Name(text="Htay,  THEIN"), *reversed(REMARKED.names[1:]))},
        {"names": (*REMARKED.names[:2], Name(text="Cafe\u0301", role="weak"))},
        {"programmes": ("NPWMD", "BURMA", "NPWMD")},
    ],
)  # fmt: skip
def test_a_record_that_is_only_written_otherwise_reopens_nothing(
    log: DecisionLog, now: dict[str, Any]
) -> None:
    clear(log, store_of([REMARKED]))
    result = screened(store_of([REMARKED], [REMARKED.model_copy(update=now)]), log)
    assert (result.hits, len(result.suppressed)) == ((), 1)


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (
            {"remarks": f"{REMARKED.remarks} On a ship."},
            "remarks: now with a \u201cbroker\u201d. On a ship., without a \u201cbroker\u201d.",
        ),
        ({"remarks": f"{REMARKED.remarks}; Linked To: KOMID."}, "remarks: now with Linked To: KOMID."),
        ({"remarks": 'DOB 07 Sep 1955; a "broker"'}, "remarks: now without Lt. Col."),
        (
            {"names": (*REMARKED.names[:2], Name(text="Cafe", role="weak"))},
            "names: now with Cafe (weak), without Caf\u00e9 (weak)",
        ),
        (
            {"names": (Name(text="Saya Thein"), Name(text="HTAY, Thein", role="strong"), REMARKED.names[2])},
            (
                "names: now with Saya Thein, with HTAY, Thein (strong), without HTAY, Thein, "
                "without Saya Thein (strong)"
            ),
        ),
    ],
)  # fmt: skip
def test_a_hit_tells_which_statement_of_its_party_s_record_is_new(
    log: DecisionLog, now: dict[str, Any], why: str
) -> None:
    clear(log, store_of([REMARKED]))
    (hit,) = screened(store_of([REMARKED], [REMARKED.model_copy(update=now)]), log).hits
    assert hit.decision.why == (why,)


@given(st.text("aäA\u0308 .;'\u2019-\n1", max_size=12), st.text("aäA\u0308 .;'\u2019-\n1", max_size=12))
def test_what_differs_in_more_than_form_has_a_change_to_tell(before: str, now: str) -> None:
    contents = [
        PartyContent(party=HTAY.model_copy(update={"remarks": text}), status="listed")
        for text in (before, now)
    ]
    letters = ["".join(sorted({"".join(s.split()).removesuffix(".") for s in re.split("[;\n]", _folded(t))}))
               for t in (before, now)]  # fmt: skip
    if letters[0] != letters[1]:
        assert party_changes(*contents)
    if before == now:
        assert not party_changes(*contents)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text.replace("\u2019", "'")).casefold()


def test_a_party_that_left_or_returned_comes_back(log: DecisionLog) -> None:
    clear(log, store_of([HTAY]))
    (hit,) = screened(store_of([HTAY], []), log).hits
    assert hit.decision.why[0] == "the party was listed and is delisted"
    (hit,) = screened(store_of([HTAY], [], [HTAY]), log).hits
    assert f"relisted between {on(1)} and {on(2)} is new" in hit.decision.why


def test_a_record_that_may_hold_already_reopens_before_its_day_is_known(log: DecisionLog) -> None:
    store = store_of([HTAY])
    store.add_snapshot("own", [HTAY], published_on=on(1))
    result = Screener(store, as_of=on(1)).screen(CUSTOMER)
    log.decide(CUSTOMER, result.hits[0], result.provenance, by="A", verdict="cleared", reason="b")
    later = HTAY.model_copy(update={"birth_dates": (PartialDate.parse("1955-09-07"),)})
    store.add_snapshot("own", [later], published_on=on(9))
    (hit,) = DecidedScreener(Screener(store, as_of=on(5)), log, on=on(5)).screen(CUSTOMER).hits
    assert hit.decision is not None
    assert hit.decision.why == ("what a screening compares of it beside its record is not what it was",)


def test_a_changed_customer_comes_back_by_its_reference(log: DecisionLog) -> None:
    store = store_of([HTAY])
    clear(log, store)
    moved = CUSTOMER.model_copy(update={"countries": ("MM",)})
    (hit,) = DecidedScreener(Screener(store), log, on=on(2)).screen(moved).hits
    assert hit.decision is not None
    assert hit.decision.why == ("the subject's countries was not told and is MM",)


def test_another_customer_of_that_name_is_not_cleared(log: DecisionLog) -> None:
    store = store_of([HTAY])
    clear(log, store)
    other = CUSTOMER.model_copy(update={"reference": "C-2"})
    (hit,) = DecidedScreener(Screener(store), log, on=on(2)).screen(other).hits
    assert hit.decision is not None
    assert hit.decision.mark == "new"


def test_a_limit_on_hits_counts_only_what_is_not_suppressed(log: DecisionLog) -> None:
    store = store_of([HTAY])
    clear(log, store)
    more = store_of([HTAY, party("2", "HTAY, Thein")])
    result = screened(more, log, max_hits=1)
    assert [hit.party.reference for hit in result.hits] == ["2"]
    with pytest.raises(SettingsError, match="max_hits"):
        DecidedScreener(Screener(more, settings=ScreeningSettings(max_hits=1)), log)


# --- the law ----------------------------------------------------------------------------------------------

RECORDS = [
    HTAY,
    HTAY.model_copy(update={"names": (*HTAY.names, Name(text="Thein Tay", role="strong"))}),
    HTAY.model_copy(update={"birth_dates": (PartialDate.parse("1955-09-07"),)}),
    None,  # not on the list
]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("list"), st.sampled_from(RECORDS)),
        st.tuples(st.just("decide"), st.sampled_from(["cleared", "confirmed", "open", "withdrawn"])),
        st.tuples(st.just("customer"), st.sampled_from(["Thein Htay", "Htay Thein"])),
    ),
    max_size=12,
)


@settings(max_examples=150)
@given(STEPS)
def test_no_sequence_of_decisions_and_list_updates_hides_a_hit_whose_party_changed(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, Any]]
) -> None:
    log = DecisionLog(tmp_path_factory.mktemp("log") / "log.jsonl")
    store, day, subject = store_of([HTAY]), 1, CUSTOMER
    cleared: tuple[Any, ...] | None = None  # what the newest decision was on, if it cleared
    for step, value in steps:
        if step == "list":
            store.add_snapshot("own", [value] if value else [], published_on=on(day))
            day += 1
        elif step == "customer":
            subject = CUSTOMER.model_copy(update={"name": value})
        plain = Screener(store).screen(subject)
        if step == "decide" and plain.hits:
            (hit,) = plain.hits
            log.decide(subject, hit, plain.provenance, by="A", verdict=value, reason="b", at=AT)
            cleared = (subject, _seen(hit)) if value == "cleared" else None
        shown = DecidedScreener(Screener(store), log, on=on(20)).screen(subject)
        assert {_bare(hit) for hit in (*shown.hits, *shown.suppressed)} == {_bare(hit) for hit in plain.hits}
        for hit in shown.suppressed:
            assert cleared == (subject, _seen(hit))
        if plain.hits and cleared == (subject, _seen(plain.hits[0])):
            assert shown.suppressed


def _seen(hit: Hit) -> tuple[Any, ...]:
    turns = tuple((e.kind, e.on, e.window) for e in hit.history.events if e.kind != "amended")
    return hit.party_digest, hit.status, turns


def _bare(hit: Hit) -> str:
    return hit.model_copy(update={"decision": None}).canonical_json()
