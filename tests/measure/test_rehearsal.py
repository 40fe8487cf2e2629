"""The dry run by hand: seats, codes, quotas, officers and the first 72 hours."""

from datetime import date, time

import pytest

from groupplan.measure.joining import joining
from groupplan.model.clockspan import clockspan
from groupplan.model.rehearsal import Hour, Rehearsal
from tests.briefs import alone
from tests.schedule.dated import task

TEAM = "roles: [{id: ann, name: Ann, duties: [host], hours_week: 60}]\n"
BOB = "{id: bob, name: Bob, duties: [host], hours_week: 5}"
TWO = TEAM.replace("}]", f"}}, {BOB}]")
GROUP = "groups: [{id: main, size: 102}]\n"
OPENS, SECOND = date(2027, 3, 1), date(2027, 3, 2)
NOON, EVENING = 12, 20


def people(reach: str = "240") -> str:
    """So many people join in the twelve days of recruiting, 22 February to 5 March."""
    head = "seeds: {count: 0}\nassumptions: {scan_rate: 100%, join_rate: 100%}\n"
    return f"{head}channels: [{{id: mail, reach: {reach}}}]\n"


def rehearsed(*tasks: str, brief: str = TEAM + GROUP + people(), more: str = "") -> Rehearsal:
    house = f"tasks:\n{''.join(tasks)}" if tasks else "tasks: []\n"
    return alone(brief, f"{house}{more}").measures.rehearsal


def touch(after: str = "5min", rest: str = "minutes: 3, per: member", name: str = "it") -> str:
    return task(f"{{after_join: {after}}}", f"kind: touch, priority: must, {rest}", name)


def at(found: Rehearsal, hour: int, day: date = OPENS) -> Hour:
    return next(one for one in found.hours if (one.day, one.hour) == (day, hour))


def test_groups_fill_one_after_the_other() -> None:
    seats = rehearsed().seats
    assert seats is not None
    assert [(one.number, one.likely.day, one.likely.left) for one in seats.fillings] == [
        (1, date(2027, 2, 26), 0),
        (2, date(2027, 3, 3), 0),
        (3, None, 60),
    ]
    assert (seats.usable, seats.count, seats.missing, seats.full_on) == (100, 3, 0, None)


def test_members_who_are_there_have_their_seats() -> None:
    seats = rehearsed(brief=TEAM + GROUP + people() + "members_now: 140").seats
    assert seats is not None
    assert (seats.full, seats.fillings[0].number) == (1, 2)
    assert seats.fillings[0].likely.day == date(2027, 2, 24)


def test_one_full_group_is_said_to_be_full() -> None:
    goal = "members_now: 100\ngoals: [{id: g, metric: members, target: 100}]\n"
    seats = rehearsed(brief=TEAM + GROUP + goal).seats
    assert seats is not None
    assert (seats.fillings[0].likely.day, seats.fillings[0].likely.left) == (None, 0)


def test_the_cautious_figure_fills_more_groups_and_names_day_and_seats() -> None:
    group = "groups: [{id: main, size: 102, count: 3}]\n"
    seats = rehearsed(brief=TEAM + group + people("{low: 200, likely: 240, high: 360}")).seats
    assert seats is not None
    assert [one.spare for one in seats.fillings] == [False, False, False, True]
    assert (seats.full_on, seats.missing, seats.most) == (date(2027, 3, 3), 60, 4)
    assert [one.cautious.left for one in seats.fillings] == [0, 0, 0, 40]


def test_a_long_series_is_cut_short() -> None:
    seats = rehearsed(brief=TEAM + GROUP + people("24000")).seats
    assert seats is not None
    assert (len(seats.fillings), seats.further) == (12, 228)


def test_without_reach_nothing_says_when_groups_fill() -> None:
    found = rehearsed(touch(), brief=TEAM)
    assert found.seats is None
    assert found.hours


def test_a_server_is_one_place() -> None:
    assert rehearsed(brief=f"platform: discord\n{TEAM}{people()}").seats is None


