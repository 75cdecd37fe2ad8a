"""A link as output is followed and stays; a device, a pipe or a place of the system is refused untouched.

No test names a device as it is: the code under test renames files over what it is given.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from batch_helpers import FakeScreener
from cli_helpers import error_of, run

from sanctions_screen.batch import BatchProgress, BatchSummary, screen_csv
from sanctions_screen.batch import run as run_module
from sanctions_screen.batch.target import check_working_file, written_file
from sanctions_screen.errors import BatchError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes as Unix has them")

PICTURES = [("history", "us-ofac-sdn:16102"), ("lists", "stats", "un-sc")]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "customers.csv"
    path.parent.mkdir()
    path.write_text("id,name\nA,Thein Htay\nshort\n")
    return path


@pytest.fixture
def real(tmp_path: Path) -> Path:
    (tmp_path / "far").mkdir()
    return tmp_path / "far" / "real.csv"


def screened(source: Path, output: Path, **options: object) -> BatchSummary:
    return screen_csv(source, output, screener=FakeScreener(), **options)  # type: ignore[arg-type]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_the_file_it_leads_to_is_written(
    tmp_path: Path, source: Path, real: Path, there: bool
) -> None:
    if there:
        real.write_text("old\n")
    (tmp_path / "between.csv").symlink_to("far/real.csv")
    link = tmp_path / "out.csv"
    link.symlink_to(tmp_path / "between.csv")
    summary = screened(source, link)
    assert link.is_symlink()
    assert (tmp_path / "between.csv").is_symlink()
    assert not real.is_symlink()
    assert "own:1" in real.read_text()
    assert names(real.parent) == ["real.csv", "real.errors.csv", "real.summary.json"]
    assert names(tmp_path) == ["between.csv", "far", "in", "out.csv"]
    told = (summary.output, summary.errors_file, summary.summary_file)
    assert [Path(each) for each in told] == [real.with_name(name) for name in names(real.parent)]


def test_links_of_the_companions_stay_too(tmp_path: Path, source: Path) -> None:
    for name in ("faults.csv", "out.summary.json"):
        (tmp_path / name).symlink_to(tmp_path / "in" / f"real.{name}")
    screened(source, tmp_path / "out.csv", errors=tmp_path / "faults.csv")
    for name, words in (("faults.csv", "short"), ("out.summary.json", '"rows":2')):
        assert (tmp_path / name).is_symlink()
        assert words in (tmp_path / "in" / f"real.{name}").read_text()


def test_the_name_given_decides_the_format(tmp_path: Path, source: Path, real: Path) -> None:
    (tmp_path / "out.jsonl").symlink_to(real)
    screened(source, tmp_path / "out.jsonl")
    assert real.read_text().startswith("{")


class StoppedError(Exception):
    pass


@pytest.mark.parametrize(("first", "then"), [("out.csv", "far/real.csv"), ("far/real.csv", "out.csv")])
def test_a_stopped_run_goes_on_under_the_link_and_under_the_name_it_leads_to(
    tmp_path: Path, source: Path, real: Path, monkeypatch: pytest.MonkeyPatch, first: str, then: str
) -> None:
    monkeypatch.setattr(run_module, "CHUNK_ROWS", 3)
    source.write_text("id,name\n" + "".join(f"{row},Thein {row}\n" for row in range(10)))
    (tmp_path / "out.csv").symlink_to(real)
    screened(source, tmp_path / "whole.csv")

    def stop(_: BatchProgress) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        screened(source, tmp_path / first, progress=stop)
    screener = FakeScreener()
    screen_csv(source, tmp_path / then, screener=screener)
    assert len(screener.seen) == 7
    assert real.read_bytes() == (tmp_path / "whole.csv").read_bytes()
    assert (tmp_path / "out.csv").is_symlink()
    assert names(real.parent) == ["real.csv", "real.errors.csv", "real.summary.json"]


def test_two_runs_do_not_write_one_file_under_two_names(tmp_path: Path, source: Path, real: Path) -> None:
    pytest.importorskip("fcntl")
    (tmp_path / "out.csv").symlink_to(real)

    def second(_: BatchProgress) -> None:
        with pytest.raises(BatchError, match="another batch is writing"):
            screened(source, real)

    assert screened(source, tmp_path / "out.csv", progress=second).rows == 2


def test_a_link_to_a_device_is_refused_and_nothing_is_written(tmp_path: Path, source: Path) -> None:
    link = tmp_path / "out.csv"
    link.symlink_to(os.devnull)
    with pytest.raises(BatchError, match=rf"out\.csv: it leads to {os.devnull}, .* name a regular file"):
        screened(source, link)
    assert link.is_symlink()
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    assert names(tmp_path) == ["in", "out.csv"]


@pytest.mark.parametrize("role", ["output", "errors", "summary"])
@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_refused_in_any_part_and_nothing_is_written(
    tmp_path: Path, source: Path, role: str, linked: bool
) -> None:
    pipe = tmp_path / {"output": "out.csv", "errors": "faults.csv", "summary": "out.summary.json"}[role]
    os.mkfifo(tmp_path / "in" / "pipe" if linked else pipe)
    if linked:
        pipe.symlink_to(tmp_path / "in" / "pipe")
    with pytest.raises(BatchError, match=r"a device, a pipe or .*; name a regular file"):
        screened(source, tmp_path / "out.csv", errors=tmp_path / "faults.csv")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert pipe.is_symlink() == linked
    assert names(tmp_path) == sorted(["in", pipe.name])


@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_an_open_file_of_a_process_is_refused_though_it_is_a_regular_one(
    tmp_path: Path, source: Path, folder: str
) -> None:
    # What /dev/stdout is after ``> f``: the shell's own file would be left behind by a rename.
    if not Path(folder).is_dir():
        pytest.skip(f"this system has no {folder}")
    with (tmp_path / "f").open("w") as stream:
        link = tmp_path / "out.csv"
        link.symlink_to(f"{folder}/{stream.fileno()}")
        for output in (link, Path(f"{folder}/{stream.fileno()}")):
            with pytest.raises(BatchError, match="name a regular file"):
                screened(source, output)
        assert link.is_symlink()
    assert (tmp_path / "f").read_text() == ""
    assert names(tmp_path) == ["f", "in", "out.csv"]


@pytest.mark.parametrize("path", ["/dev/hits.csv", "/proc/hits.csv", "/dev/shm/../hits.csv", "/sys/hits.csv"])
def test_a_new_file_among_the_systems_own_is_refused(path: str) -> None:
    with pytest.raises(BatchError, match="a place of the system's own"):
        written_file(Path(path))


def test_a_name_without_a_link_is_kept_as_it_is_written() -> None:
    for name in ("hits.csv", "../hits.csv", "/dev/shm/hits.csv"):
        assert written_file(Path(name)) == Path(name)


def test_links_that_lead_nowhere_are_one_clear_error(tmp_path: Path, source: Path) -> None:
    (tmp_path / "out.csv").symlink_to(tmp_path / "loop.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "out.csv")
    with pytest.raises(BatchError, match=r"cannot write .*out\.csv"):
        screened(source, tmp_path / "out.csv")
    with pytest.raises(BatchError, match=r"cannot read .*loop\.csv"):
        screened(tmp_path / "loop.csv", tmp_path / "new.csv")
    (tmp_path / "lost.csv").symlink_to(tmp_path / "nowhere" / "out.csv")
    with pytest.raises(BatchError, match=r"there is no folder .*nowhere"):
        screened(source, tmp_path / "lost.csv")
    assert names(tmp_path) == ["in", "loop.csv", "lost.csv", "out.csv"]


@pytest.mark.parametrize(
    "name",
    [
        "out.csv.partial",
        "out.errors.csv.partial",
        "out.summary.json.partial",
        "out.csv.journal",
        "out.csv.journal.new",
    ],
)
def test_a_link_or_a_pipe_under_a_working_files_name_is_refused(
    tmp_path: Path, source: Path, name: str
) -> None:
    precious = tmp_path / "in" / "precious"
    precious.write_text("mine\n")
    (tmp_path / name).symlink_to(precious)
    with pytest.raises(BatchError, match="not a regular file; remove it"):
        screened(source, tmp_path / "out.csv")
    assert precious.read_text() == "mine\n"
    (tmp_path / name).unlink()
    os.mkfifo(tmp_path / name)
    with pytest.raises(BatchError, match="not a regular file; remove it"):
        screened(source, tmp_path / "out.csv")
    assert names(tmp_path) == sorted(["in", name])


@pytest.mark.parametrize("name", ["out.csv.partial", "out.errors.csv.partial", "out.csv.journal"])
def test_an_input_under_a_working_files_name_is_refused_and_not_emptied(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("name\nBob\n")
    with pytest.raises(BatchError, match="must differ"):
        screened(tmp_path / name, tmp_path / "out.csv")
    assert (tmp_path / name).read_text() == "name\nBob\n"


def test_the_command_refuses_a_pipe_in_one_line(tmp_path: Path, source: Path) -> None:
    os.mkfifo(tmp_path / "out.csv")
    assert "name a regular file" in error_of(run("batch", source, tmp_path / "out.csv"))


@pytest.mark.parametrize("command", PICTURES)
def test_a_picture_is_written_to_the_file_its_link_leads_to(tmp_path: Path, command: tuple[str, ...]) -> None:
    link, real = tmp_path / "link.svg", tmp_path / "real.svg"
    link.symlink_to("real.svg")
    assert run(*command, "--svg", link).exit_code == 0
    assert link.is_symlink()
    assert not real.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("<svg")
    assert names(tmp_path) == ["link.svg", "real.svg"]


@pytest.mark.parametrize("command", PICTURES)
def test_a_picture_is_not_written_to_a_device_or_a_pipe(tmp_path: Path, command: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / "pipe.svg")
    (tmp_path / "null.svg").symlink_to(os.devnull)
    for name in ("pipe.svg", "null.svg"):
        assert "name a regular file" in error_of(run(*command, "--svg", tmp_path / name))
    assert names(tmp_path) == ["null.svg", "pipe.svg"]
    assert (tmp_path / "null.svg").is_symlink()


def test_a_picture_does_not_empty_what_a_link_under_its_working_name_leads_to(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine\n")
    (tmp_path / "x.svg.partial").symlink_to("precious")
    assert "remove it" in error_of(run(*PICTURES[0], "--svg", tmp_path / "x.svg"))
    assert (tmp_path / "precious").read_text() == "mine\n"


def test_a_folder_under_a_working_files_name_is_named(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="not a regular file"):
        check_working_file(tmp_path)
