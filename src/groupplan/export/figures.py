"""The tables of goals, stages, numbers to watch and risks."""

from collections.abc import Iterator

from groupplan.export.desk import Desk, figures, in_hours
from groupplan.export.plain import one_line, plain
from groupplan.model.choices import STAGES
from groupplan.model.estimate import Estimate
from groupplan.model.settled import Goal
from groupplan.model.tables import Cell, Row


def goals(desk: Desk) -> Iterator[Row]:
    """Every goal with where it will stand; low, likely and high as the plan shows them."""
    for goal in desk.plan.settled.goals:
        chance, standing = _outlook(goal, desk)
        yield (
            goal.id,
            one_line(goal.name),
            goal.metric,
            figures(goal.baseline)[1],
            figures(goal.target)[1],
            goal.deadline,
            chance,
            *standing,
            desk.member(goal.owner),
            one_line(goal.source),
            plain(goal.reason),
        )


def _outlook(goal: Goal, desk: Desk) -> tuple[Cell, tuple[Cell, ...]]:
    """The chance and the range that goes with it; the plain arithmetic where no odds are known."""
    odds = desk.plan.forecast.odds
    verdict = odds.verdicts.get(goal.id) if odds else None
    if verdict is None:
        return None, figures(desk.plan.forecast.goals[goal.id].expected)
    low, middle, high = (one * verdict.unit for one in verdict.mark[1:])
    return round(verdict.probability, 2), figures(Estimate(low, middle, high))


def stages(desk: Desk) -> Iterator[Row]:
    """The stages with their days, aims and hours."""
    plan = desk.plan
    of = {piece.key: piece.item.stage for piece in plan.outline.tasks}
    for stage in STAGES:
        window = plan.schedule.windows[stage]
        minutes = sum(sum(weeks.values()) for key, weeks in plan.measures.tasks.items() if of[key] == stage)
        texts = (desk.text("stages", stage, field) for field in ("aim", "entry", "exit"))
        yield stage, window.first, window.last, window.days, *texts, in_hours(minutes)


def metrics(desk: Desk) -> Iterator[Row]:
    """The numbers to watch, in the order of the stages."""
    order = list(STAGES)
    for piece in sorted(desk.plan.outline.metrics, key=lambda one: order.index(one.item.stage)):
        said = [desk.text("metrics", piece.key, field) for field in ("formula", "source", "cycle")]
        then = [desk.text("metrics", piece.key, field) for field in ("target", "alarm", "reaction")]
        who = desk.person(desk.plan.settled.person(piece.item.duty or "owner"))
        yield piece.key, piece.item.stage, desk.name("metrics", piece.key), *said, who, *then


def risks(desk: Desk) -> Iterator[Row]:
    """What may go wrong, the heaviest first."""
    for piece in sorted(desk.plan.outline.risks, key=lambda one: (-(one.item.weight or 0), one.key)):
        said = [desk.text("risks", piece.key, field) for field in ("trigger", "response")]
        who = desk.person(desk.plan.settled.person(piece.item.duty or "owner"))
        yield piece.key, desk.name("risks", piece.key), piece.item.stage, *said, who, piece.item.weight
