"""What a member of the main group gets: posts a day, the fullest day, promotions, interactions."""

from datetime import date

import pytest

from groupplan.model.measures import Attention
from tests.briefs import alone
from tests.schedule.dated import task

DAILY = "{every: day, from: opens, until: closes, time: '%s'}"
ONCE = "{from: opens, offset: 2d, time: '%s'}"


def attention(*tasks: str) -> Attention:
    return alone("", "tasks:\n" + "".join(tasks)).measures.attention


def test_posts_are_counted_by_the_day() -> None:
    found = attention(
        task(DAILY % "08:00", "kind: post, content: value", "a"),
        task(DAILY % "12:00", "kind: post, content: value", "b"),
        task(ONCE % "15:00", "kind: post, content: promotion", "c"),
    )
    assert (found.days, found.posts) == (21, 43)
    assert found.per_day == pytest.approx(43 / 21)
    assert (found.most, found.most_on) == (3, date(2027, 3, 3))
    assert found.promotions == 1
    assert found.promotion_share == pytest.approx(1 / 43)


def test_the_first_of_several_fullest_days_is_named() -> None:
    assert attention(task(DAILY % "08:00", "kind: post")).most_on == date(2027, 3, 1)


def test_only_the_main_group_and_its_campaigns_count() -> None:
    found = attention(
        task(ONCE % "08:00", "kind: post", "a"),
        task(ONCE % "09:00", "kind: post, audience: campaign", "b"),
        task(ONCE % "10:00", "kind: post, audience: vip", "c"),
        task(ONCE % "11:00", "kind: post, audience: staff", "d"),
        task(ONCE % "12:00", "kind: work", "e"),
    )
    assert found.posts == 2


def test_only_the_days_the_group_is_open_count() -> None:
    before = task("{from: opens, offset: -1d, time: '10:00'}", "kind: post", "a")
    after = task("{from: closes, offset: 1d, time: '10:00'}", "kind: post", "b")
    last = task("{from: closes, time: '10:00'}", "kind: post", "c")
    assert attention(before, after, last).posts == 1


def test_reminders_of_a_lesson_are_told_apart() -> None:
    lesson = 'lessons: [{id: one, title: One, at: "2027-03-04 20:00"}]'
    house = "tasks:\n" + task("{from: item.at}", "kind: post, content: notice, each: lessons")
    found = alone(lesson, house).measures.attention
    assert (found.posts, found.reminders) == (1, 1)


def test_posts_and_events_that_members_answer_are_interactions() -> None:
    found = attention(
        task(DAILY % "08:00", "kind: post, interactive: true", "a"),
        task(ONCE % "20:00", "kind: event, interactive: true", "b"),
        task(ONCE % "10:00", "kind: post", "c"),
    )
    assert found.interactions == pytest.approx(22 / 21)
    assert found.posts == 22


def test_without_posts_nothing_is_divided() -> None:
    found = attention(task(ONCE % "10:00", "kind: work"))
    assert (found.posts, found.most, found.most_on) == (0, 0, None)
    assert (found.per_day, found.promotion_share) == (0, 0)


def test_texts_and_house_rules_know_the_share() -> None:
    house = "tasks:\n" + task(ONCE % "10:00", "kind: post, content: promotion")
    values = alone("", house).values
    assert (values["promotion_share"], values["posts_per_day_max"], values["posts_count"]) == (1.0, 1, 1)
