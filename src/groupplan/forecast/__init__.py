"""forecast: rates and reach → ``Forecast``. Plain arithmetic, forwards and backwards, low–likely–high."""

from collections.abc import Callable

from groupplan.forecast.arrivals import arrivals
from groupplan.forecast.backward import outlook
from groupplan.forecast.capacity import group_needs
from groupplan.forecast.chances import odds
from groupplan.forecast.funnel import funnel, joins
from groupplan.forecast.standing import standing
from groupplan.model.forecast import Forecast
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled


def forecast(
    settled: Settled,
    schedule: Schedule,
    *,
    fine: bool = True,
    runs: int | None = None,
    seed: int = 0,
    focus: str = "",
    tell: Callable[[int], None] | None = None,
) -> Forecast:
    """The funnel, the groups it fills, who arrives when, the odds, and what each goal takes."""
    goals = {goal.id: outlook(goal, settled) for goal in settled.goals}
    entering, source = joins(settled, goals)
    steps = funnel(settled, entering, known=source == "reach")
    needs = group_needs(settled, entering)
    counted = odds(settled, schedule, fine=fine, runs=runs, seed=seed, focus=focus, tell=tell)
    steps = standing(steps, counted, settled, entering) if counted else steps
    return Forecast(steps, entering, source, goals, needs, arrivals(settled, entering, schedule), counted)
