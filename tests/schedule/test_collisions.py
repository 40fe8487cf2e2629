"""In one group no two things are posted in the same five minutes, and nothing during an event."""

from groupplan.model.plan import Plan
from tests.briefs import alone
from tests.schedule.dated import task

TEN = "{from: opens, time: '10:00'}"
POST = "kind: post"
LESSON = 'lessons: [{id: one, title: One, at: "2027-03-01 10:00", minutes: 60}]'


def made(*tasks: str, brief: str = "") -> Plan:
    return alone(brief, "tasks:\n" + "".join(tasks))


def hours(found: Plan) -> dict[str, str]:
    return {one.task: f"{one.at:%H:%M}" for one in found.schedule.occurrences}


def test_of_two_posts_at_one_minute_the_second_is_five_minutes_later() -> None:
    assert hours(made(task(TEN, POST, "a"), task(TEN, POST, "b"))) == {"a": "10:00", "b": "10:05"}


def test_what_must_be_posted_keeps_its_minute() -> None:
    found = made(task(TEN, f"{POST}, priority: could", "a"), task(TEN, f"{POST}, priority: must", "b"))
    assert hours(found) == {"a": "10:05", "b": "10:00"}


def test_the_move_names_hour_and_task() -> None:
    (moved,) = [one.moved for one in made(task(TEN, POST, "a"), task(TEN, POST, "b")).schedule.of("b")]
    assert moved is not None
    assert (moved.key, dict(moved.gaps)) == ("moved-collision", {"time": "10:00", "other": "a"})


def test_ten_posts_at_one_minute_are_five_minutes_apart() -> None:
    found = hours(made(*(task(TEN, POST, f"post{number}") for number in range(10))))
    assert sorted(found.values()) == [f"10:{minute:02}" for minute in range(0, 50, 5)]


def test_posts_four_minutes_apart_collide_and_five_do_not() -> None:
    close, apart = (f"{{from: opens, time: '10:0{minute}'}}" for minute in (4, 5))
    assert hours(made(task(TEN, POST, "a"), task(close, POST, "b")))["b"] == "10:09"
    assert hours(made(task(TEN, POST, "a"), task(apart, POST, "b")))["b"] == "10:05"


def test_different_groups_do_not_collide() -> None:
    found = hours(made(task(TEN, POST, "a"), task(TEN, f"{POST}, audience: vip", "b")))
    assert found == {"a": "10:00", "b": "10:00"}


def test_work_collides_with_nothing() -> None:
    assert hours(made(task(TEN, POST, "a"), task(TEN, "kind: work", "b"))) == {"a": "10:00", "b": "10:00"}


def test_a_post_waits_for_the_end_of_an_event() -> None:
    event = task(TEN, "kind: event, minutes: 60", "talk")
    later = task("{from: opens, time: '10:20'}", POST, "b")
    assert hours(made(event, later)) == {"talk": "10:00", "b": "11:00"}


def test_a_post_just_before_a_long_event_is_free() -> None:
    event = task(TEN, "kind: event, minutes: 60", "talk")
    assert hours(made(event, task("{from: opens, time: '09:55'}", POST, "b")))["b"] == "09:55"


def test_what_is_counted_from_a_lesson_stays_and_others_give_way() -> None:
    pinned = task("{from: item.at, offset: -10min}", f"{POST}, each: lessons, priority: could", "pinned")
    other = task("{from: opens, time: '09:50'}", f"{POST}, priority: must", "a")
    assert hours(made(other, pinned, brief=LESSON)) == {"pinned@one": "09:50", "a": "09:55"}


def test_two_that_are_counted_from_one_lesson_both_stay() -> None:
    lines = [task("{from: item.at}", f"{POST}, each: lessons", name) for name in ("a", "b")]
    assert hours(made(*lines, brief=LESSON)) == {"a@one": "10:00", "b@one": "10:00"}


def test_a_post_moves_earlier_when_the_next_three_hours_are_taken() -> None:
    event = task(TEN, "kind: event, minutes: 200", "talk")
    assert hours(made(event, task(TEN, POST, "b")))["b"] == "09:55"


def test_no_post_moves_into_quiet_hours() -> None:
    late = "{from: opens, time: '22:25'}"
    assert hours(made(task(late, POST, "a"), task(late, POST, "b"))) == {"a": "22:25", "b": "22:20"}


def test_where_nothing_is_left_the_two_clash() -> None:
    event = task("{from: opens, time: '08:00'}", "kind: event, minutes: 600", "talk")
    found = made(event, task("{from: opens, time: '13:00'}", POST, "b")).schedule
    assert [(clash.task, clash.other, f"{clash.at:%H:%M}") for clash in found.clashes] == [
        ("b", "talk", "13:00")
    ]
    assert f"{found.of('b')[0].at:%H:%M}" == "13:00"


def test_a_series_gives_way_only_on_the_day_it_collides() -> None:
    series = task("{every: day, from: opens, offset: 0d, time: '10:00'}", f"{POST}, priority: could", "b")
    found = made(task(TEN, POST, "a"), series).schedule.of("b")
    assert [f"{one.at:%H:%M}" for one in found[:2]] == ["10:05", "10:00"]


def test_touches_stand_in_the_order_of_the_new_members_clock() -> None:
    after = {"c": "2d", "a": "30min", "d": "3h", "b": "0min"}
    lines = [task(f"{{after_join: {lapse}}}", "kind: touch", name) for name, lapse in after.items()]
    found = made(*lines).schedule
    assert [touch.task for touch in found.touches] == ["b", "a", "d", "c"]
    assert found.occurrences == () and found.undated == ()
