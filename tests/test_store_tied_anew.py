"""A store whose change files another version tied otherwise is told anew, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_helpers import run
from ofac_change_texts import NEW

from sanctions_screen import ListStore
from sanctions_screen.errors import IntegrityError
from sanctions_screen.history.notices import notices_of
from sanctions_screen.store import _retying

SDN = "us-ofac-sdn"


@pytest.fixture
def store_of_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a store written by a version that read less out of change files."""
    changes = tmp_path / "sdnew13.txt"
    changes.write_bytes(NEW.encode())
    now = notices_of
    with monkeypatch.context() as other, ListStore.open(tmp_path / "lists.db", create=True) as store:
        other.setattr(_retying, "notices_of", lambda *told: now(*told)[1:])
        store.import_changes([changes])
        store.verify()
    return tmp_path / "lists.db"


def test_verify_says_what_tells_anew_what_another_version_told(store_of_other_code: Path) -> None:
    with (
        ListStore.open(store_of_other_code, read_only=True) as store,
        pytest.raises(IntegrityError, match="lists migrate"),
    ):
        store.verify()


def test_migrate_tells_anew_what_change_files_tell_and_what_was_known_stays_known(
    store_of_other_code: Path,
) -> None:
    with ListStore.open(store_of_other_code) as store:
        before = store.notices(SDN)
    made = run("lists", "migrate", "--db", store_of_other_code, "--json")
    assert (made.exit_code, json.loads(made.stdout)["tied_anew"]) == (0, [SDN])
    with ListStore.open(store_of_other_code) as store:
        store.verify()
        assert len(store.notices(SDN)) == len(before) + 1
        assert store.notices(SDN, known_on=1) == before
        assert [(each.kind, bool(each.reason)) for each in store.revisions()] == [
            ("changes", False),
            ("migration", True),
        ]
        assert store.tie_anew() == ()
        assert len(store.revisions()) == 2


def test_a_store_told_anew_goes_to_another_store_as_text(store_of_other_code: Path, tmp_path: Path) -> None:
    with ListStore.open(store_of_other_code) as store, ListStore.in_memory() as other:
        store.tie_anew()
        store.export(SDN, tmp_path / "text")
        other.import_folder(tmp_path / "text" / SDN)
        other.verify()
        assert other.notices(SDN, known_on=1) == store.notices(SDN, known_on=1)
        assert other.notices(SDN) == store.notices(SDN)
