"""Many hands: one step done for many items, by several processes where there are enough of them.

What a step writes to the terminal comes out in the order of the items, whoever did it.
"""

import gc
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TextIO, TypeVar

MANY = 150
"""Items from which a second process is worth its start."""
_BLOCK = 16
"""Neighbours stay together: documents lie beside their brief."""
_SWEEP = 20
"""Items between two sweeps: a plan leaves circles of some hundred kilobytes."""
T = TypeVar("T")


class _Hand(NamedTuple):
    process: int
    out: TextIO


def spread(items: Sequence[T], step: Callable[[T], Any], jobs: int = 0, many: int = MANY) -> Iterator[Any]:
    """What the step gives for each item, in order; it can be written as JSON.

    ``jobs``: processes, 0 for one until there are ``many`` items, then as many as there are cores.
    """
    count = _hands(len(items), jobs, many)
    if count < 2:
        yield from _swept(items, step)
        return
    yield step(items[0])  # loads what all will need
    rest = items[1:]
    hands = [_started(rest, step, number, count) for number in range(count)]
    try:
        for index, item in enumerate(rest):
            said = hands[_whose(index, count)].out.readline()
            yield _repeated(said) if said.endswith("\n") else step(item)
    finally:
        for hand in hands:
            _ended(hand)


def _swept(items: Sequence[T], step: Callable[[T], Any]) -> Iterator[Any]:
    """The step for each item; the program runs without the collector, so memory is swept now and then."""
    for number, item in enumerate(items, 1):
        yield step(item)
        if number % _SWEEP == 0:
            gc.collect()
            if number == _SWEEP:
                gc.freeze()


def _hands(items: int, jobs: int, many: int) -> int:
    if not hasattr(os, "fork") or jobs == 1 or (jobs == 0 and items < many):
        return 1
    return min(jobs or _cores(), max(1, items // 2))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _whose(index: int, count: int) -> int:
    return index // _BLOCK % count


def _started(items: Sequence[T], step: Callable[[T], Any], number: int, count: int) -> _Hand:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Hand(process, open(reading, encoding="utf-8"))  # noqa: PTH123 - closed in _ended
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.close(reading)
        mine = [item for index, item in enumerate(items) if _whose(index, count) == number]
        _work(mine, step, writing)
    finally:
        os._exit(0)  # whatever happens, the other process goes on where this one stopped


def _work(items: Sequence[T], step: Callable[[T], Any], writing: int) -> None:
    """A line for each item: what was said on the way, and what came of it."""
    with open(writing, "w", encoding="utf-8") as out:
        said: list[tuple[int, str]] = []
        sys.stdout, sys.stderr = _Ear(1, said), _Ear(2, said)
        for found in _swept(items, step):
            out.write(json.dumps([said, found]) + "\n")
            out.flush()
            said.clear()


class _Ear:
    """Stands in for a stream of the terminal and notes what is written."""

    def __init__(self, number: int, said: list[tuple[int, str]]) -> None:
        self._number, self._said = number, said

    def write(self, text: str) -> None:
        self._said.append((self._number, text))

    def flush(self) -> None:
        """Nothing waits."""


def _repeated(line: str) -> Any:
    said, found = json.loads(line)
    for number, text in said:
        stream = sys.stdout if number == 1 else sys.stderr
        if stream is not None:
            stream.write(text)
    return found


def _ended(hand: _Hand) -> None:
    """Done, or no longer needed."""
    hand.out.close()
    try:
        os.kill(hand.process, signal.SIGTERM)
        os.waitpid(hand.process, 0)
    except (ProcessLookupError, ChildProcessError):
        return
