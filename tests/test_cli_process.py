"""The command as a process: what only a real one can show."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "sanctions_screen"]


def run(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    whole = {**os.environ, **env}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, env=whole, check=False, timeout=120
    )


def test_help_does_not_wait_for_what_only_an_answer_needs() -> None:
    code = (
        "import sys; sys.argv[1:] = ['--help']\n"
        "from sanctions_screen.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'rich', 'sanctions_screen.report'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert b"Commands:" in done.stdout
    assert done.stderr.strip() == b"[]"


def test_one_answer_does_not_wait_for_what_fetches_and_reads_publishers_files() -> None:
    code = (
        "import sys; sys.argv[1:] = ['screen', 'Thein Htay', '--exit-zero']\n"
        "from sanctions_screen.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "there = [each for each in sys.modules if each.startswith('sanctions_screen.refresh')]\n"
        "print(there, 'sanctions_screen.sources.registry' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert b"[] False" in done.stderr


def test_a_reader_that_leaves_gets_neither_a_traceback_nor_the_exit_code_of_a_hit() -> None:
    for more in ([], ["--json"]):
        child = subprocess.Popen(
            [*COMMAND, "screen", *["Kim Sok Chol"] * 40, *more],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        errors = child.stderr.read()
        child.stderr.close()
        assert child.wait() == 2
        assert b"Traceback" not in errors
        assert b"BrokenPipe" not in errors


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_a_terminal_that_cannot_show_a_letter_shows_its_code(encoding: str) -> None:
    done = run("screen", "Đỗ Joe", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert ("Đỗ".encode() if encoding == "utf-8" else b"\\u0110\\u1ed7") in done.stdout


def test_json_is_utf_8_whatever_the_terminal() -> None:
    assert "Đỗ Joe".encode() in run("screen", "Đỗ Joe", "--json", PYTHONIOENCODING="ascii").stdout


def test_an_interrupted_batch_says_how_to_go_on_and_does(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("name\n" + "Kim Sok Chol\nThein Htay\nMaria Fernandez\n" * 3000)
    # Where the tests run in the background of a shell, an interrupt is ignored, and children inherit that.
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen([*COMMAND, "batch", str(source), str(target)], stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, heard)
    while child.poll() is None and not (tmp_path / "out.csv.journal").exists():
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    assert child.stderr is not None
    errors = child.stderr.read()
    child.stderr.close()
    assert child.wait() == 130
    assert b"run the same command again to go on" in errors
    assert b"Traceback" not in errors
    refused = run("batch", source, target, "--threshold", "0.9")
    assert refused.returncode == 2
    assert b"the settings changed" in refused.stderr


def test_a_name_is_read_as_utf_8_where_the_locale_cannot_read_it() -> None:
    spoken = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run("screen", "김석철", "--json", **spoken)
    assert (done.returncode, b"KIM, Sok Chol" in done.stdout) == (1, True)


def test_a_name_in_no_encoding_known_is_refused_and_never_clear() -> None:
    command = [*(part.encode() for part in COMMAND), b"screen", b"Joe \xff", b"--json"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"error: ")
    assert b"nothing was screened" in done.stderr
    assert done.stderr.count(b"\n") == 1


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False, timeout=120)


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the stream")
def test_a_closed_standard_output_is_an_error_and_no_hit() -> None:
    done = shell(f'"{sys.executable}" -m sanctions_screen screen "Nobody At All" >&-')
    assert done.returncode == 2
    assert done.stderr == b"error: standard output is closed: the answer would go nowhere\n"


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes the stream")
def test_a_closed_standard_error_changes_no_answer() -> None:
    done = shell(f'"{sys.executable}" -m sanctions_screen screen "Nobody At All" 2>&-')
    assert done.returncode == 0
    assert done.stdout


def test_a_mistake_of_the_library_itself_is_one_line_a_report_and_no_hit(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from sanctions_screen.cli import main\n"
        "lists = sys.modules['sanctions_screen.cli.lists']\n"
        "def broken(*_, **__): raise ZeroDivisionError('of all things')\n"
        "lists.opened = broken\n"
        "sys.argv[1:] = ['lists', 'list']\n"
        "main()\n"
    )
    env = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"ZeroDivisionError: of all things" in done.stderr
    (report,) = tmp_path.glob("sanctions-screen-error-*.txt")
    assert str(report).encode() in done.stderr
    assert "Traceback" in report.read_text("utf-8")
