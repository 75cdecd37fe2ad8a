"""The commands that show histories and lists: what people see, what programs get, what is told beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_helpers import objects, own_store, run

from sanctions_screen.model import DEFAULT_THRESHOLD


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_store(tmp_path_factory.mktemp("store"))


def test_a_history_is_told_by_id_and_by_name() -> None:
    by_id, by_name = run("history", "us-ofac-sdn:16102"), run("history", "Thein Htay")
    assert by_id.exit_code == by_name.exit_code == 0
    assert by_id.stdout == by_name.stdout
    assert "delisted  2016-10-07" in by_id.stdout
    assert "delisted" not in run("history", "us-ofac-sdn:16102", "--as-of", "2014-01-01").stdout


def test_a_history_as_of_a_day_beyond_what_is_known_says_so() -> None:
    early = run("history", "us-ofac-sdn:16102", "--as-of", "2012-01-01")
    assert "the first is of 2013-07-02" in early.stderr
    assert "no listing event is known" in early.stdout
    late = run("history", "us-ofac-sdn:16102", "--as-of", "2900-01-01")
    assert "nothing is known of us-ofac-sdn after 20" in late.stderr
    assert late.stdout == run("history", "us-ofac-sdn:16102").stdout


def test_a_history_in_json_is_the_librarys_record() -> None:
    (told,) = objects(run("history", "us-ofac-sdn:16102", "--json"))
    assert [event["on"] for event in told["events"]] == ["2013-07-02", "2016-10-07"]


def test_a_relisted_party_shows_its_earlier_listing() -> None:
    assert "us-ofac-sdn:15157" in run("history", "us-ofac-sdn:33537").stdout


def test_explain_shows_a_comparison_below_the_threshold_too() -> None:
    result = run("explain", "Thein Sein", "us-ofac-sdn:16102")
    assert result.exit_code == 0
    assert "stays below the threshold 0.8" in result.stdout
    assert "“thein” is the same" in result.stdout
    assert "“sein” on one side, “htay” on the other" in " ".join(result.stdout.split())
    (told,) = objects(run("explain", "Thein Sein", "us-ofac-sdn:16102", "--json"))
    assert told["explanation"]["score"] < told["threshold"] == DEFAULT_THRESHOLD


def test_explain_and_screen_give_one_score_for_one_pair() -> None:
    (hit,) = objects(run("screen", "Thein Htay", "--json"))[0]["hits"]
    (told,) = objects(run("explain", "Thein Htay", "us-ofac-sdn:16102", "--json"))
    assert told["explanation"] == hit["explanation"]


def test_a_failed_first_import_removes_the_store_a_link_leads_to_and_not_the_link(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    try:
        link.symlink_to("real.db")
    except OSError:
        pytest.skip("links cannot be made here")
    (tmp_path / "broken.csv").write_text("x\n")
    assert run("lists", "import", tmp_path / "broken.csv", "--db", link).exit_code == 2
    assert link.is_symlink()
    assert not (tmp_path / "real.db").exists()


def test_lists_and_versions_are_shown(db: Path) -> None:
    assert "us-ofac-sdn" in run("lists", "list").stdout
    assert "a selection" in run("lists", "list").stdout
    versions = objects(run("lists", "versions", "us-ofac-sdn", "--json", "--db", db))
    assert [each["published_on"] for each in versions] == sorted(
        str(each["published_on"]) for each in versions
    )
    assert str(versions[0]["published_on"]) in run("lists", "versions", "us-ofac-sdn").stdout


def test_a_store_imported_from_an_export_gives_the_same_answer(db: Path) -> None:
    own, embedded = (
        run("screen", "Kim Sok Chol", "--json", "--db", db),
        run("screen", "Kim Sok Chol", "--json"),
    )
    assert objects(own)[0]["hits"] == objects(embedded)[0]["hits"]
    assert run("lists", "verify", "--db", db).exit_code == 0


def test_a_difference_shows_who_came_and_went() -> None:
    shown = run("lists", "diff", "us-ofac-sdn", "2015-12-01", "2016-10-11").stdout
    assert "us-ofac-sdn:16102" in shown
    assert "removed" in shown
    (told,) = objects(run("lists", "diff", "us-ofac-sdn", "2015-12-01", "2016-10-11", "--json"))
    assert "us-ofac-sdn:16102" in [party["party_id"] for party in told["removed"]]


def test_a_difference_names_the_days_asked_and_the_versions_compared() -> None:
    asked = ("lists", "diff", "us-ofac-sdn", "2015-12-01", "2016-10-20")
    (told,) = objects(run(*asked, "--json"))
    assert (told["day_before"], told["day_after"]) == ("2015-12-01", "2016-10-20")
    assert told["after"]["published_on"] == "2016-10-11"
    assert "2016-10-20 is of 2016-10-11" in run(*asked).stdout


def test_a_difference_between_a_day_and_itself_names_its_version_once() -> None:
    shown = run("lists", "diff", "us-ofac-sdn", "2015-12-01", "2015-12-01").stdout
    assert "0 added, 0 removed, 0 amended" in shown
    assert " ".join(shown.split()).count("the version nearest to 2015-12-01") == 1


def test_a_difference_up_to_a_day_nobody_knows_of_yet_says_up_to_when_it_is() -> None:
    result = run("lists", "diff", "un-sc", "2018-01-01", "2900-01-01")
    assert result.exit_code == 0
    assert "nothing is known of un-sc after 20" in result.stderr


def test_a_difference_counts_what_it_leaves_out() -> None:
    brief = run("lists", "diff", "us-ofac-sdn", "2013-07-02", "2016-10-11", "--limit", "1").stdout
    assert "more; --limit 0 shows all" in brief
    whole = run("lists", "diff", "us-ofac-sdn", "2013-07-02", "2016-10-11", "--limit", "0").stdout
    assert "more; --limit" not in whole


def test_a_version_that_lost_many_parties_or_lies_in_the_future_is_imported_with_a_doubt(
    tmp_path: Path,
) -> None:
    whole = "".join(f"{number},Bob {number}\n" for number in range(20))
    told = ("--list", "own", "--db", tmp_path / "new.db")
    (tmp_path / "own.csv").write_text(f"party_id,name\n{whole}")
    first = run("lists", "import", tmp_path / "own.csv", "--published-on", "2020-01-02", *told)
    assert "is the file whole" not in first.stderr
    (tmp_path / "own.csv").write_text(f"party_id,name\n{whole[: len(whole) // 2]}")
    second = run("lists", "import", tmp_path / "own.csv", "--published-on", "2999-01-02", *told)
    assert second.exit_code == 0
    assert "held 20: is the file whole?" in second.stderr
    assert "2999-01-02 lies in the future" in second.stderr


def test_a_history_is_drawn_as_a_line_of_time_and_as_a_picture(tmp_path: Path) -> None:
    result = run("history", "us-ofac-sdn:16102", "--svg", tmp_path / "history.svg")
    assert result.exit_code == 0
    assert "●━" in result.output
    picture = (tmp_path / "history.svg").read_text(encoding="utf-8")
    assert picture.startswith("<svg")
    assert "2016-10-07" in picture


def test_change_files_are_imported_and_what_was_not_understood_is_counted(tmp_path: Path) -> None:
    changes = tmp_path / "sdnew13.txt"
    changes.write_text(
        "07/02/13:\r\n\r\nThe following [BURMA] entries have been added to OFAC's SDN list:\r\n\r\n"
        "EXAMPLE, Some (individual) [BURMA].\r\n",
        encoding="ascii",
    )
    db = tmp_path / "own.db"
    result = run("lists", "import-changes", changes, "--db", db)
    assert result.exit_code == 0
    assert "sdnew13.txt: 1 changes" in result.output
    assert "listed    2013-07-02" in run("history", "Some Example", "--db", db).output
    missing = run("lists", "import-changes", tmp_path / "none.txt", "--db", db)
    assert missing.exit_code == 2


def test_a_picture_is_written_whole_whoever_reads_the_text_and_names_linked_listings(tmp_path: Path) -> None:
    file = tmp_path / "history.svg"
    run("history", "us-ofac-sdn:33537", "--svg", file)
    picture = file.read_text(encoding="utf-8")
    assert "DIRECTORATE OF DEFENCE INDUSTRIES" in picture  # the earlier listing, found by its link
    assert [path.name for path in tmp_path.iterdir()] == ["history.svg"]


def test_no_line_of_a_history_goes_on_beyond_what_its_list_tells_of(tmp_path: Path) -> None:
    db = tmp_path / "own.db"
    for list_id, day in (("old", "2020-01-02"), ("new", "2024-01-02")):
        (tmp_path / "own.csv").write_text("party_id,name\n1,Bob Cratchit\n")
        run("lists", "import", tmp_path / "own.csv", "--list", list_id, "--published-on", day, "--db", db)
    shown = run("history", "Bob Cratchit", "--db", db, "--svg", tmp_path / "bob.svg").stdout
    assert "●┄┄" in shown
    assert "the store tells of this list up to 2020-01-02" in (tmp_path / "bob.svg").read_text()


def test_a_difference_in_json_has_every_party_whatever_the_limit() -> None:
    asked = ("lists", "diff", "us-ofac-sdn", "2013-07-02", "2016-10-11", "--json")
    assert run(*asked).stdout == run(*asked, "--limit", "1").stdout
    (told,) = objects(run(*asked))
    assert len(told["removed"]) > 20
    assert "removed\n" in run(*asked[:-1], "--limit", "1").stdout
