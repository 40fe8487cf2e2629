"""What the odds cost and how near they come: the closed form beside the simulation of the same plan.

Run by hand: python -m benchmarks.forecast [RUNS]
RUNS of the reference: 200,000 unless told; 2000000 takes some minutes.
"""

import sys
import time
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from benchmarks.stages import median
from groupplan.forecast.grid import COARSE, FINE, Grade, Grid, lay
from groupplan.forecast.odds import chance, curve, needed, tornado
from groupplan.forecast.simulate import Runs, simulate
from groupplan.model.distribution import Fixed
from groupplan.model.fits import beta_of, lognormal_of
from groupplan.model.growth import Inputs, Stream

GOALS = (("joined", 400), ("active", 60), ("paying", 12))
CHANNELS = tuple(
    Stream(f"channel {number}", lognormal_of(800 + 300 * number, 3000 + 500 * number), 0, 27)
    for number in range(8)
)
PLAN = Inputs(
    horizon=90,
    channels=(*CHANNELS[:3], Stream("list", Fixed(3000.0), 0, 27)),
    scan=beta_of(0.03, 0.08),
    join=beta_of(0.4, 0.7),
    seeds=20,
    invites=lognormal_of(0.5, 3),
    accept=beta_of(0.05, 0.2),
    delay_days=5,
    refer_first=14,
    refer_last=60,
    leave=beta_of(0.03, 0.12),
    rates={
        "active": beta_of(0.1, 0.3),
        "paying": beta_of(0.01, 0.05),
        "completed": beta_of(0.2, 0.5),
        "referring": beta_of(0.02, 0.1),
    },
)
GRADES = {"fine": FINE, "coarse": COARSE}


def seconds(job: Callable[[], object]) -> float:
    """Process time of one go."""
    start = time.process_time()
    job()
    return time.process_time() - start


def closed_form() -> None:
    """Milliseconds in process, the fits cached, and the same as a share of drawing 10,000 runs."""
    drawn = seconds(lambda: simulate(PLAN, PLAN.weekly, 1000, 1)) * 1e4
    print(f"10,000 runs x {len(PLAN.weekly)} weeks: {drawn / 1e3:.2f} s")
    for name, grade in GRADES.items():
        grid = lay(PLAN, PLAN.weekly, grade)
        jobs: dict[str, Callable[[], object]] = {
            "all curves, 3 chances": lambda grade=grade: _whole(grade),
            "3 chances on the last day": lambda grade=grade: _chances(lay(PLAN, (90,), grade)),
            "3 needs": lambda grid=grid: [needed(grid, metric, 90, target) for metric, target in GOALS],
            "1 tornado": lambda grade=grade: tornado(PLAN, "paying", 90, 12, grade),
        }
        for what, job in jobs.items():
            cost = median(job, 25)
            print(f"  {name:7} {what:26} {cost:6.2f} ms   1/{drawn / cost:,.0f} of the simulation")


def _whole(grade: Grade) -> None:
    grid = lay(PLAN, PLAN.weekly, grade)
    curve(grid)
    _chances(grid)


def _chances(grid: Grid) -> None:
    for metric, target in GOALS:
        chance(grid, metric, 90, target)


def growth() -> None:
    """Time by runs, weeks and channels, each as a multiple of the first."""
    rows: dict[str, Sequence[tuple[str, Inputs, int]]] = {
        "runs": [(f"{runs:,}", PLAN, runs) for runs in (250, 500, 1000, 2000)],
        "weeks": [
            (str(weeks), replace(PLAN, horizon=7 * weeks - 1, refer_last=5 * weeks), 400)
            for weeks in (13, 26, 52, 104)
        ],
        "channels": [(str(count), replace(PLAN, channels=CHANNELS[:count]), 400) for count in (1, 2, 4, 8)],
    }
    for name, cases in rows.items():
        drawn, closed = [], []
        for _, plan, runs in cases:
            drawn.append(seconds(lambda plan=plan, runs=runs: simulate(plan, plan.weekly, runs, 1)))
            closed.append(median(lambda plan=plan: curve(lay(plan, plan.weekly)), 9))
        print(f"by {name}: " + "  ".join(label for label, _, _ in cases))
        print("  simulation  " + "  ".join(f"x{one / drawn[0]:.2f}" for one in drawn))
        print("  closed form " + "  ".join(f"x{one / closed[0]:.2f}" for one in closed))


def accuracy(runs: int) -> None:
    """P10, P50 and P90 on the last day in per cent of the simulation's, and the furthest chance of each."""
    drawn = simulate(PLAN, (90,), runs, 1)
    seen = drawn.curve().metrics
    print(f"last day, {runs:,} runs; error of P10 / P50 / P90 in per cent; furthest chance in points")
    for metric, points in seen.items():
        said = f"  {metric:10}" + "".join(f"{one:7.0f}" for one in points[-1][1:])
        for name, grade in GRADES.items():
            grid = lay(PLAN, (90,), grade)
            found = curve(grid).metrics[metric][-1]
            errors = [100 * (a - b) / max(1.0, b) for a, b in zip(found[1:], points[-1][1:], strict=True)]
            furthest = max(_misses(drawn, grid, metric))
            said += f"   {name} " + " ".join(f"{error:+5.1f}" for error in errors) + f" {100 * furthest:5.2f}"
        print(said)


def _misses(drawn: Runs, grid: Grid, metric: str) -> list[float]:
    numbers = drawn.samples[metric][90]
    targets = [numbers[int(share / 20 * len(numbers))] for share in range(1, 20)]
    return [
        abs(chance(grid, metric, 90, one).probability - drawn.chance(metric, 90, one).probability)
        for one in targets
    ]


if __name__ == "__main__":
    closed_form()
    growth()
    accuracy(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
