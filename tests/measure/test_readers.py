"""Attention week by week and reader by reader, and the days that do not hold together."""

from datetime import date, timedelta

import pytest

from groupplan.model.measures import Attention, ReaderWeek
from tests.briefs import alone
from tests.schedule.dated import task

DAILY = "{every: day, from: opens, until: closes, time: '%s'}"
ON = "{from: opens, offset: %sd, time: '%s'}"
FIRST = date(2027, 3, 1)
RHYTHM = "cadence: {daily_posts: [{at: '12:30', what: question}]}\n"
NONE = "cadence: {daily_posts: []}\n"
CAP = round(alone("", "tasks: []").settled.default("official_posts_day"))


def attention(*tasks: str, brief: str = "") -> Attention:
    return alone(brief, "tasks:\n" + "".join(tasks)).measures.attention


def weeks(found: Attention, reader: str = "main") -> list[ReaderWeek]:
    return [one for one in found.weeks if one.reader == reader]


def conflicts(found: Attention) -> dict[str, tuple[date, ...]]:
    return {f"{one.id} {one.reader}": one.days for one in found.conflicts}


def test_a_week_counts_posts_promotions_and_what_members_are_asked() -> None:
    found = attention(
        task(DAILY % "08:00", "kind: post, interactive: true", "a"),
        task(ON % (2, "15:00"), "kind: post, content: promotion", "b"),
        task(ON % (3, "20:00"), "kind: event, interactive: true", "c"),
    )
    first, second, _ = weeks(found)
    assert (first.week, first.days, first.posts, first.promotions) == (FIRST, 7, 8, 1)
    assert first.share == pytest.approx(1 / 8)
    assert (first.asked, first.asked_least) == (8, 1)
    assert first.asked_mean == pytest.approx(8 / 7)
    assert (second.posts, second.promotions, second.share, second.gap) == (7, 0, 0, None)


def test_the_quietest_day_is_one_on_which_something_happens() -> None:
    found = attention(
        task(ON % (0, "08:00"), "kind: post, interactive: true", "a"),
        task(ON % (2, "08:00"), "kind: post", "b"),
    )
    (week,) = weeks(found)
    assert (week.days, week.asked_least, week.asked_mean) == (2, 0, 0.5)


def test_the_gap_between_promotions_stands_in_the_week_of_the_later_one() -> None:
    promotion = "kind: post, content: promotion"
    found = attention(
        task(ON % (6, "18:00"), promotion, "a"),
        task(ON % (8, "12:00"), promotion, "b"),
        task(ON % (9, "09:00"), promotion, "c"),
    )
    assert [one.gap for one in weeks(found)] == [None, timedelta(hours=21)]
    assert conflicts(found)["promotions main"] == (date(2027, 3, 10),)


def test_a_member_of_a_closed_group_gets_both() -> None:
    found = attention(
        task(DAILY % "08:00", "kind: post", "a"), task(ON % (1, "12:00"), "kind: post, audience: vip", "b")
    )
    assert (weeks(found)[0].posts, weeks(found, "vip")[0].posts) == (7, 8)
    assert attention(task(DAILY % "08:00", "kind: post", "a")).weeks[0].reader == "main"
    assert {one.reader for one in attention(task(DAILY % "08:00", "kind: post", "a")).weeks} == {"main"}


def test_the_staff_group_is_nobodys_attention() -> None:
    assert attention(task(DAILY % "08:00", "kind: post, audience: staff", "a")).weeks == ()


def posts(count: int) -> list[str]:
    """So many posts on the second day."""
    return [task(ON % (1, f"{8 + 2 * number:02}:00"), "kind: post", f"p{number}") for number in range(count)]


def test_days_over_the_cap_are_named_and_reminders_do_not_count() -> None:
    assert conflicts(attention(*posts(CAP + 1), brief=NONE)) == {"cap main": (date(2027, 3, 2),)}
    lesson = 'lessons: [{id: one, title: One, at: "2027-03-02 20:00"}]\n'
    remind = task("{from: item.at, offset: -1h}", "kind: post, content: notice, each: lessons", "remind")
    assert conflicts(attention(*posts(CAP), remind, brief=lesson + NONE)) == {}


def test_the_floor_holds_only_where_there_is_a_daily_rhythm() -> None:
    two = [task(DAILY % f"{9 + n * 3:02}:00", "kind: post, interactive: true", f"p{n}") for n in range(2)]
    assert conflicts(attention(*two, brief=NONE)) == {}
    assert len(conflicts(attention(*two, brief=RHYTHM))["floor main"]) == 21
    third = task(DAILY % "19:00", "kind: post, interactive: true", "third")
    assert conflicts(attention(*two, third, brief=RHYTHM)) == {}


def test_floor_and_cap_that_cannot_both_hold_are_told_apart() -> None:
    found = conflicts(attention(*posts(CAP), brief=RHYTHM))
    assert found["both main"] == (date(2027, 3, 2),)
    assert date(2027, 3, 2) not in found["floor main"]
    assert "cap main" not in found
