"""The command line, run in this process: outcomes, exit codes, one line a mistake."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import click
import pytest
from cli_helpers import error_of, objects, own_store, run

from sanctions_screen import __version__, engine
from sanctions_screen.cli import app
from sanctions_screen.model import DEFAULT_THRESHOLD, KIND_WORDS

CUSTOMERS = Path(__file__).parents[1] / "examples" / "customers.csv"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_store(tmp_path_factory.mktemp("store"))


# --- screen -------------------------------------------------------------------------------------------


def test_a_hit_shows_party_status_reasons_and_dated_evidence_and_exits_with_4_when_delisted() -> None:
    result = run("screen", "Thein Htay")
    assert result.exit_code == 4
    assert run("screen", "Thein Htay", "--as-of", "2014-06-30").exit_code == 1
    assert run("screen", "Thein Htay", "Kim Sok-chol").exit_code == 1
    for words in ("us-ofac-sdn:16102", "delisted 2016-10-07", "1955-09-07", "the same", "sdnnew16.txt"):
        assert words in result.stdout


def test_a_clear_name_exits_with_0_and_names_the_list_versions() -> None:
    result = run("screen", "Joseph Yun")
    assert result.exit_code == 0
    assert "Joseph Yun: clear" in result.stdout
    assert "us-ofac-sdn of 2024-07-02" in " ".join(result.stdout.split())


def test_an_unscreenable_name_is_not_clear_to_a_script() -> None:
    assert run("screen", "***").exit_code == 3
    assert run("screen", "***", "Joseph Yun").exit_code == 3
    assert run("screen", "***", "Thein Htay").exit_code == 6
    assert run("screen", "***", "Kim Sok-chol").exit_code == 5


def test_exit_zero_hides_hits_and_unscreenable_names_but_no_error() -> None:
    assert run("screen", "***", "Thein Htay", "--exit-zero").exit_code == 0
    assert run("screen", "Thein Htay", "--exit-zero", "--list", "nope").exit_code == 2


def test_the_as_of_day_decides() -> None:
    assert run("screen", "Thein Htay", "--as-of", "2012-06-30").exit_code == 0
    assert "listed 2013-07-02" in run("screen", "Thein Htay", "--as-of", "2014-06-30").stdout


def test_json_is_one_result_a_line_with_provenance_and_hits_even_when_clear() -> None:
    result = run("screen", "Thein Htay", "Joseph Yun", "--json")
    first, second = objects(result)
    assert first["hits"][0]["party"]["party_id"] == "us-ofac-sdn:16102"
    assert (second["outcome"], second["hits"]) == ("clear", [])
    assert second["provenance"]["lists"]


def test_without_a_store_of_ones_own_the_answer_says_the_lists_are_a_selection(db: Path) -> None:
    assert "not the full" in run("screen", "Joseph Yun").stdout
    assert "not the full lists" in run("screen", "Joseph Yun", "--json").stderr
    assert "not the full" not in run("screen", "Joseph Yun", "--db", db).output


def test_evidence_told_by_options_reaches_the_score() -> None:
    alone, contradicted = (
        objects(run("screen", "Kim Chol Nam", "--json", "--threshold", "0.1", *more))[0]["hits"][0]["score"]
        for more in ((), ("--birth-date", "1950", "--kind", "person"))
    )
    assert contradicted < alone


def test_details_limits_what_is_shown_in_full_and_never_what_is_found() -> None:
    brief = run("screen", "Kim Sok Chol", "--details", "0").stdout
    assert "un-sc:KPi.036" in brief
    assert "us-ofac-sdn:17622" in brief
    assert "notice:" not in brief


def test_control_and_reordering_characters_do_not_reach_the_terminal() -> None:
    for arguments in (("screen", "\x1b[31mThein\u202e\x9b"), ("history", "\x1b]0;x\x07")):
        output = run(*arguments).output
        assert not set(output) & set("\x1b\u202e\x9b\x07")
        assert "\\x1b" in output


def test_square_brackets_in_a_name_are_text_and_not_markup() -> None:
    assert "[bold]Joe[/bold]: clear" in run("screen", "[bold]Joe[/bold]").stdout


def test_no_colour_is_written_to_a_file_and_none_where_no_color_is_set() -> None:
    assert "\x1b" not in run("screen", "Thein Htay").stdout
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    coloured = re.compile(r"\x1b\[[0-9;]*3[0-9]")
    assert coloured.search(run("screen", "Thein Htay", env=terminal).stdout)
    assert not coloured.search(run("screen", "Thein Htay", env=terminal | {"NO_COLOR": "1"}).stdout)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_no_number_is_lost(tmp_path: Path, width: int) -> None:
    (tmp_path / "in.csv").write_text("name\nThein Htay\n***\nKim Sok Chol\n")
    env = {"COLUMNS": str(width)}
    shown = run("screen", "Thein Htay", "Kim Sok Chol", env=env).stdout
    shown += run("batch", tmp_path / "in.csv", tmp_path / "out.csv", env=env).stdout
    assert all(len(line) <= width for line in shown.splitlines())
    for words in ("16102", "1.00", "delisted 2016-10-07", "unscreenable"):
        assert words in shown


# --- mistakes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", [*KIND_WORDS, "Ship", " COMPANY ", "robot", "persons", "boat"])
def test_a_kind_is_taken_or_refused_alike_on_the_command_line_and_in_a_file(
    tmp_path: Path, word: str
) -> None:
    (tmp_path / "in.csv").write_text(f"name,kind\nJoseph Yun,{word}\n")
    run("batch", tmp_path / "in.csv", tmp_path / "out.jsonl")
    (row,) = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    screened = run("screen", "Joseph Yun", "--kind", word, "--json")
    known = KIND_WORDS.get(word.strip().lower())
    assert row["subject"].get("kind") == known
    if known:
        assert [told["subject"]["kind"] for told in objects(screened)] == [known]
    else:
        assert word in error_of(screened)
        assert word in row["not_used"][0]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["screen", "x", "--as-of", "2012-13-01"], "2012-13-01"),
        (["screen", "x", "--birth-date", "31/12/1954"], "31/12/1954"),
        (["screen", "x", "--threshold", "nan"], "0 to 1"),
        (["screen", "x", "--threshold", "1.1"], "0 to 1"),
        (["screen", "x", "--kind", "robot"], "robot"),
        (["screen", "x", "--list", "nope"], "un-sc, us-ofac-sdn"),
        (["screen", "x", "--as-of", "1980-01-01"], "1980-01-01"),
        (["screen", "x", "--db", "absent.db"], "lists import"),
        (["screen", "x", "--db", "broken.db"], "broken.db"),
        (["screen", "x", "--db", "."], "directory"),
        (["screen"], "NAME"),
        (["scren", "x"], "scren"),
        (["history", "us-ofac-sdn:0"], "us-ofac-sdn:0"),
        (["history", "Nobody Whosoever"], "Nobody Whosoever"),
        (["history", "nope:1"], "un-sc, us-ofac-sdn"),
        (["history", "***"], "letters"),
        (["history", "x" * 100_000], "xxx…"),
        (["history", "us-ofac-sdn:\udcff"], "UTF-8"),
        (["history", "us-ofac-sdn:16102", "--list", "un-sc"], "--list leaves out"),
        (["history", "us-ofac-sdn:16102", "--as-of", "20120101"], "YYYY-MM-DD"),
        (["history", "us-ofac-sdn:16102", "--as-of", "2012-W01-1"], "YYYY-MM-DD"),
        (["history", "Thein Htay", "--as-of", "2012-06-30"], "as of 2012-06-30"),
        (["history", "us-ofac-sdn:16102", "--svg", "nowhere/x.svg"], "cannot write nowhere/x.svg"),
        (["history", "us-ofac-sdn:16102", "--svg", "broken.db/x.svg"], "cannot write broken.db/x.svg"),
        (["history", "us-ofac-sdn:16102", "--svg", "."], "directory"),
        (["lists", "stats", "nope"], "un-sc, us-ofac-sdn"),
        (["lists", "stats", "un-sc", "--since", "2010"], "YYYY-MM-DD"),
        (["lists", "stats", "un-sc", "--by", "week"], "week"),
        (["lists", "stats", "un-sc", "--svg", "nowhere/x.svg"], "cannot write nowhere/x.svg"),
        (["explain", "x", "us-ofac-sdn:\udcff"], "UTF-8"),
        (["explain", "x", "us-ofac-sdn:0"], "us-ofac-sdn:0"),
        (["lists", "versions", "nope"], "nope"),
        (["lists", "diff", "un-sc", "2020-01-01", "x"], "YYYY-MM-DD"),
        (["lists", "diff", "un-sc", "2020-01-01", "2019-01-01"], "earlier day first"),
        (["lists", "diff", "un-sc", "1980-01-01", "2019-01-01"], "nothing is known of it before"),
        (["lists", "diff", "nope", "2018-01-01", "2019-01-01"], "un-sc, us-ofac-sdn"),
        (["lists", "import", "absent.csv"], "--db"),
        (["lists", "import", "absent.csv", "--db", "new.db"], "absent.csv"),
        (["batch", "absent.csv", "out.csv"], "absent.csv"),
        (["batch", "broken.db", "out.csv"], "name"),
        (["batch", "broken.db", "nowhere/out.csv"], "nowhere"),
        (["batch", "broken.db", "out.csv", "--column", "name"], "FIELD=TITLE"),
        (["batch", "broken.db", "out.csv", "--column", "nom=x"], "nom"),
        (["batch", "broken.db", "out.csv", "--encoding", "klingon"], "klingon"),
    ],
)
def test_a_mistake_gets_one_line_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.db").write_text("this is no store\n")
    assert words in error_of(run(*arguments))
    assert not Path("out.csv").exists()


def test_a_failed_first_import_leaves_no_store_behind_and_names_the_option(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("party_id,name\n1,Bob\n")
    result = run("lists", "import", tmp_path / "own.csv", "--list", "own", "--db", tmp_path / "new.db")
    assert "--published-on" in error_of(result)
    assert not (tmp_path / "new.db").exists()


def test_a_list_of_ones_own_is_imported_and_screened_against(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("party_id,name\n1,Bob Cratchit\n")
    told = ("--list", "own", "--published-on", "2020-01-02", "--db", tmp_path / "new.db")
    assert "2020-01-02" in run("lists", "import", tmp_path / "own.csv", *told).stdout
    result = run("screen", "Bob Cratchit", "--db", tmp_path / "new.db")
    assert (result.exit_code, "own:1" in result.stdout) == (1, True)


def test_asking_never_creates_a_store(tmp_path: Path) -> None:
    error_of(run("lists", "list", "--db", tmp_path / "new.db"))
    assert list(tmp_path.iterdir()) == []


# --- batch --------------------------------------------------------------------------------------------


def test_a_batch_shows_totals_that_add_up_and_where_everything_is(tmp_path: Path) -> None:
    result = run("batch", CUSTOMERS, tmp_path / "hits.csv", "--json")
    (summary,) = objects(result)
    assert result.exit_code == 5
    assert summary["rows"] == 8
    assert sum(summary[fate] for fate in ("hits", "clear", "unscreenable", "errors")) == 8
    shown = run("batch", CUSTOMERS, tmp_path / "hits.csv").stdout
    for words in ("8  read", "1  unscreenable", "0  error", "of these, on delisted parties alone"):
        assert words in shown


def test_a_batch_answers_as_screen_does(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name\nThein Htay\nJoseph Yun\n")
    run("batch", tmp_path / "in.csv", tmp_path / "out.jsonl")
    batch = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().split("\n") if line]
    alone = objects(run("screen", "Thein Htay", "Joseph Yun", "--json"))
    beside = ("row", "line", "input", "only_delisted")
    assert [{k: v for k, v in row.items() if k not in beside} for row in batch] == alone


@pytest.mark.parametrize(
    ("rows", "code"),
    [("Joseph Yun\n", 0), ("Joseph Yun\n***\n", 3), ("Joseph Yun\nAl,Bo\n", 3), ("Thein Htay\n***\n", 6)],
)
def test_a_batch_is_0_only_when_every_row_is_clear(tmp_path: Path, rows: str, code: int) -> None:
    (tmp_path / "in.csv").write_text("name\n" + rows)
    assert run("batch", tmp_path / "in.csv", tmp_path / "out.csv").exit_code == code
    assert run("batch", tmp_path / "in.csv", tmp_path / "out.csv", "--exit-zero").exit_code == 0


def test_batch_options_reach_the_batch(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(
        "Vorname;Nachname;geb;type\nThein;Htay;07.09.1955;x\n", encoding="utf-16"
    )
    columns = ["name=Vorname", "name=Nachname", "birth_date=geb", "kind="]
    told = [word for column in columns for word in ("--column", column)]
    result = run(
        "batch", tmp_path / "in.csv", tmp_path / "out", *told, "--date-format", "%d.%m.%Y",
        "--delimiter", ";", "--format", "jsonl", "--errors", tmp_path / "bad.csv", "--encoding", "utf-16",
        "--restart", "--no-progress",
    )  # fmt: skip
    assert result.exit_code == 4
    subject = json.loads((tmp_path / "out").read_text())["subject"]
    assert (subject["name"], subject["birth_date"]) == ("Thein Htay", "1955-09-07")
    assert (tmp_path / "bad.csv").exists()


# --- help ---------------------------------------------------------------------------------------------


def commands(group: click.Group = app) -> list[click.Command]:
    return [
        each
        for command in group.commands.values()
        for each in (commands(command) if isinstance(command, click.Group) else [command])
    ]


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_command_and_option_says_what_it_is_for_and_has_json(command: click.Command) -> None:
    assert command.help
    assert "as_json" in {parameter.name for parameter in command.params}
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_the_default_threshold_in_the_help_is_the_true_one() -> None:
    assert f"default: {DEFAULT_THRESHOLD:.2f}" in " ".join(run("screen", "--help").stdout.split())


def test_the_reference_of_commands_is_what_the_commands_say() -> None:
    path = Path(__file__).parents[1] / "docs" / "make_commands.py"
    spec = importlib.util.spec_from_file_location("make_commands", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    stale = "docs/commands.md is stale: python docs/make_commands.py"
    assert (path.parent / "commands.md").read_text(encoding="utf-8") == module.reference(), stale


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"sanctions-screen, version {__version__} ({engine.name()} engine)\n"


@pytest.mark.parametrize("arguments", [(), ("lists",)])
def test_a_command_without_arguments_shows_its_help_as_help(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "error:" not in result.stderr
    assert "\nCommands:\n" in result.stderr


def test_a_country_nobody_knows_is_told_of() -> None:
    assert "'Narnia' is no country" in run("screen", "Bob", "--country", "Narnia").stderr
    assert "is no country" not in run("screen", "Bob", "--country", "Burma", "--country", "KP").stderr
