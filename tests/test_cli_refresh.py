"""The commands that keep a store up to date, against a real server on the loopback address."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import Publisher, csv_of

from sanctions_screen.cli import app
from sanctions_screen.store import ListStore

pytest.importorskip("httpx2")
pytest.importorskip("stamina")

LIST = "my-list"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "lists.db"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def fetch(db: Path, publisher: Publisher, *more: str) -> Result:
    return run("lists", "fetch", LIST, "--db", db, "--url", f"{LIST}={publisher.url}", *more)


def test_a_list_is_fetched_then_unchanged_with_exit_code_0(db: Path, publisher: Publisher) -> None:
    first, second = fetch(db, publisher), fetch(db, publisher)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "updated" in first.output
    assert "version of 2024-01-01, 100 parties" in first.output
    assert "unchanged" in second.output


def test_a_list_that_shrank_is_held_back_with_exit_code_3_until_accepted(
    db: Path, publisher: Publisher
) -> None:
    fetch(db, publisher)
    publisher.publish(csv_of(10), tag='"2"')
    held = fetch(db, publisher)
    assert held.exit_code == 3
    assert "it lost 90 of 100 parties" in held.output
    assert "lists accept my-list" in held.output
    assert "version of 2024-01-02" in run("lists", "status", "--db", db).output
    assert run("lists", "accept", LIST, "--db", db).exit_code == 0
    with ListStore.open(db) as store:
        assert store.versions(LIST)[-1].party_count == 10
    again = run("lists", "accept", LIST, "--db", db)
    assert again.exit_code == 2
    assert "nothing of the list my-list is held back" in again.output


def test_the_share_that_may_be_lost_can_be_set(db: Path, publisher: Publisher) -> None:
    fetch(db, publisher)
    publisher.publish(csv_of(10), tag='"2"')
    assert fetch(db, publisher, "--max-lost", "0.95").exit_code == 0


def test_a_failed_fetch_has_exit_code_2_and_the_status_tells_why(db: Path, publisher: Publisher) -> None:
    fetch(db, publisher)
    publisher.publish(b"<html>Sorry</html>", tag='"2"')
    failed = fetch(db, publisher)
    assert failed.exit_code == 2
    assert "failed" in failed.output
    entry = json.loads(run("lists", "status", "--db", db, "--json").output)
    assert entry["newest"] == "2024-01-01"
    assert entry["last_error"]
    assert entry["held"] is None


def test_programs_get_one_json_object_a_list(db: Path, publisher: Publisher) -> None:
    outcome = json.loads(fetch(db, publisher, "--json").output)
    assert (outcome["list_id"], outcome["status"], outcome["party_count"]) == (LIST, "updated", 100)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["lists", "fetch"], "name your own store"),
        (["lists", "fetch", "--db", "new.db"], "holds no list yet"),
        (["lists", "fetch", LIST, "--db", "new.db"], "no address is known for the list my-list"),
        (["lists", "fetch", LIST, "--db", "new.db", "--url", "nonsense"], "write LIST=URL"),
        (["lists", "accept", LIST], "name your own store"),
        (["lists", "status", "--db", "missing.db"], "there is no store"),
    ],
)
def test_a_mistake_gets_one_line_and_exit_code_2(
    words: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        app.main(words)
    assert ended.value.code == 2
    result = CliRunner().invoke(app, words)
    assert message in result.output


def test_an_import_tells_what_the_reader_did_not_understand_and_strict_refuses_it(
    tmp_path: Path, db: Path
) -> None:
    file = tmp_path / "SDN.CSV"
    rows = [
        '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
        '173,"ANGLO-CARIBBEAN CO., LTD.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
    ]
    file.write_text("\r\n".join(rows) + "\r\n")
    options = ("--db", db, "--published-on", "2024-07-02")
    refused = run("lists", "import", file, *options, "--strict")
    assert refused.exit_code != 0
    assert "--strict refuses" in refused.output
    told = run("lists", "import", file, *options)
    assert told.exit_code == 0
    assert "aliases does not stand beside it" in told.output
