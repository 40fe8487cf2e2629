"""When people begin to join: from the first post of recruiting on, channel by channel."""

from datetime import date, timedelta

import pytest

from groupplan.forecast.inputs import first_day, inputs
from tests.briefs import alone, make

CHANNELS = "channels: [{id: mail, reach: 3000..5000}, {id: talk, reach: 200}]\nseeds: {count: 20}\n"


def test_nobody_joins_by_a_channel_before_something_is_posted_there() -> None:
    plan = make(f"kind: study-camp\n{CHANNELS}")
    recruit, posted = plan.schedule.windows["recruit"], plan.schedule.posted
    assert set(posted) == {"mail", "talk"} and min(posted.values()) > recruit.first
    for channel, day in posted.items():
        named = [one for one in plan.schedule.occurrences if one.task == f"channel_first@{channel}"]
        assert named[0].day == day == plan.schedule.joining(channel).first
    joined = plan.forecast.arrivals
    assert joined[recruit.first].likely == pytest.approx(20)
    assert min(day for day in joined if day > recruit.first) == min(posted.values())
    assert max(joined) == recruit.last
    assert sum(one.likely for one in joined.values()) == pytest.approx(plan.forecast.joins.likely)


def test_the_odds_count_from_the_same_day() -> None:
    plan = make(f"kind: study-camp\n{CHANNELS}")
    given = inputs(plan.settled, plan.schedule)
    assert given is not None
    start = first_day(plan.settled, plan.schedule)
    found = {one.name: start + timedelta(days=one.first_day) for one in given.channels}
    assert found == dict(plan.schedule.posted)


def test_without_a_post_recruiting_itself_is_the_time() -> None:
    plan = alone(CHANNELS)
    assert plan.schedule.posted == {}
    assert plan.schedule.joining("mail") == plan.schedule.joining() == plan.schedule.windows["recruit"]


def test_nobody_joins_before_recruiting_begins() -> None:
    text = "stages: {recruit: {from: 2027-02-28, to: 2027-03-03}}\n"
    plan = make(f"kind: study-camp\n{CHANNELS}{text}")
    assert min(plan.schedule.posted.values()) < date(2027, 2, 28)
    assert plan.schedule.joining() == plan.schedule.windows["recruit"]


def test_a_post_after_recruiting_leaves_its_last_day() -> None:
    text = "stages: {recruit: {from: 2027-02-22, to: 2027-02-22}}\n"
    plan = make(f"kind: study-camp\n{CHANNELS}{text}")
    assert plan.schedule.joining("mail").first == date(2027, 2, 22)
