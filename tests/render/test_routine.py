"""The fixed places of the week are those of the plan: nothing that was dropped, nothing that comes once."""

from groupplan.model.document import Bullets, Part
from groupplan.model.plan import Plan
from groupplan.render.routine import routine
from groupplan.render.words import Dictionary
from tests.briefs import alone

TEAM = "language: en\ncloses: 2027-04-30\nroles: [{id: ann, name: Ann, duties: [host], hours_week: %d}]\n"
TASKS = (
    ("talk", "post", "must", 'every: week, on: [tue, thu], time: "18:30"'),
    ("look", "work", "must", "every: week, on: [tue]"),
    ("call", "post", "could", 'every: 2 weeks, on: [wed], time: "12:00"'),
    ("once", "post", "must", 'from: opens, time: "12:00"'),
    ("daily", "post", "must", 'every: day, time: "08:00"'),
)
HOUSE = "tasks:\n" + "\n".join(
    f"  - {{id: {id_}, name: {id_}, stage: retain, kind: {kind}, per: group, priority: {priority},"
    f" duty: host, minutes: 30, at: {{{at}}}}}"
    for id_, kind, priority, at in TASKS
)


def lines(plan: Plan) -> list[str]:
    parts = [part for part in routine(plan, Dictionary(plan.settled.language)) if isinstance(part, Part)]
    blocks = [block for part in parts for block in part.blocks]
    return [line for block in blocks if isinstance(block, Bullets) for line in block.items]


def test_each_weekday_has_what_comes_on_it_work_first_then_posts_by_hour() -> None:
    assert lines(alone(TEAM % 40, HOUSE)) == [
        "Tuesday: look; 18:30 talk",
        "Wednesday: 12:00 call (every other week)",
        "Thursday: 18:30 talk",
    ]


def test_what_was_dropped_for_want_of_hours_has_no_place() -> None:
    plan = alone(TEAM % 5, HOUSE)
    assert [one.piece.key for one in plan.fitted.dropped] == ["call"]
    assert not any("call" in line for line in lines(plan))


def test_a_plan_with_nothing_weekly_has_no_such_list() -> None:
    assert list(routine(alone("language: en"), Dictionary("en"))) == []
