"""Law: where a version is held to change no tie, tying anew would have given the very same notices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_parties import party

from sanctions_screen import ListStore
from sanctions_screen.model import Identifier, ListVersion, Name, PartialDate, Party
from sanctions_screen.store import _retying
from sanctions_screen.store._database import Database

SDN = "us-ofac-sdn"
NAMES = ("HTAY, Thein", "EXAMPLE, Kozo", "SAMPLE, Maria", "NEWCOMER, Ann")
TOLD = """07/02/13:

The following [BURMA] entries have been added to OFAC's SDN list:

HTAY, Thein; DOB 07 Sep 1955; POB Taunggyi, Burma; Passport A1234 (Burma) (individual) [BURMA].

EXAMPEL, Kozo; Passport B77 (Burma) (individual) [BURMA].

EXAMPLE, Kozo (individual) [BURMA].

07/09/13:

The following [BURMA] entries have been removed:

SAMPLE, Maria; DOB 1960 (individual) [BURMA].
""".replace("\n", "\r\n")

record = st.tuples(
    st.sets(st.sampled_from(NAMES), min_size=1, max_size=2),
    st.sampled_from([(), ("1955-09-07",), ("1960",)]),
    st.sampled_from(["BURMA", "SDGT"]),
    st.sampled_from(["", "a", "A1234", "B77"]),
)
version = st.tuples(
    st.sampled_from([-10, 3, 20, 40, 45, 60, 80, 100]), st.dictionaries(st.integers(1, 4), record, max_size=3)
)


def parties(held: dict[int, tuple[set[str], tuple[str, ...], str, str]]) -> list[Party]:
    return [
        party(
            reference,
            text,
            list_id=SDN,
            names=tuple(
                Name(text=name, role="strong" if n else "primary") for n, name in enumerate(sorted(names))
            ),
            birth_dates=tuple(PartialDate.parse(day) for day in born),
            programmes=(programme,),
            identifiers=(Identifier(type="passport", value=text),) if text[1:] else (),
        )
        for reference, (names, born, programme, text) in held.items()
    ]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("changes") / "sdnew13.txt"
    path.write_bytes(TOLD.encode())
    return path


@settings(max_examples=300)
@example([
    (40, {1: ({"EXAMPLE, Kozo"}, (), "BURMA", "")}),
    (60, {1: ({"HTAY, Thein"}, (), "BURMA", ""), 2: ({"HTAY, Thein"}, (), "BURMA", "")}),
    (45, {}),
])  # fmt: skip
@given(st.lists(version, min_size=1, max_size=7))
def test_what_is_not_tied_anew_is_tied_right(
    told: Path, versions: list[tuple[int, dict[int, tuple[set[str], tuple[str, ...], str, str]]]]
) -> None:
    with ListStore.in_memory() as store:
        store.import_changes([told])
        for after, held in versions:
            store.add_snapshot(SDN, parties(held), published_on=date(2013, 7, 9) + timedelta(days=after))
            store.verify()


@pytest.mark.parametrize(
    ("last", "anew"),
    [
        ({1: ({"HTAY, Thein"}, (), "BURMA", "a new remark")}, False),
        ({1: ({"HTAY, Thein"}, (), "BURMA", ""), 2: ({"NEWCOMER, Ann"}, (), "SDGT", "")}, False),
        ({}, False),
        ({1: ({"HTAY, Thein"}, (), "SDGT", "")}, False),
        ({1: ({"HTAY, Thein"}, ("1955-09-07",), "BURMA", "")}, True),
        ({1: ({"HTAY, Thein"}, (), "BURMA", "A1234")}, True),
        ({1: ({"HTAY, Thein"}, (), "BURMA", "C1234")}, False),
        ({1: ({"HTAY, Thein", "HTEY, Thein"}, (), "BURMA", "")}, False),
        ({1: ({"HTAY, Thein", "SAMPLE, Maria"}, (), "BURMA", "")}, True),
        ({9: ({"SAMPLE, Maria"}, (), "SDGT", "")}, False),
        ({2: ({"SAMPLE, Maria"}, (), "SDGT", "")}, True),
        ({3: ({"ELSE, Who"}, ("1960",), "SDGT", "D77")}, False),
    ],
)
def test_only_a_version_that_may_change_a_tie_is_waited_for(
    told: Path, monkeypatch: pytest.MonkeyPatch, last: dict[int, tuple[set[str], tuple[str, ...], str, str]],
    anew: bool,
) -> None:  # fmt: skip
    done: list[str] = []
    retie: Callable[[Database, str], None] = _retying.retie

    def counted(db: Database, list_id: str) -> None:
        done.append(list_id)
        retie(db, list_id)

    monkeypatch.setattr(_retying, "retie", counted)
    with ListStore.in_memory() as store:
        store.import_changes([told])
        first = parties({n: ({name}, (), "BURMA", "") for n, name in ((1, "HTAY, Thein"), (3, "ELSE, Who"))})
        for day in (date(2013, 7, 10), date(2013, 9, 1)):
            store.add_snapshot(SDN, first, published_on=day)
        done.clear()
        put: ListVersion = store.add_snapshot(SDN, parties(last), published_on=date(2013, 9, 8))
        assert put.party_count == len(last)
        assert bool(done) == anew
        store.verify()
