"""Decisions: they stand while both sides are what they were, and hide nothing in silence."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_parties import party as party_of

from sanctions_screen import (
    DecidedScreener,
    DecisionLog,
    Hit,
    ListStore,
    Party,
    Screener,
    Subject,
    screen_csv,
)
from sanctions_screen.batch.results import read_hits
from sanctions_screen.batch.review import write_sheet
from sanctions_screen.batch.sheet import enter_decisions
from sanctions_screen.decisions import PartyContent, party_content
from sanctions_screen.decisions.contents import party_changes
from sanctions_screen.errors import BatchError, DecisionError, SettingsError
from sanctions_screen.model import Name, PartialDate, ScreeningSettings

DAY = date(2020, 1, 1)
AT = datetime(2020, 1, 2, 9, 30, tzinfo=UTC)
CUSTOMER = Subject(name="Thein Htay", kind="person", reference="C-1")


def party(reference: str, name: str) -> Party:
    return party_of(reference, list_id="own", names=(Name(text=name),))


HTAY = party("1", "HTAY, Thein")


def on(number: int) -> date:
    return DAY.replace(day=1 + number)


def screened(store: ListStore, log: DecisionLog, **options: Any) -> Any:
    return DecidedScreener(Screener(store), log, on=options.pop("on", on(20)), **options).screen(CUSTOMER)


def store_of(*snapshots: list[Party]) -> ListStore:
    store = ListStore.in_memory()
    for number, parties in enumerate(snapshots):
        store.add_snapshot("own", parties, published_on=on(number))
    return store


def clear(log: DecisionLog, store: ListStore, subject: Subject = CUSTOMER, **fields: Any) -> None:
    result = Screener(store).screen(subject)
    for hit in result.hits:
        told: dict[str, Any] = {
            "by": "A. Reviewer",
            "verdict": "cleared",
            "reason": "born in 1990",
            "at": AT,
        } | fields
        log.decide(subject, hit, result.provenance, **told)


@pytest.fixture
def log(tmp_path: Path) -> DecisionLog:
    return DecisionLog(tmp_path / "decisions.jsonl")


# --- what a decision does ---------------------------------------------------------------------------------


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


@settings(max_examples=300)
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


# --- the log ----------------------------------------------------------------------------------------------


@pytest.fixture
def written(log: DecisionLog) -> Path:
    store = store_of([HTAY])
    for reason in ("first", "second", "third"):
        clear(log, store, reason=reason)
    return log.path


def test_a_log_is_read_back_as_it_was_written(written: Path, log: DecisionLog) -> None:
    assert DecisionLog(written).entries == log.entries
    assert DecisionLog(written).verify(log.entries[0].chain) == log.head
    assert [entry.party for entry in log.entries[:1]] == [
        party_content(Screener(store_of([HTAY])).screen(CUSTOMER).hits[0])
    ]


def _swapped(lines: list[bytes]) -> list[bytes]:
    return [lines[1], lines[0], lines[2]]


@pytest.mark.parametrize(
    "tamper",
    [
        lambda lines: [lines[0].replace(b"first", b"worst"), *lines[1:]],
        lambda lines: [lines[0].replace(b"cleared", b"open"), *lines[1:]],
        lambda lines: lines[1:],
        lambda lines: [lines[0], lines[2]],
        _swapped,
        lambda lines: [lines[0], lines[0], *lines[1:]],
        lambda lines: [lines[0], b"{}\n", *lines[1:]],
        lambda lines: [lines[0], b"\n", *lines[1:]],
        lambda lines: [*lines[:2], lines[2][:-20]],
        lambda lines: [*lines[:2], lines[2][:-1]],
        lambda lines: [lines[0].replace(b'"by":', b' "by":'), *lines[1:]],
    ],
)  # fmt: skip
def test_whatever_is_done_to_a_log_is_found(written: Path, tamper: Any) -> None:
    written.write_bytes(b"".join(tamper(written.read_bytes().splitlines(keepends=True))))
    with pytest.raises(DecisionError, match="line"):
        DecisionLog(written)


@given(data=st.data())
def test_a_changed_byte_anywhere_is_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("log") / "log.jsonl"
    clear(DecisionLog(path), store_of([HTAY]))
    raw = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(raw))
    with pytest.raises(DecisionError):
        DecisionLog(path)


def test_an_end_that_was_cut_off_is_found_by_a_head_kept_elsewhere(written: Path, log: DecisionLog) -> None:
    written.write_bytes(b"".join(written.read_bytes().splitlines(keepends=True)[:2]))
    with pytest.raises(DecisionError, match="taken out of its end"):
        DecisionLog(written).verify(log.head)


def test_two_that_add_at_once_make_one_chain(tmp_path: Path) -> None:
    path, store = tmp_path / "log.jsonl", store_of([HTAY])
    one, other = DecisionLog(path), DecisionLog(path)
    clear(one, store)
    clear(other, store)
    clear(one, store)
    assert [entry.sequence for entry in DecisionLog(path).entries] == [1, 2, 3]


def test_a_decision_needs_a_name_and_a_reason(log: DecisionLog) -> None:
    with pytest.raises(DecisionError, match="who made it and why"):
        clear(log, store_of([HTAY]), reason=" ")
    assert not log.path.exists()


def test_a_log_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="cannot write"):
        clear(DecisionLog(tmp_path / "none" / "log.jsonl"), store_of([HTAY]))


# --- a batch, and a sheet ---------------------------------------------------------------------------------


@pytest.fixture
def batch(tmp_path: Path, log: DecisionLog) -> Callable[[str], Any]:
    customers = tmp_path / "customers.csv"
    customers.write_text("id,name\nC-1,Thein Htay\nC-2,Maria Fernandez\nC-3,Thein Htay\n", encoding="utf-8")
    store = store_of([HTAY])

    def run(output: str) -> Any:
        screener = DecidedScreener(Screener(store), DecisionLog(log.path), on=on(2))
        return screen_csv(customers, tmp_path / output, screener=screener)

    return run


def _edited(sheet: Path, **cells: str) -> None:
    """Fill in columns of the first row, as a reviewer does."""
    with sheet.open(encoding="utf-8", newline="") as stream:
        header, first, *rest = list(csv.reader(stream))
    edited = [cells.get(title, value) for title, value in zip(header, first, strict=True)]
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, edited, *rest])


REVIEWED = {"verdict": "cleared", "decided_by": "A. Reviewer", "decision_reason": "born in 1990"}


@pytest.mark.parametrize("again", ["again.csv", "again.jsonl"])
def test_what_a_reviewer_writes_into_the_sheet_suppresses_the_hit_next_time(
    batch: Any, tmp_path: Path, log: DecisionLog, again: str
) -> None:
    assert (batch("hits.jsonl").new, batch("hits.csv").suppressed) == (2, 0)
    _edited(tmp_path / "hits.csv", **REVIEWED)
    results = read_hits(tmp_path / "hits.jsonl")
    assert len(enter_decisions(tmp_path / "hits.csv", results, log)) == 1
    summary = batch(again)
    assert (summary.hits, summary.clear, summary.suppressed, summary.new) == (1, 2, 1, 1)
    listed = Path(summary.suppressed_file).read_text(encoding="utf-8").splitlines()
    assert len(listed) == 2
    assert "born in 1990" in listed[1]
    entered = enter_decisions(Path(summary.suppressed_file), read_hits(tmp_path / "hits.jsonl"), log)
    assert len(entered) == 1  # against results of before the decision it is news; against its own it is none


def test_rows_that_say_nothing_new_are_not_entered_again(
    batch: Any, tmp_path: Path, log: DecisionLog
) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **REVIEWED)
    enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)
    batch("later.jsonl")
    batch("later.csv")
    assert enter_decisions(tmp_path / "later.csv", read_hits(tmp_path / "later.jsonl"), log) == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"verdict": "fine"}, "'fine' is no verdict"),
        ({"verdict": "cleared"}, "needs decided_by and decision_reason"),
        (REVIEWED | {"decision_until": "soon"}, "'soon' is no day"),
        (REVIEWED | {"party_id": "own:9"}, "no hit of row '1' on 'own:9'"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_entered_keeps_the_whole_sheet_out(
    batch: Any, tmp_path: Path, log: DecisionLog, cells: dict[str, str], said: str
) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **cells)
    with pytest.raises(DecisionError, match=f"nothing was entered: line 2: .*{said}"):
        enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)
    assert log.entries == ()


def test_a_sheet_that_excel_saved_with_semicolons_is_read(
    batch: Any, tmp_path: Path, log: DecisionLog
) -> None:
    batch("hits.jsonl")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "\ufeffrow;party_id;verdict;decided_by;decision_reason\r\n1;own:1;Cleared;A;younger\r\n",
        encoding="utf-8",
    )
    (entry,) = enter_decisions(sheet, read_hits(tmp_path / "hits.jsonl"), log)
    assert (entry.verdict, entry.reason) == ("cleared", "younger")


def test_a_workbook_that_a_reviewer_saved_is_read(batch: Any, tmp_path: Path, log: DecisionLog) -> None:
    calamine = pytest.importorskip("python_calamine")
    xlsxwriter = pytest.importorskip("xlsxwriter")
    batch("hits.jsonl")
    batch("hits.xlsx")
    header, *rows = calamine.load_workbook(str(tmp_path / "hits.xlsx")).get_sheet_by_index(0).to_python()
    told = REVIEWED | {"decision_until": date(2026, 12, 31), "decision_reason": "=born\nin 1990"}
    rows[0] = [told.get(title, value) for title, value in zip(header, rows[0], strict=True)]
    options = {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}
    with xlsxwriter.Workbook(str(tmp_path / "saved.xlsx"), options) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([header, *rows]):
            sheet.write_row(number, 0, row)
    (entry,) = enter_decisions(tmp_path / "saved.xlsx", read_hits(tmp_path / "hits.jsonl"), log)
    assert (entry.verdict, entry.reason, entry.until) == ("cleared", "=born in 1990", date(2026, 12, 31))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_made_of_the_results_has_the_batch_s_own_rows_and_is_entered_like_it(
    batch: Any, tmp_path: Path, log: DecisionLog, ending: str
) -> None:
    pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    batch("hits.jsonl")
    batch("hits.csv")
    results, made = read_hits(tmp_path / "hits.jsonl"), tmp_path / f"review.{ending}"
    assert write_sheet(results, made) == 2
    if ending == "csv":
        lines = (tmp_path / "hits.csv").read_text("utf-8").splitlines()
        assert made.read_text("utf-8-sig").splitlines() == [x for x in lines if ",clear," not in x]
        _edited(made, **REVIEWED)
        assert len(enter_decisions(made, results, log)) == 1
    else:
        assert enter_decisions(made, results, log) == ()
    with pytest.raises(BatchError, match="is there already"):
        write_sheet(results, made)


def test_a_sheet_of_another_kind_is_refused(batch: Any, tmp_path: Path) -> None:
    batch("hits.jsonl")
    with pytest.raises(BatchError, match=r"csv or \.xlsx"):
        write_sheet(read_hits(tmp_path / "hits.jsonl"), tmp_path / "review.pdf")


@pytest.mark.parametrize("told", ["2026-12-31", "31/12/2026", "12/31/2026", "31.12.2026", "2026/12/31"])
def test_a_last_day_is_read_as_a_spreadsheet_saves_it(
    batch: Any, tmp_path: Path, log: DecisionLog, told: str
) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **REVIEWED, decision_until=told)
    (entry,) = enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)
    assert entry.until == date(2026, 12, 31)


def test_a_last_day_that_has_two_readings_is_refused(batch: Any, tmp_path: Path, log: DecisionLog) -> None:
    batch("hits.jsonl")
    batch("hits.csv")
    _edited(tmp_path / "hits.csv", **REVIEWED, decision_until="03/04/2027")
    with pytest.raises(DecisionError, match="may be 2027-03-04 or 2027-04-03; write YYYY-MM-DD"):
        enter_decisions(tmp_path / "hits.csv", read_hits(tmp_path / "hits.jsonl"), log)


def test_a_damaged_workbook_and_one_without_the_columns_are_one_error(
    batch: Any, tmp_path: Path, log: DecisionLog
) -> None:
    pytest.importorskip("python_calamine")
    batch("hits.jsonl")
    batch("hits.xlsx")
    results = read_hits(tmp_path / "hits.jsonl")
    (tmp_path / "cut.xlsx").write_bytes((tmp_path / "hits.xlsx").read_bytes()[:900])
    with pytest.raises(DecisionError, match="damaged"):
        enter_decisions(tmp_path / "cut.xlsx", results, log)


def test_a_file_that_is_no_sheet_is_one_error(tmp_path: Path, batch: Any, log: DecisionLog) -> None:
    batch("hits.jsonl")
    with pytest.raises(DecisionError, match="no column row, party_id"):
        enter_decisions(tmp_path / "customers.csv", read_hits(tmp_path / "hits.jsonl"), log)


def test_a_stopped_batch_does_not_go_on_under_other_decisions(
    batch: Any, tmp_path: Path, log: DecisionLog
) -> None:
    first = json.loads(batch("hits.jsonl").provenance.decisions.canonical_json())
    clear(log, store_of([HTAY]))
    second = json.loads(batch("hits.jsonl").provenance.decisions.canonical_json())
    assert first != second
