"""Law: what change files and versions tell is the same in whatever order they are imported, file by file or
together."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_parties import party

from sanctions_screen.errors import NoVersionError
from sanctions_screen.model import Name
from sanctions_screen.store import ListStore

LIST = "us-ofac-sdn"
# Two namesakes, one party under two references, and one that differs in the spelling of a word: whom an
# announcement is about depends on which of them the versions show, and when.
PEOPLE = (
    (1, "EXAMPLE, Afif", "1955-01-01", "01 Jan 1955"),
    (2, "EXAMPLE, Afif", "1972-04-26", "26 Apr 1972"),
    (3, "EXAMPEL, Afif", "1955-01-01", "01 Jan 1955"),
    (4, "SAMPLE, Perfumer", "1960-02-02", "02 Feb 1960"),
    (5, "SAMPLE, Perfumer", "1960-02-02", "02 Feb 1960"),
)
DAYS = tuple(date(2012 + n // 3, 3 + 4 * (n % 3), 10) for n in range(9))  # three a year, three years
HEADS = {"listed": "been added to OFAC's SDN list", "delisted": "been removed"}


class Published(NamedTuple):
    """Versions by day, and what was announced: (day, kind, person)."""

    versions: dict[date, frozenset[int]]
    announced: list[tuple[date, str, int]]

    def files(self) -> dict[str, bytes]:
        """Return the yearly change files, by name."""
        texts: dict[str, list[str]] = {}
        for on, kind, number in sorted(self.announced):
            _, name, _, born = PEOPLE[number]
            texts.setdefault(f"sdnew{on:%y}.txt", []).append(
                f"{on:%m/%d/%y}:\n\nThe following [SDGT] entries have {HEADS[kind]}:\n\n"
                f"{name}; DOB {born} (individual) [SDGT].\n\n"
            )
        return {name: "".join(parts).replace("\n", "\r\n").encode() for name, parts in texts.items()}


published = st.builds(
    Published,
    st.dictionaries(st.sampled_from(DAYS), st.frozensets(st.integers(0, 4)), min_size=1, max_size=4),
    st.lists(
        st.tuples(st.sampled_from(DAYS), st.sampled_from(sorted(HEADS)), st.integers(0, 4)),
        min_size=1,
        max_size=8,
        unique=True,
    ),
)


def put_version(store: ListStore, on: date, held: frozenset[int]) -> None:
    parties = [
        party(reference, list_id=LIST, names=(Name(text=name),), birth_dates=(born,), programmes=("SDGT",))
        for reference, name, born, _ in (PEOPLE[number] for number in sorted(held))
    ]
    store.add_snapshot(LIST, parties, published_on=on)


def told(store: ListStore) -> list[object]:
    """Return all that a store tells: notices, and of each day the list, its histories and its digest."""
    found: list[object] = [store.notices(LIST), [v.digest for v in store.versions(LIST)]]
    for on in (*DAYS, date(2015, 1, 1)):
        try:
            state = store.state(LIST, on)
        except NoVersionError:
            found.append(None)
            continue
        snapshot = store.snapshot(LIST, on)
        found += [
            list(state),
            [state.history(member.party_id) for member in state],
            [store.history(member.party_id) for member in state],
            [record.canonical_json() for record in snapshot],
            snapshot.unsettled,
            state.provenance.evidence_digest,
            state.provenance.notices_digest,
        ]
    return found


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(published, st.data())
def test_the_order_in_which_versions_and_change_files_come_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, given_: Published, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("files")
    for name, raw in given_.files().items():
        (folder / name).write_bytes(raw)
    paths = sorted(folder.iterdir())
    with ListStore.in_memory() as store:
        for on, held in sorted(given_.versions.items()):
            put_version(store, on, held)
        store.import_changes(paths)
        expected = told(store)
    steps: list[date | Path] = data.draw(st.permutations([*given_.versions, *paths]), label="order")
    with ListStore.in_memory() as store:
        for step in steps:
            if isinstance(step, Path):
                store.import_changes([step])
            else:
                put_version(store, step, given_.versions[step])
            store.verify()
        assert told(store) == expected
