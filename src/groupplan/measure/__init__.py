"""measure: occurrences × forecast → ``Measures``."""

from groupplan.measure.attention import attention
from groupplan.measure.economics import economy
from groupplan.measure.hands import hands
from groupplan.measure.money import costs
from groupplan.measure.payouts import payouts
from groupplan.measure.rehearsal import rehearsal
from groupplan.measure.shifts import roster
from groupplan.measure.workload import Work, loads, work
from groupplan.model.forecast import Forecast
from groupplan.model.measures import Measures
from groupplan.model.money import total
from groupplan.model.outline import Outline
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled


def measure(
    settled: Settled,
    outline: Outline,
    schedule: Schedule,
    forecast: Forecast,
) -> Measures:
    """Hours, attention and money of a plan."""
    done = work(settled, outline, schedule, forecast)
    given = hands(settled, outline, done.days)
    lines = costs(settled, outline, forecast, done.minutes)
    rewards = tuple(payouts(settled, outline, schedule, forecast))
    return Measures(
        loads=loads(settled, schedule, given),
        duties=_by_duty(done),
        duty_peaks=_peaks(done),
        tasks=done.tasks,
        joins_per_day=done.joins_per_day,
        attention=attention(settled, outline, schedule),
        costs=lines,
        total=total((line.amount for line in lines), settled.purse.currency),
        economy=economy(settled, forecast, lines, rewards),
        days=given.days,
        hands=given.people,
        uncovered=given.uncovered,
        roster=roster(settled, outline, schedule),
        rehearsal=rehearsal(settled, outline, schedule, forecast, _by_duty(done)),
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