WECHAT = f"platform: wechat\n{TEAM}{people()}"


def changes(*tasks: str, brief: str = WECHAT) -> list[tuple[str, str]]:
    return [
        (f"{one.made:%m-%d} {one.dead:%m-%d}", f"{one.change:%m-%d} {one.task}" if one.change else "")
        for one in rehearsed(*tasks, brief=brief).codes
    ]


def test_a_code_without_a_task_is_changed_on_its_last_good_day() -> None:
    assert changes() == [("02-22 03-01", "02-28 "), ("02-28 03-07", "")]


def test_a_task_changes_the_code_as_long_as_it_comes_in_time() -> None:
    weekly = "{every: week, on: [mon, thu], from: recruit.start, until: recruit.end}"
    assert changes(task(weekly, "kind: work, basis: [F006]")) == [
        ("02-22 03-01", "02-25 it"),
        ("02-25 03-04", "03-01 it"),
        ("03-01 03-08", "03-04 it"),
        ("03-04 03-11", ""),
    ]
    late = task("{from: opens}", "kind: work, basis: [F006]")
    assert changes(late)[0] == ("02-22 03-01", "02-28 ")


def test_the_code_is_as_old_as_the_task_that_made_it() -> None:
    made = task("{from: opens, offset: -9d}", "kind: work, basis: [F006]")
    assert changes(made)[0] == ("02-20 02-27", "02-26 ")


def test_no_code_expires_where_the_platform_has_its_own() -> None:
    found = rehearsed(brief=f"platform: wecom\n{TEAM}{people()}")
    assert (found.code_days, found.codes) == (0, ())


def test_one_code_leads_to_five_groups() -> None:
    assert rehearsed(brief=f"platform: wecom\n{GROUP}{people('1040')}").entries == 3
    assert rehearsed(brief=f"platform: wecom\n{GROUP}{people()}").entries == 0


def test_mass_messages_are_counted_by_kind_of_group_and_month() -> None:
    sent = task(
        "{every: week, on: [mon], from: opens, until: closes, time: '10:00'}",
        "kind: post, needs: [mass_send]",
    )
    work = task("{from: opens}", "kind: work, needs: [mass_send]", "other")
    (quota,) = rehearsed(sent, work, brief=f"platform: wecom\n{TEAM}").quotas
    assert (quota.audience, quota.month, quota.sent, quota.most) == ("community", date(2027, 3, 1), 3, 31)
    assert rehearsed(sent, brief=TEAM).quotas == ()


def test_officers_grow_with_the_members() -> None:
    duties = "duties:\n  - {id: host, name: Host, does: Hosts, per_members: 100}\n"
    duties += "  - {id: admin, name: Admin, does: Nothing here, per_members: 9}\n"
    range_ = people("{low: 200, likely: 240, high: 360}")
    (one,) = rehearsed(brief=TEAM + range_, more=duties).officers
    assert (one.duty, one.likely, one.cautious, one.there, one.short) == ("host", 3, 4, 1, 3)


def test_a_day_s_newcomers_are_spread_over_waking_hours() -> None:
    shares = dict(joining((clockspan("22:30-07:30"),)))
    assert sum(shares.values()) == pytest.approx(1)
    assert shares[time(12, 30)] == pytest.approx(0.1)
    assert shares[time(8, 30)] == pytest.approx(0.05)
    assert shares[time(22, 15)] == shares[time(7, 45)] == pytest.approx(0.025)
    assert len(shares) == 16


def test_nobody_joins_where_all_hours_are_quiet() -> None:
    assert joining((clockspan("00:00-12:00"), clockspan("12:00-24:00"))) == ()


def test_minutes_are_joiners_times_minutes_in_each_hour() -> None:
    found = rehearsed(touch())
    assert found.first == OPENS
    assert found.joined.likely == pytest.approx(60)
    assert found.minutes.likely == pytest.approx(180)
    assert at(found, NOON).minutes.likely == pytest.approx(6)
    assert at(found, NOON).free == 40
    assert (found.over, found.worst) == (0, None)


