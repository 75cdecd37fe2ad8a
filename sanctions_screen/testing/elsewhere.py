"""Ask a screener in another process, started anew with another hash seed.

Reach for :func:`ask_elsewhere`. The screener has to be picklable, which a function of a module is and a
lambda is not; what cannot be sent is said, never passed over.
"""

from __future__ import annotations

import os
import pickle  # what is read back was written by a process that was started here
import subprocess  # of this interpreter, with a fixed text
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ..model import Subject
from .under_test import Answer, ScreenerUnderTest, answer_of, read_in_full

__all__ = ["ElsewhereError", "answer_all", "ask_elsewhere", "why_not_elsewhere"]

_SECONDS = 600
_START = "import sys; from sanctions_screen.testing.elsewhere import answer_all; answer_all(sys.argv[1])"


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
    screen = under_test.elsewhere or under_test.screen
    with TemporaryDirectory() as folder:
        question, answer = Path(folder, "question"), Path(folder, "answer")
        question.write_bytes(
            pickle.dumps((sys.path, pickle.dumps(screen), under_test.threshold, list(asked)))
        )
        done = subprocess.run(  # noqa: S603 -- this interpreter, on a file made here
            [sys.executable, "-c", _START, folder],
            env={**os.environ, "PYTHONHASHSEED": "4242", "PYTHONPATH": _import_path()},
            capture_output=True, text=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
        if done.returncode or not answer.is_file():
            last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            raise ElsewhereError(f"the screener could not be started in another process: {last}")
        rows: list[tuple[dict[str, float], dict[str, str]]] = pickle.loads(answer.read_bytes())  # noqa: S301
    return [Answer(scores, statuses) for scores, statuses in rows]


def _import_path() -> str:
    return os.pathsep.join(
        path for path in (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH")) if path
    )


def answer_all(folder: str) -> None:
    """Answer the questions that :func:`ask_elsewhere` left in *folder*; run in the other process."""
    sys_path, screen_bytes, threshold, asked = pickle.loads(Path(folder, "question").read_bytes())  # noqa: S301
    sys.path[:] = sys_path
    screen = pickle.loads(screen_bytes)  # noqa: S301
    answers = [answer_of(read_in_full(screen(subject)), threshold) for subject in asked]
    rows = [(answer.scores, answer.statuses) for answer in answers]
    Path(folder, "answer").write_bytes(pickle.dumps(rows))
