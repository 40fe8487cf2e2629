"""Computed values under their vocabulary names, for texts and ``require:``."""

from groupplan.model.forecast import Forecast
from groupplan.model.measures import Measures
from groupplan.model.outline import Outline
from groupplan.model.schedule import Schedule


def results(
    forecast: Forecast, measures: Measures, outline: Outline, schedule: Schedule
) -> dict[str, object]:
    """Name → value of everything a plan computes."""
    verdicts = forecast.odds.verdicts if forecast.odds else {}
    kinds = {piece.key: piece.item.kind for piece in outline.tasks}
    return measures_values(measures) | {
        **{f"forecast.{step.id}": step.people for step in forecast.steps},
        "groups_needed": max((need.needed for need in forecast.groups), default=0),
        **{f"reach_needed.{name}": goal.reach_needed for name, goal in forecast.goals.items()},
        **{f"chance.{name}": verdict.probability for name, verdict in verdicts.items()},
        "tasks_count": len(outline.tasks),
        "posts_count": sum(1 for one in schedule.occurrences if kinds[one.task] == "post"),
    }


def measures_values(measures: Measures) -> dict[str, object]:
    """What the workload, attention and money come to."""
    attention = measures.attention
    return {
        "posts_per_day": round(attention.per_day, 2),
        "posts_per_day_max": attention.most,
        "promotion_share": round(attention.promotion_share, 4),
        "hours_total": round(measures.minutes / 60, 1),
        "hours_week_peak": round(max((load.minutes for load in measures.loads), default=0.0) / 60, 1),
        "cost_total": measures.total,
        **{f"workload.{duty}.total_hours": round(m / 60, 1) for duty, m in measures.duties.items()},
        **{f"workload.{duty}.peak_hours": round(m / 60, 1) for duty, m in measures.duty_peaks.items()},
    }
