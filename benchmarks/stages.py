"""Milliseconds of each step for a further plan in a warm process.

Run by hand: python -m benchmarks.stages [RUNS]
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from groupplan import pipeline
from groupplan.render import render

EXAMPLES = Path(__file__).parent.parent / "examples"


def median(job: Callable[[], object], runs: int) -> float:
    """Median process time in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        job()
        times.append((time.process_time() - start) * 1e3)
    return statistics.median(times)


def main(runs: int) -> None:
    """One line an example."""
    for folder in sorted(path.parent for path in EXAMPLES.glob("*/brief.yaml")):
        raw = (folder / "brief.yaml").read_bytes()
        loaded = pipeline.load(raw, "brief.yaml", folder, folder)
        plan = pipeline.make(loaded)
        render(plan, "md")
        render(plan, "html")
        jobs: dict[str, Callable[[], object]] = {
            "load": lambda raw=raw, folder=folder: pipeline.load(raw, "brief.yaml", folder, folder),
            "make": lambda loaded=loaded: pipeline.make(loaded),
            "md": lambda plan=plan: render(plan, "md"),
            "html": lambda plan=plan: render(plan, "html"),
        }
        said = "  ".join(f"{name} {median(job, runs):5.1f} ms" for name, job in jobs.items())
        print(f"{folder.name:14} {len(plan.schedule.occurrences):4} dated rows  {said}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
