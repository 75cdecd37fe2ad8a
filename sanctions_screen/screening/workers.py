"""Work on many items at once in processes of one machine, which share one image of the lists.

Reach for :func:`mapped`. Guarantees: the answers come in the items' order and are those of one process; at
most two items a process are under way, so memory does not grow with their number; no process outlives the
call. Processes are started afresh, not forked: a program may have threads, and needs no ``if __name__``
guard; one is started when there is an item for it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from itertools import chain, islice
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from ..errors import SettingsError, WorkerError
from .recipe import recipe_of
from .screener import Screener

__all__ = ["mapped", "worker_count"]

T = TypeVar("T")
U = TypeVar("U")

_BEGIN: Final = (
    "import pickle, sys\n"
    "sys.path[:] = pickle.load(sys.stdin.buffer)\n"
    "from sanctions_screen.screening._worker import main\n"
    "main()\n"
)


_MOST_A_PROCESSOR: Final = 32


def worker_count(workers: int | None) -> int:
    """Return how many processes to use: as told, or one for each processor.

    Raises SettingsError below 1, and for so many that they could only wait for one another.
    """
    affinity = getattr(os, "sched_getaffinity", None)  # what a container allows, where the system tells
    processors = len(affinity(0)) if affinity else os.cpu_count() or 1
    if workers is None:
        return processors
    if isinstance(workers, bool) or not isinstance(workers, int) or workers < 1:
        raise SettingsError(f"workers is a number of processes, 1 or more, not {workers!r}")
    if workers > (most := processors * _MOST_A_PROCESSOR):
        raise SettingsError(f"workers is {workers:,}; at most {most:,} are of use on {processors} processors")
    return workers


def mapped(
    function: Callable[[Any, T], U], screener: Any, items: Iterable[T], workers: int = 1
) -> Iterator[U]:
    """Yield ``function(screener, item)`` for each item, in their order.

    Args:
        function: A function of a module, which another process can import.
        screener: Its first argument. Only a :class:`~.screener.Screener` can be made again in other
            processes; with any other the work is done here.
        items: Read as answers are taken; they and the answers are pickled.
        workers: How many processes.

    Raises what the function raises; WorkerError when a process ends before its work.
    """
    if workers == 1 or type(screener) is not Screener:
        for item in items:
            yield function(screener, item)
        return
    with ExitStack() as stack:
        recipe = stack.enter_context(recipe_of(screener))
        free: SimpleQueue[_Worker] = SimpleQueue()
        threads = stack.enter_context(ThreadPoolExecutor(workers))  # each waits for its process
        waiting = iter(items)

        def started() -> Iterator[T]:
            """Yield the first items, with a process for each; they end first, so no thread waits for one."""
            for item in islice(waiting, workers):
                worker = _Worker(function, recipe)
                stack.callback(worker.end)
                free.put(worker)
                yield item

        def work(item: T) -> U:
            worker = free.get()
            try:
                return worker.ask(item)  # type: ignore[no-any-return]
            finally:
                free.put(worker)

        first = chain(started(), islice(waiting, workers))
        under_way: deque[Future[U]] = deque(threads.submit(work, item) for item in first)
        stack.callback(threads.shutdown, wait=False, cancel_futures=True)
        while under_way:
            answer = under_way.popleft().result()
            under_way.extend(threads.submit(work, item) for item in islice(waiting, 1))
            yield answer


class _Worker:
    """One process, asked over pipes."""

    def __init__(self, function: Callable[..., Any], recipe: Any) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this very Python
            [sys.executable, "-c", _BEGIN], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._send(sys.path)
        self._send((function, recipe))

    def ask(self, item: Any) -> Any:
        try:
            self._send(item)
            assert self._process.stdout is not None
            good, answer = pickle.load(self._process.stdout)  # noqa: S301 - our own process
        except (OSError, EOFError, pickle.UnpicklingError):
            code = self._process.wait()
            raise WorkerError(
                f"a process that screens ended before its work (code {code}): was it stopped, or is memory "
                "short? Try again with fewer workers"
            ) from None
        if not good:
            raise answer
        return answer

    def _send(self, value: Any) -> None:
        assert self._process.stdin is not None
        pickle.dump(value, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
        self._process.stdin.flush()

    def end(self) -> None:
        """Stop the process, whatever it does."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()
