"""What people are shown, and that nothing shown can fool or steer the terminal."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from batch_helpers import PROVENANCE, FakeScreener, hit
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType
from store_parties import party

from sanctions_screen.model import (
    DateWindow,
    Evidence,
    Explanation,
    FieldChange,
    LedgerLine,
    LinkedListing,
    ListingEvent,
    ListingHistory,
    ListProvenance,
    ListVersion,
    PartyId,
    Provenance,
    ScreeningResult,
    ScreeningSettings,
    SnapshotDiff,
    Subject,
)
from sanctions_screen.report import (
    basis_lines,
    change_parts,
    diff_view,
    explanation_view,
    history_lines,
    history_view,
    printable,
    result_view,
    when,
)

ID = PartyId("own:1")


def shown(view: RenderableType, width: int = 100) -> str:
    console = Console(width=width, highlight=False, markup=False, color_system=None)
    with console.capture() as captured:
        console.print(view)
    return captured.get()


def event(kind: object = "listed", **fields: object) -> ListingEvent:
    return ListingEvent.model_validate({"kind": kind, "party_id": ID, "on": date(2013, 7, 2)} | fields)


@given(st.text())
def test_nothing_printable_controls_the_terminal_or_turns_the_line_around(text: str) -> None:
    seen = printable(text)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in seen)
    assert not any(
        unicodedata.bidirectional(letter) in ("LRO", "RLO", "LRI", "RLI", "FSI", "PDI") for letter in seen
    )
    assert printable(seen) == seen


def test_marks_that_would_be_drawn_over_other_rows_are_written_out() -> None:
    """A listed name of three hundred accents was a line down the whole picture."""
    assert printable("a" + "\u0300" * 300) == "a" + "\u0300" * 8 + "\\u0300" * 292
    assert printable("q\u0323\u0307a\u0300\u20dd") == "q\u0323\u0307a\u0300\u20dd"
    assert printable("a" + "\u20dd" * 9) == "a" + "\u20dd" * 8 + "\\u20dd"


@pytest.mark.parametrize("code", [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_every_mark_that_reorders_what_is_shown_is_written_out(code: int) -> None:
    assert printable(f"a{chr(code)}b") == f"a\\u{code:04x}b"


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_letters_marks_and_spaces_of_every_script_are_shown_as_they_are(text: str) -> None:
    assert printable(text) == text


def test_the_joiners_that_persian_is_spelled_with_stay() -> None:
    assert printable("می‌خواهم") == "می‌خواهم"


@given(st.text(max_size=30))
def test_no_view_lets_a_control_character_through(text: str) -> None:
    result = ScreeningResult(
        subject=Subject(name=text), outcome="hit", hits=(hit("1", 0.9, text or "x"),), provenance=PROVENANCE
    )
    seen = shown(result_view(result))
    assert not any(unicodedata.category(letter) == "Cc" for letter in seen.replace("\n", ""))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "2013-07-02"),
        ({"on": None, "window": DateWindow(after=None, until=date(2013, 7, 2))}, "by 2013-07-02"),
        (
            {"on": None, "window": DateWindow(after=date(2012, 1, 1), until=date(2013, 7, 2))},
            "between 2012-01-01 and 2013-07-02",
        ),
    ],
)
def test_a_day_is_told_exactly_and_a_window_as_a_window(fields: dict[str, Any], words: str) -> None:
    assert when(event(**fields)) == words


def test_a_history_tells_events_changes_evidence_contradictions_and_links() -> None:
    history = ListingHistory(
        party_id=ID,
        events=(
            event(
                programmes=("BURMA",),
                evidence=(
                    Evidence(kind="notice", text="announced", source="Gazette 7"),
                    Evidence(kind="snapshot", text="not held", source="d" * 64, contradicts=True),
                ),
            ),
            event("amended", changes=(FieldChange(field="birth_dates", removed=("1955",), added=("1956",)),)),
        ),
        linked=(
            LinkedListing(
                party_id=PartyId("own:0"),
                relation="earlier",
                reasons=("same name",),
                confidence=0.9,
                events=(event(),),
            ),
        ),
    )
    told = [
        "listed    2013-07-02  BURMA",
        "  notice: announced (Gazette 7)",
        "  contradicted by the snapshot: not held",
        "amended   2013-07-02",
        "  birth dates: – 1955 + 1956",
        "earlier listing of the same party: own:0 (confidence 0.90: same name)",
        "  listed    2013-07-02",
    ]
    assert history_lines(history) == told
    view = shown(history_view(history))
    assert all(line.strip() in view for line in told)


def test_a_party_without_events_says_so() -> None:
    assert history_lines(ListingHistory(party_id=ID)) == ["no listing event is known"]
    assert "no listing event is known" in shown(history_view(ListingHistory(party_id=ID)))


def test_an_explanation_shows_each_line_what_it_amounts_to_and_each_sides_sum() -> None:
    lines = (
        LedgerLine(
            side="for", rule="joined", subject=("sok", "chol"), listed=("sokchol",), amount=950_000,
            likeness=1_000_000, text="“sok chol” and “sokchol” are the same, written as one",
        ),
        LedgerLine(
            side="for", rule="same", subject=("kim",), listed=("kim",), amount=300_000, likeness=1_000_000,
            text="“kim” is the same",
        ),
        LedgerLine(
            side="against", rule="missing", subject=(), listed=("nam",), amount=125_000,
            text="“nam” has nothing on the other side",
        ),
        LedgerLine(
            side="doubt", rule="birth-date", subject=("1950",), listed=("1960",), amount=181_000,
            text="birth date 1950 contradicts 1960",
        ),
        LedgerLine(
            side="none", rule="gender", subject=("m",), listed=("male",), amount=0, text="gender m agrees",
        ),
    )  # fmt: skip
    explanation = Explanation(
        subject="a", listed="b", weighed_as="person", lines=lines, speaks_for=1_250_000, against=125_000,
        doubt=181_000, score=0.15, formula="1 / (1 + and so on)", summary="in short",
    )  # fmt: skip
    view = shown(explanation_view(explanation))
    for words in ("in short", "written as one", "0.950", "0.300", "1.250", "0.125", "0.181", "0.15", "1.00"):
        assert words in view
    for line in lines:
        assert line.text in " ".join(view.split())
    assert "1 / (1 + and so on)" in view
    assert "together" in view


def test_hits_not_shown_in_full_and_hits_left_out_are_counted() -> None:
    hits = tuple(hit(str(number), 0.9, f"THEIN {number}") for number in range(5))
    result = ScreeningResult(
        subject=Subject(name="Thein"), outcome="hit", hits=hits, hits_left_out=4, provenance=PROVENANCE
    )
    view = shown(result_view(result, details=2))
    assert "hit, 9 parties" in view
    assert all(f"own:{number}" in view for number in range(5))
    assert "3 more hits in the table above only; --details 5 shows all" in view
    assert "4 hits left out by the limit on hits" in view


@pytest.mark.parametrize("width", [30, 60, 100])
@pytest.mark.parametrize("name", ["THEIN HTAY", "金正恩", "キムジョンウン"])
def test_of_why_and_history_nothing_is_cut_off_on_a_narrow_terminal(name: str, width: int) -> None:
    why = f"{name!r} resembles 'KIM, Jong Un': score 0.96. Against it: many people bear such a name"
    found = hit("1", 0.96, name)
    found = found.model_copy(update={"explanation": found.explanation.model_copy(update={"summary": why})})
    result = ScreeningResult(
        subject=Subject(name=name), outcome="hit", hits=(found,), hits_left_out=0, provenance=PROVENANCE
    )
    view = shown(result_view(result), width=width)
    assert "…" not in view
    assert "".join(why.split()) in "".join(view.split())
    assert "2016-10-07" in "".join(view.split())


def test_an_unscreenable_subject_never_reads_clear() -> None:
    view = shown(result_view(FakeScreener().screen("***")))
    assert "***: unscreenable" in view
    assert "no letters" in view
    assert "clear" not in view


def version_of(day: str, *files: str) -> ListVersion:
    return ListVersion.model_validate(
        {
            "list_id": "own", "published_on": day, "sequence": 1, "digest": "a" * 64, "party_count": 1,
            "files": [{"name": name, "sha256": "c" * 64, "size": 1} for name in files], "format": "x",
            "parser_version": "1", "imported_at": "2020-01-01T00:00:00Z", "previous_chain": None,
            "chain": "b" * 64,
        }
    )  # fmt: skip


def difference(*changes: FieldChange, **fields: object) -> SnapshotDiff:
    before, after = party(1, list_id="own"), party(1, "x", list_id="own")
    amended = {"party_id": before.party_id, "before": before, "after": after, "changes": changes}
    return SnapshotDiff.model_validate(
        {
            "list_id": "own",
            "before": version_of("2020-01-01"),
            "after": version_of("2020-02-01"),
            "amended": (amended,),
        }
        | fields
    )


def test_a_difference_without_changes_says_none() -> None:
    view = shown(diff_view(difference(amended=())), width=200)
    assert view == "own from 2020-01-01 to 2020-02-01: 0 added, 0 removed, 0 amended\n"


def test_a_difference_names_the_days_asked_for_and_the_versions_nearest_to_them() -> None:
    asked = difference(day_before=date(2020, 1, 5), day_after=date(2020, 2, 1))
    view = shown(diff_view(asked), width=200)
    assert "own from 2020-01-05 to 2020-02-01" in view
    assert "the version nearest to 2020-01-05 is of 2020-01-01" in view
    assert "nearest to 2020-02-01" not in view


def test_a_difference_tells_amendments_field_by_field_and_how_many_parties_each_field_changed_in() -> None:
    whole = difference(
        FieldChange(field="programmes", added=("DPRK2",)),
        FieldChange(field="birth_dates", removed=("1955",), added=("1955-05-08",)),
    )
    view = shown(diff_view(whole.model_copy(update={"amended": whole.amended * 3}), limit=1))
    for words in (
        "+ programmes: DPRK2",
        "– birth dates: 1955\n",
        "+ birth dates: 1955-05-08",
        "in so many parties: programmes 3, birth dates 3",
        "and 2 more; --limit 0 shows all",
    ):
        assert words in view


def test_an_amendment_of_nothing_but_order_says_so() -> None:
    assert "values in another order" in shown(diff_view(difference()))


def test_versions_read_from_different_files_are_told_of_where_parties_differ() -> None:
    change = FieldChange(field="addresses", removed=("Cali",))
    files = {
        "before": version_of("2020-01-01", "SDN.CSV", "ALT.CSV"),
        "after": version_of("2020-02-01", "SDN.CSV"),
    }
    assert "different files (SDN.CSV, ALT.CSV; SDN.CSV)" in shown(
        diff_view(difference(change, **files)), width=300
    )
    assert "different files" not in shown(diff_view(difference(change)), width=300)


# --- the part of a field that changed ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("1955", "1956", ["1955"], ["1956"]),
        ("DOB 1955; POB Yangon.", "DOB 1955; POB Yangon; Gender Male.", [], ["Gender Male"]),
        ("DOB 1955; POB Yangon.", "DOB 1956; POB Yangon.", ["DOB 1955"], ["DOB 1956"]),
        ("Same words.", "Same words", ["Same words."], ["Same words"]),
        (
            "a b c d e f g h i j old k l m n o p q r s t",
            "a b c d e f g h i j new and more k l m n o p q r s t",
            ["… g h i j old k l m n …"],
            ["… g h i j new and more k l m n …"],
        ),
    ],
)
def test_of_a_long_text_the_part_that_differs_is_shown(
    old: str, new: str, gone: list[str], come: list[str]
) -> None:
    assert change_parts(FieldChange(field="remarks", removed=(old,), added=(new,))) == (gone, come)


texts = st.lists(st.sampled_from("ab ;."), max_size=40).map("".join)


@given(texts, texts)
def test_a_change_is_never_shown_as_none_nor_as_words_that_neither_text_has(old: str, new: str) -> None:
    if old == new:
        return
    gone, come = change_parts(FieldChange(field="remarks", removed=(old,), added=(new,)))
    assert gone != come
    for parts, whole in ((gone, old), (come, new)):
        assert {letters for part in parts for letters in words_of(part)} <= set(words_of(whole))


def words_of(text: str) -> list[str]:
    return [word.strip(".…") for word in text.replace(";", " ").split()]


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (date(2020, 5, 1), None),
        (date(2020, 6, 1), None),
        (date(2020, 6, 2), "no version of own of the 32 days between 2020-05-01 and 2020-06-02"),
        (date(2020, 4, 30), "the oldest version of own is of 2020-05-01"),
    ],
)
def test_a_gap_between_the_day_asked_and_the_lists_version_is_told(as_of: date, words: str | None) -> None:
    version = ListProvenance(
        list_id="own",
        published_on=date(2020, 5, 1),
        digest="a" * 64,
        chain="c" * 64,
        evidence_digest="e" * 64,
    )
    basis = Provenance(
        as_of=as_of,
        lists=(version,),
        settings=ScreeningSettings(),
        settings_digest="b" * 64,
        weights_digest="d" * 64,
        library_version="0",
    )
    gaps = [line for line in basis_lines(basis) if "gap" in line]
    assert [words in line for line in gaps if words] == ([True] if words else [])
    assert bool(gaps) == (words is not None)
