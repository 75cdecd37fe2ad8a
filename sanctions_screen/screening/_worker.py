"""The other end of :mod:`.workers`: a process that answers what it is asked on its standard streams."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from typing import Any

__all__ = ["main"]


def main() -> None:
    """Answer until whoever asks has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to us too; whoever asks ends us
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever is printed is no answer
    questions = sys.stdin.buffer
    function, recipe = pickle.load(questions)  # noqa: S301 - whoever started us
    screener: Any = None
    while True:
        try:
            item = pickle.load(questions)  # noqa: S301
        except EOFError:
            return
        try:
            if screener is None:
                screener = recipe.screener()
                gc.freeze()  # the lists stay as long as we do; looking for what may go would take a tenth
            answer: Any = (True, function(screener, item))
        except Exception as error:  # noqa: BLE001 - raised again where it was asked
            answer = (False, error)
        pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()
