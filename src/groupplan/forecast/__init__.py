"""forecast: rates and reach → ``Forecast``. Plain arithmetic, forwards and backwards, low–likely–high."""

from groupplan.forecast.backward import outlook
from groupplan.forecast.capacity import group_needs
from groupplan.forecast.funnel import funnel, joins
from groupplan.model.forecast import Forecast
from groupplan.model.settled import Settled


def forecast(settled: Settled) -> Forecast:
    """The funnel, the groups it fills, and what each goal takes."""
    goals = {goal.id: outlook(goal, settled) for goal in settled.goals}
    entering, source = joins(settled, goals)
    steps = funnel(settled, entering, known=source == "reach")
    return Forecast(steps, entering, source, goals, group_needs(settled, entering))
