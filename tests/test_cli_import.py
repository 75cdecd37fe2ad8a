"""What an import by hand asks for, refuses and tells in full."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_helpers import run

SDN = '36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
ALT = '36,12,"aka","AERO-CARIBBEAN",-0- \n'
ADD = '36,25,-0- ,"Havana","Cuba",-0- \n'


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    (tmp_path / "SDN.CSV").write_text(SDN)
    (tmp_path / "ALT.CSV").write_text(ALT)
    (tmp_path / "ADD.CSV").write_text(ADD)
    made = run(
        "lists", "import", tmp_path / "SDN.CSV", "--published-on", "2024-07-02", "--db", tmp_path / "own.db"
    )
    assert made.exit_code == 0, made.output
    return tmp_path


def test_a_day_that_is_missing_is_told_before_the_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "SDN.CSV").write_text(SDN)
    monkeypatch.setattr(
        "sanctions_screen.sources.read_list", lambda *_, **__: pytest.fail("the file was read")
    )
    told = run("lists", "import", tmp_path / "SDN.CSV", "--db", tmp_path / "own.db")
    assert told.exit_code == 2
    assert "--published-on" in told.stderr


def test_a_version_that_would_lose_the_aliases_the_store_knows_is_refused_unless_asked_for(
    whole: Path,
) -> None:
    (whole / "ALT.CSV").unlink()
    again = ("lists", "import", whole / "SDN.CSV", "--published-on", "2024-07-03", "--db", whole / "own.db")
    refused = run(*again)
    assert refused.exit_code == 2
    assert "files of aliases" in refused.stderr
    assert run("screen", "AERO-CARIBBEAN", "--db", whole / "own.db").exit_code == 1
    assert run(*again, "--incomplete").exit_code == 0


def test_every_passage_not_understood_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    header = "Reference,Name of Individual or Entity,Type,Name Type,Colour\n"
    rows = "".join(f"{n},Person {n},Individual,Primary Name,blue {n}\n" for n in range(1, 31))
    (tmp_path / "au.csv").write_text(header + rows)
    notes = tmp_path / "notes.txt"
    made = run(
        "lists", "import", tmp_path / "au.csv", "--published-on", "2024-07-02",
        "--db", tmp_path / "own.db", "--notes", notes,
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    assert "more passages" in made.stderr
    told = notes.read_text("utf-8")
    assert all(f"blue {n}" in told for n in range(1, 31))


UN = Path(__file__).parent / "data/sources/un.xml"


def test_another_day_than_the_file_says_is_told(tmp_path: Path) -> None:
    stated = run("lists", "import", UN, "--db", tmp_path / "own.db")
    assert "says that it is of" not in stated.stderr
    day = next(line.split()[0] for line in stated.stdout.splitlines() if line[:2] == "20")
    same = run("lists", "import", UN, "--db", tmp_path / "same.db", "--published-on", day)
    assert "says that it is of" not in same.stderr
    made = run("lists", "import", UN, "--db", tmp_path / "own.db", "--published-on", "2016-01-02")
    assert made.exit_code == 0
    assert f"says that it is of {day}, and is put under 2016-01-02" in " ".join(made.stderr.split())


def test_a_publishers_file_put_under_the_list_of_another_is_told(tmp_path: Path) -> None:
    made = run("lists", "import", UN, "--db", tmp_path / "own.db", "--list", "eu-fsf")
    assert made.exit_code == 0
    told = " ".join(made.stderr.split())
    assert "it is no file of European Commission, but of United Nations Security Council (un-xml)" in told
    for own in ("un-sc", "mine"):
        made = run("lists", "import", UN, "--db", tmp_path / f"{own}.db", "--list", own)
        assert "no file of" not in made.stderr