def test_who_joined_before_is_due_a_later_step() -> None:
    found = rehearsed(touch("7d"), brief=TEAM + GROUP + people())
    assert found.minutes.likely == pytest.approx(180)
    assert rehearsed(touch("30d")).hours == ()


def test_a_step_for_some_or_for_all_at_once() -> None:
    talking = "assumptions: {scan_rate: 100%, join_rate: 100%, active_rate: 25%}"
    some = TEAM + people().replace("assumptions: {scan_rate: 100%, join_rate: 100%}", talking)
    assert rehearsed(
        touch(rest="minutes: 4, per: member, joiners: talking"), brief=some
    ).minutes.likely == pytest.approx(60)
    assert rehearsed(
        touch(rest="minutes: 4, per: member, joiners: silent"), brief=some
    ).minutes.likely == pytest.approx(180)
    assert rehearsed(touch(rest="minutes: 20, per: plan")).minutes.likely == pytest.approx(60)


def test_the_night_moves_a_step_to_the_morning() -> None:
    found = rehearsed(touch("12h"))
    assert at(found, 7, SECOND).minutes.likely == pytest.approx(3 * 20 * 0.65)


def test_posts_and_events_take_minutes_from_who_greets() -> None:
    post = task("{from: opens, time: '12:00'}", "kind: post, minutes: 30", "post")
    event = task("{from: opens, time: '20:30'}", "kind: event, minutes: 90", "event")
    work = task("{from: opens, time: '13:00'}", "kind: work, minutes: 60", "work")
    found = rehearsed(touch(), post, event, work)
    assert (at(found, NOON).busy, at(found, NOON).free) == (30, 10)
    assert (at(found, EVENING).busy, at(found, EVENING).free) == (30, 10)
    assert (at(found, EVENING + 1).busy, at(found, EVENING + 1).free) == (60, 0)
    assert at(found, EVENING + 1).over == pytest.approx(6)
    assert at(found, EVENING + 1).mend == "wait"


def test_two_people_share_and_two_duties_of_one_are_one() -> None:
    assert at(rehearsed(touch(), brief=TWO + GROUP + people()), NOON).free == 80
    both = TEAM.replace("[host]", "[host, owner]") + GROUP + people()
    found = rehearsed(touch(), touch(rest="minutes: 4, per: member, duty: owner", name="other"), brief=both)
    assert at(found, NOON).minutes.likely == pytest.approx(14)


@pytest.mark.parametrize(
    ("reach", "minutes", "mend", "more"),
    [("240", 30, "shorten", 0), ("7200", 1, "split", 0), ("14400", 1, "add", 2), ("4800", 1, "", 0)],
)
def test_the_cheapest_mend_that_suffices(reach: str, minutes: int, mend: str, more: int) -> None:
    found = rehearsed(touch(rest=f"minutes: {minutes}, per: member"), brief=TEAM + GROUP + people(reach))
    one = at(found, NOON + 1)
    assert (one.mend, one.more) == (mend, more)
    assert (found.worst is not None) == bool(mend) == bool(found.over)


def test_without_a_team_nobody_is_over() -> None:
    found = rehearsed(touch(rest="minutes: 60, per: member"), brief=GROUP + people())
    assert found.hours[0].people == ()
    assert (found.over, found.worst) == (0, None)


def test_the_three_days_begin_with_a_campaign_that_opens_earlier() -> None:
    groups = "groups: [{id: main}, {id: burst, kind: campaign, closes: 2027-03-07}]\n"
    post = task("{from: opens, offset: -4d, time: '10:00'}", "kind: post, audience: campaign", "burst")
    assert rehearsed(post, touch(), brief=TEAM + groups + people()).first == date(2027, 2, 25)


def test_a_brief_of_four_lines_has_an_empty_dry_run() -> None:
    assert rehearsed(brief="") == Rehearsal(first=OPENS, joined=rehearsed(brief="").joined)
