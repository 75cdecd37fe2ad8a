"""An old answer can be given again, byte for byte, or it is said exactly why not."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from pathlib import Path

import pytest
from cli_helpers import error_of, run
from store_parties import LIST, day, notice, party

from sanctions_screen import (
    DecidedScreener,
    DecisionLog,
    ListStore,
    Screener,
    ScreeningResult,
    ScreeningSettings,
    replay,
    replay_batch,
    screen_csv,
)
from sanctions_screen.batch import json_line, result_dict
from sanctions_screen.errors import BatchError
from sanctions_screen.model import Identifier, Name, Party

NAMES = ("Ann Example", "Cal Sample", "Old Instance", "Maria Specimen")
SDN = "us-ofac-sdn"
CHANGES = (
    "01/{day:02}/20:\r\n\r\nThe following [SDGT] entries have been added to OFAC's SDN list:\r\n\r\n{names}"
)


def named(*references: int, list_id: str = LIST) -> list[Party]:
    return [party(n, list_id=list_id, names=(Name(text=NAMES[n]),)) for n in references]


def ask(store: ListStore, on: date | None = None) -> list[ScreeningResult]:
    settings = ScreeningSettings(leave_out_later_lists=True)
    return list(Screener(store, as_of=on, settings=settings).screen_many(NAMES))


def a_month(store: ListStore, folder: Path) -> list[ScreeningResult]:
    """Answer every day for a month, while late and new files come to the store in no order."""
    rng = random.Random(12)
    days = rng.sample(range(30), 20)
    given: list[ScreeningResult] = []
    for number, on in enumerate(days):
        held = named(*[n for n in range(4) if rng.random() < 0.6], list_id=rng.choice([LIST, SDN]))
        list_id = held[0].list_id if held else LIST
        store.add_snapshot(list_id, held, published_on=day(on))
        if number % 4 == 0:
            store.add_notices(LIST, [notice(rng.choice(["listed", "delisted"]), day(on), rng.randrange(4))])
        if number % 5 == 0:
            rows = "\r\n\r\n".join(
                f"{n.split()[1]}, {n.split()[0]} (individual) [SDGT]." for n in NAMES[: 1 + number // 5]
            )
            path = folder / "sdnew20.txt"
            path.write_bytes(CHANGES.format(day=1 + number, names=rows).encode())
            store.import_changes([path])
        if number == 12:
            store.withdraw(list_id, day(on), reason="a test file")
        given += ask(store, rng.choice([None, day(rng.randrange(30))]) if number > 8 else None)
    return given


def test_a_month_of_answers_over_a_growing_store_is_given_again_there_and_from_an_export(
    tmp_path: Path,
) -> None:
    with ListStore.open(tmp_path / "lists.db") as store:
        given = a_month(store, tmp_path)
        for info in store.lists():
            store.export(info.list_id, tmp_path / "bundle")
        assert len({result.provenance.known_on for result in given}) > 15
        for result in given:
            found = replay(result, store)
            assert (found.same, found.causes, found.differences) == (True, (), ())
            assert found.replayed is not None
            assert json_line(result_dict(found.replayed)) == json_line(result_dict(result))
    with ListStore.in_memory() as copy:
        copy.import_folder(tmp_path / "bundle")
        assert all(replay(result, copy).same for result in given)


def grown() -> tuple[ListStore, list[ScreeningResult]]:
    store = ListStore.in_memory()
    store.add_snapshot(LIST, named(0, 1), published_on=day(0))
    given = ask(store)
    store.add_snapshot(LIST, named(1), published_on=day(5))
    return store, given


def test_a_store_that_learned_in_another_order_gives_the_answer_and_says_what_it_numbers_otherwise() -> None:
    _, given = grown()
    other = ListStore.in_memory()
    other.add_snapshot("another", named(2, list_id="another"), published_on=day(0))
    other.add_snapshot(LIST, named(0, 1), published_on=day(0))
    found = replay(given[0], other)
    assert (found.same, found.known_on) == (False, 2)
    assert [(d.where, d.recorded, d.replayed) for d in found.differences] == [
        ("provenance.known_on", "1", "2")
    ]


@pytest.mark.parametrize("case", ["no list", "another version", "another past", "notices", "together"])
def test_what_is_missing_is_named(case: str) -> None:
    store, given = grown()
    other = ListStore.in_memory()
    result = given[0]
    version = store.versions(LIST)[0]
    told = f"the version of 2020-01-01 with the digest {version.digest} is missing"
    if case == "no list":
        other.add_snapshot("another", named(2, list_id="another"), published_on=day(0))
        told = "the list my-list is not in this store"
    elif case == "another version":
        other.add_snapshot(LIST, named(1), published_on=day(0))
    elif case == "another past":
        other.add_snapshot(LIST, named(1), published_on=day(3))
        other.add_snapshot(LIST, named(0, 1), published_on=day(0))
        told = f"none has the chain {version.chain}"
    elif case == "notices":
        other.add_notices(LIST, [notice("listed", day(0), 0)])
        other.add_snapshot(LIST, named(0, 1), published_on=day(0))
        told = "its notices were never those with the digest None"
    else:
        store.add_notices(LIST, [notice("listed", day(0), 0)])
        result = ask(store)[0]
        other.add_snapshot(LIST, named(0, 1), published_on=day(0))
        other.add_snapshot(LIST, named(1), published_on=day(5))
        told = "its notices were never those with the digest"
    found = replay(result, other)
    assert (found.same, found.known_on, found.replayed) == (False, None, None)
    assert any(told in cause for cause in found.causes), found.causes


def test_another_library_or_other_weights_are_told_with_both_answers() -> None:
    store, given = grown()
    hit = given[0].hits[0]
    old = given[0].model_copy(
        update={
            "hits": (hit.model_copy(update={"score": 0.9}), *given[0].hits[1:]),
            "provenance": given[0].provenance.model_copy(
                update={"library_version": "0.0.9", "weights_digest": "ab" * 32}
            ),
        }
    )
    found = replay(old, store)
    assert not found.same
    assert found.causes[0].startswith("the library's version was 0.0.9, and is")
    assert found.causes[1].startswith(f"the weights' digest was {'ab' * 32}, and is")
    first = found.differences[0]
    assert (first.where, first.recorded, first.replayed) == ("hits.0.score", "0.9", str(hit.score))
    assert found.recorded.hits[0].score == 0.9
    assert found.replayed == given[0]


def test_an_answer_whose_day_was_changed_afterwards_is_found_out() -> None:
    store, given = grown()
    forged = given[0].model_copy(
        update={"provenance": given[0].provenance.model_copy(update={"as_of": day(3)})}
    )
    found = replay(forged, store)
    assert not found.same
    assert any(d.where.startswith("provenance.lists.0") for d in found.differences)


def of_two_lists(numbers: tuple[str, ...] = ("A1", "A1")) -> ListStore:
    """Return a store of two lists that hold Ann, with these passports."""
    store = ListStore.in_memory()
    for list_id, number in zip((LIST, SDN), numbers, strict=True):
        passport = Identifier(type="passport", value=f"QX7731{number}")
        ann = party(0, list_id=list_id, names=(Name(text=NAMES[0]),), identifiers=(passport,))
        store.add_snapshot(list_id, [ann], published_on=day(0))
    return store


def test_whom_a_result_told_to_be_one_bearer_is_given_again_after_others_came_to_have_the_number() -> None:
    store = of_two_lists()
    (given,) = Screener(store).screen_many(NAMES[:1])
    assert len(given.identities) == 1
    passport = Identifier(type="passport", value="QX7731A1")
    for list_id in (LIST, SDN):
        others = [
            party(n, list_id=list_id, names=(Name(text=NAMES[n]),), identifiers=(passport,)) for n in (1, 2)
        ]
        store.add_snapshot(list_id, others, published_on=day(3))
    found = replay(given, store)
    assert (found.same, found.not_replayed) == (True, ())
    forged = given.model_copy(update={"identities": (given.identities[0].model_copy(update={"links": ()}),)})
    assert [each.where for each in replay(forged, store).differences] == ["identities.0.links"]


def test_identities_that_were_not_asked_for_are_left_out_and_named() -> None:
    store = of_two_lists()
    given = Screener(store, identities=False).screen(NAMES[0])
    found = replay(given, store)
    assert (found.same, found.not_replayed) == (True, ("identities",))


# --- batches -------------------------------------------------------------------------------------------


def batch(folder: Path, name: str = "hits.jsonl") -> tuple[ListStore, Path]:
    """Screen a small file; then let the store grow."""
    store, _ = grown()
    store.withdraw(LIST, day(5), reason="so that Ann is listed")
    (folder / "in.csv").write_text("name;dob\nAnn Example;07/09/1955\nNobody;\n", encoding="utf-8")
    summary = screen_csv(folder / "in.csv", folder / name, screener=Screener(store), date_format="%d/%m/%Y")
    store.add_snapshot(LIST, named(3), published_on=day(9))
    return store, Path(summary.summary_file)


@pytest.mark.parametrize("name", ["hits.jsonl", "hits.csv"])
def test_a_batch_is_given_again_from_its_summary(tmp_path: Path, name: str) -> None:
    store, summary = batch(tmp_path, name)
    before = sorted((path, path.read_bytes()) for path in tmp_path.iterdir())
    found = replay_batch(summary, store)
    assert (found.same, found.rows, found.causes, found.differences) == (True, 2, (), ())
    assert sorted((path, path.read_bytes()) for path in tmp_path.iterdir()) == before
    moved = tmp_path.rename(tmp_path.with_name(f"{tmp_path.name}-moved"))
    assert replay_batch(moved / summary.name, store).same, "its files are found beside it"


@pytest.mark.parametrize("identities", [True, False])
@pytest.mark.parametrize("name", ["hits.jsonl", "hits.csv"])
def test_a_batch_whose_hits_are_one_bearer_is_given_again(
    tmp_path: Path, name: str, *, identities: bool
) -> None:
    store = of_two_lists()
    (tmp_path / "in.csv").write_text("name\nAnn Example\n", encoding="utf-8")
    log = DecisionLog(tmp_path / "log")
    screener = DecidedScreener(Screener(store, identities=identities), log, on=day(0))
    summary = screen_csv(tmp_path / "in.csv", tmp_path / name, screener=screener)
    assert replay_batch(summary.summary_file, store, decisions=log).same


def test_of_a_line_of_json_that_was_changed_the_value_is_shown(tmp_path: Path) -> None:
    store, summary = batch(tmp_path)
    output = tmp_path / "hits.jsonl"
    text = output.read_text(encoding="utf-8")
    output.write_text(text.replace('"status":"listed"', '"status":"delisted"', 1), encoding="utf-8")
    (found,) = replay_batch(summary, store).differences
    assert (found.where, found.recorded, found.replayed) == (
        "output.1.hits.0.status", '"delisted"', '"listed"',
    )  # fmt: skip


def test_a_line_of_a_batch_that_was_changed_is_shown(tmp_path: Path) -> None:
    store, summary = batch(tmp_path, "hits.csv")
    output = tmp_path / "hits.csv"
    output.write_text(output.read_text(encoding="utf-8").replace("clear", "hit"), encoding="utf-8")
    found = replay_batch(summary, store)
    assert (found.same, [d.where for d in found.differences]) == (False, ["output.3"])
    (tmp_path / "in.csv").write_text("name\nSomebody Else\n", encoding="utf-8")
    with pytest.raises(BatchError, match="is not the file that was screened"):
        replay_batch(summary, store)


def test_a_batch_with_decisions_needs_their_log(tmp_path: Path) -> None:
    store, _ = grown()
    (tmp_path / "in.csv").write_text("name\nAnn Example\nCal Sample\n", encoding="utf-8")
    log, screener = DecisionLog(tmp_path / "log"), Screener(store)
    result = screener.screen("Ann Example")
    log.decide(
        result.subject, result.hits[0], result.provenance, by="me", verdict="cleared", reason="younger"
    )
    decided = DecidedScreener(screener, log, on=day(0))
    summary = screen_csv(tmp_path / "in.csv", tmp_path / "hits.jsonl", screener=decided).summary_file
    assert replay_batch(summary, store, decisions=log).same
    found = replay_batch(summary, store)
    assert (found.same, "no log was given" in found.causes[-1]) == (False, True)
    again = replay(decided.screen("Ann Example"), store)
    assert (again.same, again.not_replayed) == (True, ("decisions",))


# --- the command ---------------------------------------------------------------------------------------


def test_the_command_gives_results_and_batches_again(tmp_path: Path) -> None:
    db = tmp_path / "lists.db"
    with ListStore.open(db) as store:
        store.add_snapshot(LIST, named(0, 1), published_on=day(0))
    written = run("screen", *NAMES, "--db", db, "--json").stdout
    (tmp_path / "old.json").write_text(written, encoding="utf-8")
    (tmp_path / "in.csv").write_text("name\nAnn Example\n", encoding="utf-8")
    assert run("batch", tmp_path / "in.csv", tmp_path / "hits.csv", "--db", db).exit_code == 1
    with ListStore.open(db) as store:
        store.add_snapshot(LIST, named(2), published_on=day(5))
    result = run("replay", tmp_path / "old.json", "--db", db)
    assert (result.exit_code, result.stdout.count("the same in every byte as known on revision 1")) == (0, 4)
    assert run("replay", tmp_path / "hits.summary.json", "--db", db).exit_code == 0
    assert json.loads(run("replay", tmp_path / "hits.summary.json", "--db", db, "--json").stdout)["same"]
    (tmp_path / "new.json").write_text(
        re.sub(r'"score":[0-9.]+,"status"', '"score":0.5,"status"', written), encoding="utf-8"
    )
    changed = run("replay", tmp_path / "new.json", "--db", db)
    assert changed.exit_code == 1
    assert "hits.0.score: was 0.5, is 0.9" in changed.stdout
    assert "recorded: hit; hits: my-list:0 0.5000" in changed.stdout
    bundle = tmp_path / "bundle"
    assert run("lists", "export", bundle, "--db", db, "--known-on", "1").exit_code == 0
    assert run("lists", "import", bundle, "--db", tmp_path / "copy.db").exit_code == 0
    assert run("replay", tmp_path / "old.json", "--db", tmp_path / "copy.db").exit_code == 0
    empty = tmp_path / "empty.db"
    ListStore.open(empty).close()
    assert "is not in this store" in run("replay", tmp_path / "old.json", "--db", empty).stdout
    (tmp_path / "none.json").write_text("{}", encoding="utf-8")
    assert "no result" in error_of(run("replay", tmp_path / "none.json", "--db", db))
