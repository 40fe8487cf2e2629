"""When people begin to join: from the first post of recruiting on, channel by channel."""

from datetime import date, timedelta
from pathlib import Path

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
    assert plan.schedule.joining("mail") == plan.schedule.windows["recruit"]


def test_a_channel_without_a_post_does_not_wait_for_that_of_another() -> None:
    text = """kind: open-source
channels: [{id: repo, kind: repository, reach: 3000}, {id: conf, kind: conference, reach: 3000}]
"""
    plan = make(text)
    recruit = plan.schedule.windows["recruit"]
    assert set(plan.schedule.posted) == {"conf"} and plan.schedule.joining("repo") == recruit
    first = plan.schedule.joining("conf").first
    joined = plan.forecast.arrivals
    assert (
        first > recruit.first and joined[first].likely > joined[recruit.first + timedelta(days=1)].likely > 0
    )


def test_what_is_prepared_for_a_channel_is_no_post_there(tmp_path: Path) -> None:
    house = """tasks:
  - {id: zz_login, name: Get a login, stage: recruit, each: channels, kind: work, per: plan, duty: admin,
     minutes: 5, at: {from: opens, offset: -7d}}
"""
    posted = make(f"kind: study-camp\nplaybooks: [house]\n{CHANNELS}", tmp_path, house=house).schedule.posted
    assert posted == make(f"kind: study-camp\n{CHANNELS}").schedule.posted


def test_nobody_joins_before_recruiting_begins_nor_before_the_post() -> None:
    text = "stages: {recruit: {from: 2027-02-28, to: 2027-03-03}}\n"
    plan = make(f"kind: study-camp\n{CHANNELS}{text}")
    assert min(plan.schedule.posted.values()) < date(2027, 2, 28)
    assert plan.schedule.joining("mail") == plan.schedule.windows["recruit"]
    early = make(f"kind: study-camp\n{CHANNELS}stages: {{recruit: {{from: 2027-02-22, to: 2027-02-22}}}}\n")
    assert early.schedule.joining("mail").first == early.schedule.posted["mail"] > date(2027, 2, 22)
    assert min(day for day in early.forecast.arrivals if day > date(2027, 2, 22)) == min(
        early.schedule.posted.values()
    )
