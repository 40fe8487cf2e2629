"""A progress bar at a terminal, only for what takes long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from groupplan.cli.surroundings import Surroundings

LONG = 3000
"""Runs that take more than a second or two."""


WAITING = 20
"""Files that take more than a second or two."""


@contextmanager
def counting(around: Surroundings, files: int) -> Iterator[Callable[[], None]]:
    """What is called for each file that is done; a bar where somebody watches and there are many."""
    if files < WAITING or not around.terminal:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress

    columns = (*Progress.get_default_columns(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(around.say("report.working"), total=files)
        yield lambda: bar.advance(task)


@contextmanager
def telling(around: Surroundings, runs: int) -> Iterator[Callable[[int], None] | None]:
    """What a simulation tells how far it is; None where nobody watches or it is done at once."""
    if runs < LONG or not around.terminal:
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(around.say("forecast.simulating", runs=f"{runs:,}"), total=runs)
        yield lambda done: bar.update(task, completed=done)
