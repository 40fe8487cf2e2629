"""measure: occurrences × forecast → ``Measures``."""

from groupplan.measure.attention import attention
from groupplan.measure.money import costs
from groupplan.measure.workload import Work, loads, work
from groupplan.model.forecast import Forecast
from groupplan.model.measures import Measures
from groupplan.model.money import total
from groupplan.model.outline import Outline
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled


def measure(settled: Settled, outline: Outline, schedule: Schedule, forecast: Forecast) -> Measures:
    """Hours, attention and money of a plan."""
    done = work(settled, outline, schedule, forecast)
    lines = costs(settled, outline, forecast, done.minutes)
    return Measures(
        loads=loads(settled, outline, schedule, done),
        duties=_by_duty(done),
        duty_peaks=_peaks(done),
        tasks=done.tasks,
        joins_per_day=done.joins_per_day,
        attention=attention(settled, outline, schedule),
        costs=lines,
        total=total((line.amount for line in lines), settled.purse.currency),
    )


def _by_duty(done: Work) -> dict[str, float]:
    found: dict[str, float] = {}
    for (duty, _), minutes in done.duties.items():
        found[duty] = found.get(duty, 0.0) + minutes
    return found


def _peaks(done: Work) -> dict[str, float]:
    found: dict[str, float] = {}
    for (duty, _), minutes in done.duties.items():
        found[duty] = max(found.get(duty, 0.0), minutes)
    return found
