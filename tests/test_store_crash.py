"""A store whose importing process is killed at random moments opens, verifies and answers.

The full count, as a command: ``STORE_KILLS=100 python -m pytest tests/test_store_crash.py``.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from store_parties import LIST, day, parties

from sanctions_screen.store import ListStore

KILLS = int(os.environ.get("STORE_KILLS", "5"))
PARTIES = 600

# Each version differs from the one before it in every party, so that an import has something to lose.
IMPORTING = """
    import sys
    sys.path.insert(0, sys.argv[2])
    from store_parties import LIST, day, parties
    from sanctions_screen.store import ListStore
    first, size = int(sys.argv[3]), int(sys.argv[4])
    with ListStore.open(sys.argv[1]) as store:
        for n in range(first, first + 500):
            made = parties([(i, f"text {n}") for i in range(size)])
            print(n, flush=True)
            store.add_snapshot(LIST, made, published_on=day(n))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_store_survives_imports_killed_at_random_moments(tmp_path: Path) -> None:
    path = tmp_path / "lists.db"
    with ListStore.open(path) as store:
        store.add_snapshot(LIST, parties([(i, "text 0") for i in range(PARTIES)]), published_on=day(0))
    rng = random.Random(20261123)
    complete = 1
    for _ in range(KILLS):
        begun = _import_until_killed(path, complete, rng.uniform(0.0, 0.4))
        with ListStore.open(path) as store:
            store.verify()
            versions = store.versions(LIST)
            assert [version.published_on for version in versions] == [day(n) for n in range(len(versions))]
            assert complete <= len(versions) <= begun + 1, (
                "a complete import was lost, or one came from nowhere"
            )
            complete = len(versions)
            last = list(store.snapshot(LIST))
            assert len(last) == PARTIES
            assert {party.remarks for party in last} == {f"text {complete - 1}"}


def _import_until_killed(path: Path, first: int, seconds: float) -> int:
    """Let a child import from version *first* on and kill it after *seconds*; return the last begun."""
    script = [sys.executable, "-c", textwrap.dedent(IMPORTING)]
    words = [str(path), str(Path(__file__).parent), str(first), str(PARTIES)]
    with subprocess.Popen([*script, *words], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        begun = int(child.stdout.readline())
        time.sleep(seconds)
        child.kill()
        begun = max([begun, *(int(line) for line in child.stdout if line.strip())])
        assert child.wait() == -signal.SIGKILL
    return begun
