"""Many hands: the same results, in the same order, whoever did the work."""

import os
import sys
from typing import Any

import pytest

from groupplan.cli.hands import MANY, spread

ITEMS = [f"item {number}" for number in range(MANY + 50)]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")


def numbered(item: str) -> list[Any]:
    print(f"said of {item}")  # noqa: T201
    print(f"whispered of {item}", file=sys.stderr)  # noqa: T201
    return [item, os.getpid()]


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
def test_results_and_what_was_said_come_in_order(jobs: int, capsys: pytest.CaptureFixture[str]) -> None:
    found = list(spread(ITEMS, numbered, jobs))
    assert [item for item, _ in found] == ITEMS
    assert len({process for _, process in found}) == (1 if jobs == 1 else jobs + 1)
    out, err = capsys.readouterr()
    assert out == "".join(f"said of {item}\n" for item in ITEMS)
    assert err == "".join(f"whispered of {item}\n" for item in ITEMS)


def test_few_items_are_done_by_one_process() -> None:
    assert {process for _, process in spread(ITEMS[:5], numbered)} == {os.getpid()}


def test_where_a_process_dies_the_first_does_its_work() -> None:
    first = os.getpid()

    def step(item: str) -> str:
        if os.getpid() != first and item.endswith("7"):
            os._exit(9)
        return item

    assert list(spread(ITEMS, step, 2)) == ITEMS


def test_whoever_stops_listening_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, started = os.fork, list[int]()

    def noted() -> int:
        started.append(fork())
        return started[-1]

    monkeypatch.setattr(os, "fork", noted)
    results = spread(ITEMS, numbered, 2)
    next(results)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(started) == 2
    for process in started:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
