"""The tables only a program asks for: what the numbers rest on, what was found, why each line is here."""

from collections.abc import Iterator

from groupplan.export.desk import Desk, figures, listed
from groupplan.export.plain import one_line, plain
from groupplan.messages import sentence
from groupplan.model.estimate import Estimate
from groupplan.model.formats import percent, shown
from groupplan.model.playbook import SECTIONS
from groupplan.model.source import Route
from groupplan.model.tables import Row


def funnel(desk: Desk) -> Iterator[Row]:
    """People at each step, as the forecast has them: nine times in ten inside, eight where it was counted."""
    for step in desk.plan.forecast.steps:
        yield step.id, step.rate, *figures(step.people)


def findings(desk: Desk) -> Iterator[Row]:
    """What the checks say, each with its place in the brief."""
    for one in desk.plan.findings:
        said = one_line(sentence(one.words, desk.language))
        yield one.code, one.severity.word, said, place(one.origin.route)


def assumptions(desk: Desk) -> Iterator[Row]:
    """Everything that did not come from the brief."""
    for one in desk.plan.settled.assumptions:
        value = one.value
        share = isinstance(value, Estimate) or (isinstance(value, float) and 0 < value < 1)
        text = percent(value) if share else shown(value, desk.language)
        yield one.name, plain(text), plain(one.say), one.origin, one.row, one.date, one.trust


def dropped(desk: Desk) -> Iterator[Row]:
    """Tasks for which the hours do not suffice."""
    for one in desk.plan.fitted.dropped:
        key, priority = one.piece.key, one.piece.item.priority or "should"
        yield key, desk.tasks[key], desk.member(one.role), priority, round(one.minutes)


def trace(desk: Desk) -> Iterator[Row]:
    """Every item of the plan: its playbook, the fields of the brief it read, what it rests on."""
    for section in (name for name in SECTIONS if name != "wordings"):
        for piece in getattr(desk.plan.outline, section):
            fields = listed(place(route) for route in piece.trace.routes)
            yield section, piece.key, one_line(piece.trace.book), fields, listed(piece.trace.basis)


def place(route: Route) -> str:
    """``goals[0].target``."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in route)
    return one_line("".join(parts).removeprefix("."))
