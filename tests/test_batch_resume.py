"""A batch that was stopped goes on, and ends with the bytes of one that was not."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from batch_helpers import PROVENANCE, FakeScreener

from sanctions_screen.batch import BatchProgress, screen_csv
from sanctions_screen.batch import run as run_module
from sanctions_screen.errors import BatchError

CHILD = """
import sys, time
from batch_helpers import FakeScreener
from sanctions_screen.batch import run
run.CHUNK_ROWS = 7
class Slow(FakeScreener):
    def screen(self, subject):
        time.sleep(0.0005)
        return super().screen(subject)
run.screen_csv(sys.argv[1], sys.argv[2], screener=Slow(), encoding=sys.argv[3] or None)
"""


def customers(rows: int) -> str:
    """A file with something of everything: hits, faults, quoted lines, blank lines."""
    kinds = ["{0},Thein {0},x", '{0},"Bob\n{0}",x', "{0},***,x", "{0},short", "", '{0},"Al,x', "{0},Đỗ Ann,x"]
    return "id,name,note\n" + "".join(kinds[i % 7].format(i) + "\n" for i in range(rows))


@pytest.mark.parametrize("encoding", ["", "utf-16"])
@pytest.mark.parametrize("name", ["out.csv", "out.jsonl"])
def test_a_run_killed_again_and_again_ends_with_the_same_bytes(
    tmp_path: Path, name: str, encoding: str
) -> None:
    source = tmp_path / "in.csv"
    source.write_text(customers(700), encoding=encoding or "utf-8")
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    whole.mkdir()
    killed.mkdir()
    expected = screen_csv(source, whole / name, screener=FakeScreener())
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", CHILD, str(source), str(killed / name), encoding]
    delays = random.Random(name + encoding)
    kills = 0
    for _ in range(6):
        child = subprocess.Popen(command, env=env)
        while child.poll() is None and not list(killed.glob("*.journal")):
            time.sleep(0.005)
        time.sleep(delays.uniform(0.0, 0.08))
        child.send_signal(signal.SIGKILL)
        kills += child.wait() == -signal.SIGKILL
        assert kills == 0 or not (killed / name).exists() or child.returncode == 0
    assert subprocess.run(command, env=env, check=False).returncode == 0
    assert kills >= 3
    beside = "out" if name == "out.csv" else name
    for ending in (name, f"{beside}.errors.csv"):
        assert (killed / ending).read_bytes() == (whole / ending).read_bytes()
    summary = expected.model_validate_json((killed / f"{beside}.summary.json").read_bytes())
    same = summary.model_copy(
        update={
            "output": expected.output,
            "errors_file": expected.errors_file,
            "summary_file": expected.summary_file,
        }
    )
    assert same == expected
    left = {path.name for path in killed.iterdir()}
    assert left == {name, f"{beside}.errors.csv", f"{beside}.summary.json"}


class StoppedError(Exception):
    pass


def stop(_: BatchProgress) -> None:
    raise StoppedError


@pytest.fixture
def stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a batch stopped after its first ten rows."""
    monkeypatch.setattr(run_module, "CHUNK_ROWS", 10)
    (tmp_path / "in.csv").write_text(customers(50))
    with pytest.raises(StoppedError):
        screen_csv(tmp_path / "in.csv", tmp_path / "out.csv", screener=FakeScreener(), progress=stop)
    return tmp_path


def test_a_stopped_run_shows_no_output_under_the_outputs_name(stopped: Path) -> None:
    assert not (stopped / "out.csv").exists()
    assert (stopped / "out.csv.journal").exists()


@pytest.mark.parametrize("ending", ["out.csv.partial", "out.errors.csv.partial"])
@pytest.mark.parametrize("at", [0, 5, -1])
def test_what_was_changed_between_two_runs_is_never_published(stopped: Path, ending: str, at: int) -> None:
    partial = stopped / ending
    content = bytearray(partial.read_bytes())
    content[at] ^= 1
    partial.write_bytes(bytes(content))
    with pytest.raises(BatchError, match="partial files have changed"):
        screen_csv(stopped / "in.csv", stopped / "out.csv", screener=FakeScreener())
    assert not (stopped / "out.csv").exists()


def test_a_resumed_run_screens_only_what_was_left(stopped: Path) -> None:
    screener = FakeScreener()
    summary = screen_csv(stopped / "in.csv", stopped / "out.csv", screener=screener)
    whole = FakeScreener()
    screen_csv(stopped / "in.csv", stopped / "whole.csv", screener=whole)
    assert len(screener.seen) < len(whole.seen)
    assert whole.seen[-len(screener.seen) :] == screener.seen
    assert (stopped / "out.csv").read_bytes() == (stopped / "whole.csv").read_bytes()
    assert summary.rows == summary.hits + summary.clear + summary.unscreenable + summary.errors


def test_a_run_stopped_after_every_chunk_counts_as_one_that_was_not(stopped: Path) -> None:
    whole = screen_csv(stopped / "in.csv", stopped / "whole.csv", screener=FakeScreener())
    for _ in range(2):
        with pytest.raises(StoppedError):
            screen_csv(stopped / "in.csv", stopped / "out.csv", screener=FakeScreener(), progress=stop)
    summary = screen_csv(stopped / "in.csv", stopped / "out.csv", screener=FakeScreener())
    assert whole.blank_lines > 3
    for field in ("rows", "hits", "clear", "unscreenable", "errors", "parties", "blank_lines"):
        assert getattr(summary, field) == getattr(whole, field)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"settings_digest": "00" * 32}, "the settings changed"),
        ({"library_version": "9"}, "the library's version changed"),
        ({"code_digest": "00" * 32}, "the library's code changed"),
        ({"as_of": date(2021, 1, 1)}, "the as-of day changed"),
        ({"lists": ()}, "the lists changed"),
    ],
)
def test_a_run_does_not_go_on_under_other_conditions(
    stopped: Path, change: dict[str, object], told: str
) -> None:
    screener = FakeScreener(PROVENANCE.model_copy(update=change))
    with pytest.raises(BatchError, match=told):
        screen_csv(stopped / "in.csv", stopped / "out.csv", screener=screener)
    screen_csv(stopped / "in.csv", stopped / "out.csv", screener=screener, resume=False)


