"""Where hours do not suffice: could goes first, then should, musts and promises stay."""

from groupplan.model.plan import Plan
from tests.briefs import alone, make
from tests.schedule.dated import task

HOUR = "roles: [{id: ann, name: Ann, duties: [host], hours_week: 1}]\n"
"""One person with sixty minutes a week."""


def work(name: str, minutes: int, priority: str = "", day: int = 0, duty: str = "host") -> str:
    word = f", priority: {priority}" if priority else ""
    at = f"{{from: opens, offset: {day}d}}"
    return task(at, f"kind: work, minutes: {minutes}, duty: {duty}{word}", name)


def fitted(*tasks: str, brief: str = HOUR) -> Plan:
    return alone(brief, "tasks:\n" + "".join(tasks))


def dropped(*tasks: str, brief: str = HOUR) -> list[str]:
    return [one.piece.key for one in fitted(*tasks, brief=brief).fitted.dropped]


def test_nothing_is_dropped_when_hours_suffice() -> None:
    assert dropped(work("a", 30, "could"), work("b", 30, "should")) == []


def test_could_goes_before_should() -> None:
    assert dropped(work("a", 40, "should"), work("b", 40, "could")) == ["b"]


def test_should_goes_when_could_is_not_enough() -> None:
    tasks = work("a", 40, "should"), work("b", 40, "should"), work("c", 40, "could")
    assert dropped(*tasks) == ["c", "a"]


def test_without_a_word_a_task_counts_as_should() -> None:
    assert dropped(work("a", 40), work("b", 40, "could"), work("c", 40)) == ["b", "a"]


def test_what_must_be_done_is_never_dropped() -> None:
    assert dropped(work("a", 400, "must"), work("b", 40, "must"), work("c", 40, "could")) == ["c"]


def test_it_stops_as_soon_as_the_week_fits() -> None:
    assert dropped(*(work(name, 25, "could") for name in "abcd")) == ["a", "b"]


def test_what_keeps_a_promise_stays() -> None:
    promise = "positioning: {reasons_to_stay: [{promise: A daily text, by: welcome_each}]}\n"
    tasks = work("welcome_each", 50, "could"), work("b", 50, "should")
    assert dropped(*tasks, brief=HOUR + promise) == ["b"]


def test_a_task_of_a_week_that_fits_stays() -> None:
    assert dropped(work("a", 40, "could", day=7), work("b", 40, "should"), work("c", 40, "could")) == ["c"]


def test_a_task_that_takes_no_time_stays() -> None:
    assert dropped(work("a", 0, "could"), work("b", 90, "should")) == ["b"]


def test_a_task_of_somebody_with_time_stays() -> None:
    bob = "{id: bob, name: Bob, duties: [teacher], hours_week: 9}"
    team = HOUR.replace("}]", f"}}, {bob}]")
    tasks = work("a", 40, "could", duty="teacher"), work("b", 90, "should")
    assert dropped(*tasks, brief=team) == ["b"]


def test_it_says_whose_hours_and_how_many_minutes_are_freed() -> None:
    series = task("{every: week, on: [tue], from: opens, until: closes}", "minutes: 50, priority: could", "b")
    (one,) = fitted(work("a", 40, "must"), series).fitted.dropped
    assert (one.piece.key, one.role, one.minutes) == ("b", "ann", 150)


def test_minutes_of_the_new_members_clock_are_freed_too() -> None:
    step = task("{after_join: 30min}", "kind: touch, minutes: 9, per: member, priority: could", "step")
    plan = fitted(step, brief=HOUR + "seeds: {count: 120}\nchannels: [{id: a, reach: 1}]")
    assert [one.piece.key for one in plan.fitted.dropped] == ["step"]
    assert plan.schedule.touches == ()


def test_outline_schedule_and_measures_lose_what_was_dropped() -> None:
    plan = fitted(work("a", 60, "must"), work("b", 45, "could"))
    assert [piece.key for piece in plan.outline.tasks] == ["a"]
    assert [one.task for one in plan.schedule.occurrences] == ["a"]
    assert (plan.measures.minutes, list(plan.measures.tasks)) == (60, ["a"])
    assert max(load.over for load in plan.measures.loads) == 0
    assert plan.values["dropped_count"] == 1


def test_a_clash_with_a_dropped_event_goes_with_it() -> None:
    event = task("{from: opens, time: '08:00'}", "minutes: 600, priority: could", "talk")
    post = task("{from: opens, time: '13:00'}", "kind: post, priority: must", "post")
    plan = fitted(event, post)
    assert [one.piece.key for one in plan.fitted.dropped] == ["talk"]
    assert plan.schedule.clashes == ()


def test_a_camp_with_few_hours_keeps_all_that_must_be_done() -> None:
    team = "roles: [{id: ann, name: Ann, duties: [owner], hours_week: %d}]\nkind: study-camp"
    ample, short = make(team % 500), make(team % 4)
    must = {piece.key for piece in ample.outline.tasks if piece.item.priority == "must"}
    assert ample.fitted.dropped == ()
    assert must <= {piece.key for piece in short.outline.tasks}
    assert {one.piece.item.priority for one in short.fitted.dropped} == {"could", "should"}
    assert short.measures.minutes < ample.measures.minutes


def test_a_prize_and_a_metric_go_with_the_tasks_they_belong_to() -> None:
    metric = "{id: %s, name: M, stage: retain, formula: F, source: S, cycle: weekly, tasks: %s}"
    prize = "{id: %s, name: P, rule: R, claim: C, value: 9, tasks: %s}"
    house = f"""tasks:
{work("a", 40, "should")}{work("b", 40, "could")}metrics:
  - {metric % ("of_b", "[b]")}
  - {metric % ("of_both", "[a, b]")}
rewards:
  - {prize % ("of_b", "[b]")}
  - {prize % ("of_a", "[a]")}
  - {prize % ("of_one_that_never_was_there", "[c]")}
"""
    plan = alone(HOUR, house)
    assert [one.piece.key for one in plan.fitted.dropped] == ["b"]
    assert [one.key for one in plan.outline.metrics] == ["of_both"]
    assert [one.key for one in plan.outline.rewards] == ["of_a", "of_one_that_never_was_there"]
    assert [cost.name for cost in plan.measures.costs] == ["of_a", "of_one_that_never_was_there"]
