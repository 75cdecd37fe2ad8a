"""Ask a screener in another process, started anew with another hash seed.

Reach for :func:`ask_elsewhere`. The screener has to be picklable, which a function of a module is and a
lambda is not; what cannot be sent is said, never passed over.
"""

from __future__ import annotations

import os
import pickle  # what is read back was written by a process that was started here
import subprocess  # of this interpreter, with a fixed text
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from ..errors import SettingsError
from ..model import Subject
from .under_test import Answer, RawAnswer, Screen, ScreenerUnderTest, answer_of, read_in_full

__all__ = ["ElsewhereError", "answer_all", "ask_elsewhere", "ask_in_processes", "why_not_elsewhere"]

_SECONDS = 600
_START = "import sys; from sanctions_screen.testing.elsewhere import answer_all; answer_all(sys.argv[1])"
Many: TypeAlias = Callable[[Sequence[Subject]], Iterable[RawAnswer]]


class ElsewhereError(Exception):
    """The other process could not answer."""


def why_not_elsewhere(under_test: ScreenerUnderTest) -> str | None:
    """Return why the screener cannot be taken to another process; None when it can."""
    screen = under_test.elsewhere or under_test.screen
    try:
        pickled = pickle.dumps(screen)
    except Exception as error:  # noqa: BLE001 -- whatever a stranger's object raises, it cannot be sent
        why = str(error) or type(error).__name__
        return (
            f"the screener cannot be sent to another process ({why}); make it a function of a module, or "
            "give ScreenerUnderTest(elsewhere=…)"
        )
    if b"__main__" in pickled:
        return "the screener is defined in the script that runs; put it into a module of its own"
    return None


def ask_elsewhere(under_test: ScreenerUnderTest, asked: Sequence[Subject]) -> list[Answer]:
    """Return the answers that another process gives; ElsewhereError when it gives none."""
    one_by_one = _OneByOne(under_test.elsewhere or under_test.screen)
    with TemporaryDirectory() as folder:
        started = _start(Path(folder), one_by_one, asked, under_test.threshold)
        return _answers(Path(folder), started)


def ask_in_processes(
    many: Many, asked: Sequence[Subject], floor: float, processes: int
) -> Iterator[list[Answer]]:
    """Yield the answers in the subjects' order, asked in as many processes as said, each a share of them.

    Raises SettingsError when a process gives none.
    """
    share = -(-len(asked) // processes)
    with TemporaryDirectory() as folder:
        running: list[tuple[Path, subprocess.Popen[str]]] = []
        for place in range(0, len(asked), share):
            own = Path(folder, str(place))
            own.mkdir()
            running.append((own, _start(own, many, asked[place : place + share], floor)))
        try:
            for own, started in running:
                yield _answers(own, started)
        except ElsewhereError as error:
            raise SettingsError(str(error)) from error
        finally:
            for _, started in running:
                started.kill()
                started.wait()


@dataclass(frozen=True)
class _OneByOne:
    """Asks a screener that takes one subject for many."""

    screen: Screen

    def __call__(self, subjects: Sequence[Subject]) -> Iterator[RawAnswer]:
        return map(self.screen, subjects)


def _start(
    folder: Path, many: Many, asked: Sequence[Subject], threshold: float | None
) -> subprocess.Popen[str]:
    question = pickle.dumps((sys.path, pickle.dumps(many), threshold, list(asked)))
    (folder / "question").write_bytes(question)
    return subprocess.Popen(  # noqa: S603 -- this interpreter, on a file made here
        [sys.executable, "-c", _START, str(folder)],
        env={**os.environ, "PYTHONHASHSEED": "4242", "PYTHONPATH": _import_path()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def _answers(folder: Path, started: subprocess.Popen[str]) -> list[Answer]:
    _, said = started.communicate(timeout=_SECONDS)
    answer = folder / "answer"
    if started.returncode or not answer.is_file():
        last = (said.strip().splitlines() or ["it said nothing"])[-1]
        raise ElsewhereError(f"the screener could not be started in another process: {last}")
    answers: list[Answer] = pickle.loads(answer.read_bytes())  # noqa: S301
    return answers


def _import_path() -> str:
    own = str(Path(__file__).parents[2])
    return os.pathsep.join(path for path in (own, os.environ.get("PYTHONPATH")) if path)


def answer_all(folder: str) -> None:
    """Answer the questions that were left in *folder*; run in the other process."""
    sys_path, many_bytes, threshold, asked = pickle.loads(Path(folder, "question").read_bytes())  # noqa: S301
    sys.path[:] = sys_path
    many: Many = pickle.loads(many_bytes)  # noqa: S301
    answers = [answer_of(read_in_full(raw), threshold) for raw in many(asked)]
    Path(folder, "answer").write_bytes(pickle.dumps(answers))