def test_a_run_does_not_go_on_with_other_evidence_of_the_same_list_version(stopped: Path) -> None:
    changed = PROVENANCE.lists[0].model_copy(update={"evidence_digest": "11" * 32})
    screener = FakeScreener(PROVENANCE.model_copy(update={"lists": (changed,)}))
    with pytest.raises(BatchError, match="the lists changed"):
        screen_csv(stopped / "in.csv", stopped / "out.csv", screener=screener)


def test_a_run_does_not_go_on_with_another_input(stopped: Path) -> None:
    (stopped / "in.csv").write_text(customers(49))
    with pytest.raises(BatchError, match="the input file changed"):
        screen_csv(stopped / "in.csv", stopped / "out.csv", screener=FakeScreener())


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ({"columns": {"reference": ""}}, "the choice of columns"),
        ({"format": "jsonl"}, "the output format"),
        ({"encoding": "cp1252"}, "the encoding"),
        ({"date_format": "%d/%m/%Y"}, "the date format"),
    ],
)
def test_a_run_does_not_go_on_with_other_options(stopped: Path, option: dict[str, object], told: str) -> None:
    with pytest.raises(BatchError, match=told):
        screen_csv(stopped / "in.csv", stopped / "out.csv", screener=FakeScreener(), **option)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["out.csv.partial", "out.errors.csv.partial"])
def test_a_run_does_not_go_on_when_one_of_its_partial_files_was_cut(stopped: Path, name: str) -> None:
    (stopped / name).write_text("")
    with pytest.raises(BatchError, match="partial files"):
        screen_csv(stopped / "in.csv", stopped / "out.csv", screener=FakeScreener())


def test_a_damaged_journal_is_named_and_the_batch_can_start_afresh(stopped: Path) -> None:
    (stopped / "out.csv.journal").write_text("{")
    with pytest.raises(BatchError, match=r"out\.csv\.journal"):
        screen_csv(stopped / "in.csv", stopped / "out.csv", screener=FakeScreener())
    assert screen_csv(stopped / "in.csv", stopped / "out.csv", screener=FakeScreener(), resume=False).rows


def test_two_runs_do_not_write_one_output(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    (tmp_path / "in.csv").write_text("name\nBob\n")

    def second(_: BatchProgress) -> None:
        with pytest.raises(BatchError, match="another batch"):
            screen_csv(tmp_path / "in.csv", tmp_path / "out.csv", screener=FakeScreener())

    summary = screen_csv(tmp_path / "in.csv", tmp_path / "out.csv", screener=FakeScreener(), progress=second)
    assert summary.clear == 1


def test_two_runs_do_not_write_one_errors_file(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    (tmp_path / "in.csv").write_text("name\nBob\n")

    def second(_: BatchProgress) -> None:
        shared = tmp_path / "out.errors.csv"
        with pytest.raises(BatchError, match=r"another batch is writing .*out\.errors\.csv"):
            screen_csv(tmp_path / "in.csv", tmp_path / "out.jsonl", screener=FakeScreener(), errors=shared)

    screen_csv(tmp_path / "in.csv", tmp_path / "out.csv", screener=FakeScreener(), progress=second)
    assert (tmp_path / "out.errors.csv").read_text() == "row,line,reason,text\n"


def test_outputs_of_two_formats_side_by_side_keep_their_own_summary_and_errors(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("name\nBob\n")
    summaries = [
        screen_csv(tmp_path / "in.csv", tmp_path / name, screener=FakeScreener())
        for name in ("out.csv", "out.jsonl", "out.json")
    ]
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "in.csv") == [
        "out.csv", "out.errors.csv", "out.json", "out.json.errors.csv", "out.json.summary.json", "out.jsonl",
        "out.jsonl.errors.csv", "out.jsonl.summary.json", "out.summary.json",
    ]  # fmt: skip
    for summary in summaries:
        told = summary.model_validate_json(Path(summary.summary_file).read_bytes())
        assert told.output == summary.output


@pytest.mark.parametrize("stop_at", [1, 2, 3])
def test_a_run_stopped_while_it_names_its_files_can_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop_at: int
) -> None:
    (tmp_path / "in.csv").write_text(customers(30))
    screen_csv(tmp_path / "in.csv", tmp_path / "whole.csv", screener=FakeScreener())
    calls = 0
    replace = Path.replace

    def replace_or_stop(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += self.name.endswith(".partial")
        if calls == stop_at and self.name.endswith(".partial"):
            raise StoppedError
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace_or_stop)
        with pytest.raises(StoppedError):
            screen_csv(tmp_path / "in.csv", tmp_path / "out.csv", screener=FakeScreener())
    screener = FakeScreener()
    screen_csv(tmp_path / "in.csv", tmp_path / "out.csv", screener=screener)
    assert screener.seen == []
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert (tmp_path / "out.errors.csv").read_bytes() == (tmp_path / "whole.errors.csv").read_bytes()
    assert not list(tmp_path.glob("*.partial")) + list(tmp_path.glob("*.journal"))


def test_a_full_disk_is_one_clear_error_and_what_is_done_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.csv").write_text("name\nBob\n")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BatchError, match="No space left on device; make room"):
        screen_csv(tmp_path / "in.csv", tmp_path / "out.csv", screener=FakeScreener())
