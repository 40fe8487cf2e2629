"""A team of one with five hours a week and a brief of four lines: the plan shrinks, and says so."""

from groupplan.render import render
from tests.briefs import make

FOUR = "platform: wecom\nlanguage: en\n"
ONE = "roles: [{id: lin, name: Lin, duties: [owner], hours_week: 5}]\n"
AMPLE = ONE.replace("hours_week: 5", "hours_week: 90")


def test_could_and_should_go_and_every_must_stays() -> None:
    short, ample = make(FOUR + ONE), make(FOUR + AMPLE)
    must = {piece.key for piece in ample.outline.tasks if piece.item.priority == "must"}
    assert ample.fitted.dropped == ()
    assert {one.piece.item.priority for one in short.fitted.dropped} <= {"could", "should"}
    assert must <= {piece.key for piece in short.outline.tasks}
    assert len(short.outline.tasks) + len(short.fitted.dropped) == len(ample.outline.tasks)


def test_what_is_optional_goes_before_what_should_be_done() -> None:
    order = [one.piece.item.priority or "should" for one in make(FOUR + ONE).fitted.dropped]
    assert order == sorted(order, key=["could", "should"].index)


def test_a_week_that_still_does_not_fit_holds_nothing_that_could_be_left_out() -> None:
    plan = make(FOUR + ONE)
    over = {load.week for load in plan.measures.of("lin") if load.over > 1}
    left = [piece for piece in plan.outline.tasks if piece.item.priority != "must"]
    assert over
    assert not any(over & set(plan.measures.tasks.get(piece.key, {})) for piece in left)


def test_the_plan_names_what_was_dropped_and_what_still_does_not_fit() -> None:
    plan = make(FOUR + ONE)
    body = render(plan, "md").body
    for one in plan.fitted.dropped:
        assert plan.worded.text("tasks", one.piece.key, "name") in body
    assert "Left out because the hours do not suffice" in body
    assert "This team cannot carry it" in body
    assert "GP502" in {finding.code for finding in plan.findings}


def test_weeks_that_are_short_as_a_whole_are_not_told_again_day_by_day() -> None:
    assert "GP512" not in {finding.code for finding in make(FOUR + ONE).findings}
