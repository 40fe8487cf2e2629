"""What the dry run says: seats and codes beside the platform, officers and hours beside the team."""

from groupplan.render import render
from tests.briefs import alone
from tests.render.markdown import parsed, read, tables
from tests.schedule.dated import task

TEAM = "roles: [{id: ann, name: Ann, duties: [host, admin], hours_week: 60}]\n"
PEOPLE = """seeds: {count: 0}
assumptions: {scan_rate: 100%, join_rate: 100%}
channels: [{id: mail, reach: {low: 200, likely: 240, high: 360}}]
groups: [{id: main, name: Readers, size: 102, count: 3}]
"""
DUTY = "duties: [{id: host, name: Host, does: Hosts, per_members: 100}]\n"
WELCOME = task("{after_join: 5min}", "kind: touch, minutes: 3, per: member, priority: must", "welcome")
LONG = WELCOME.replace("minutes: 3", "minutes: 40")
SPOKEN = {"en": "language: en\n", "zh": "language: zh-CN\n"}


def body(brief: str = TEAM + PEOPLE, house: str = f"{DUTY}tasks:\n{WELCOME}", spoken: str = "en") -> str:
    return render(alone(SPOKEN[spoken] + brief, house), "md").body


def table(text: str, head: str) -> list[list[str]]:
    return next((rows[1:] for rows in tables(parsed(text)) if head in rows[0]), [])


def test_each_group_has_its_number_its_days_and_who_watches() -> None:
    rows = table(body(), "Full on (likely)")
    assert rows[0] == ["Readers 1", "100", "Fri 26 February", "Thu 25 February", "Ann"]
    assert rows[2][2:4] == ["not full, seats left: 60", "Wed 3 March"]
    assert rows[3][0] == "Readers 4 (in reserve)" and rows[3][2] == "not needed"


def test_missing_seats_are_said_with_day_and_number() -> None:
    assert "are all full on Wed 3 March and 60 seats are missing. Have 4 ready." in read(parsed(body()))
    assert "到 3 月 3 日 周三备好的 3 个群全满，还差 60 席。备到 4 个" in read(parsed(body(spoken="zh")))


def test_other_open_groups_are_not_guessed() -> None:
    more = PEOPLE.replace(
        "count: 3}", "count: 3}, {id: burst, kind: campaign, name: Burst, closes: 2027-03-07}"
    )
    assert "How many come into Burst is not forecast on its own; Ann looks every day." in body(TEAM + more)


def test_codes_are_changed_by_name_or_it_is_said_that_nothing_does_it() -> None:
    wechat = f"platform: wechat\n{TEAM}{PEOPLE}"
    rows = table(body(wechat), "Expires")
    assert rows[0] == [
        "Mon 22 February",
        "Mon 1 March",
        "Sun 28 February at the latest (no task of the plan does it)",
        "Ann",
    ]
    assert rows[1][2:] == ["lasts to the end of recruiting", "—"]
    renew = task(
        "{every: day, from: recruit.start, until: recruit.end}", "kind: work, basis: [F006]", "renew"
    )
    text = body(wechat, f"tasks:\n{renew}")
    assert len(table(text, "Expires")) == 4
    assert "And so on: 9 changes until Fri 5 March." in text


def test_a_poster_of_its_own_code_says_what_a_change_costs() -> None:
    for code, said in (("live", "stays as it is"), ("plain", "each change means a new poster")):
        assert said in body(f"platform: wechat\n{TEAM}{PEOPLE}poster: {{code: {code}}}\n")
    own = body(f"platform: wecom\n{TEAM}{PEOPLE}")
    assert "does not expire by the day" in own and table(own, "Expires") == []


def test_mass_messages_stand_beside_the_quota() -> None:
    at = "{every: week, on: [mon], from: opens, until: closes, time: '10:00'}"
    sent = task(at, "kind: post, needs: [mass_send]", "sent")
    text = body(f"platform: wecom\n{TEAM}", f"tasks:\n{sent}")
    assert table(text, "Quota per group") == [["main group", "2027-03", "3", "31", "28"]]


def test_officers_are_counted_at_both_figures() -> None:
    assert table(body(), "Members for each") == [["Host", "100", "3 / 4", "1", "3"]]


def test_hours_name_people_minutes_and_the_mend() -> None:
    rows = table(body(), "Who greets")
    assert len(rows) == 6
    assert rows[0] == ["Mon 1 March 12:00–13:00", "Ann", "2 / 3", "6 / 9", "40", "fits"]
    over = body(house=f"tasks:\n{LONG}")
    assert "80 minutes short: let the longer steps be a ready text" in over
    assert "Hours over in the three days:" in over


def test_a_plan_without_team_reach_or_newcomers_says_nothing_wrong() -> None:
    assert "Who greets" not in body("", "tasks: []")
    nobody = body("", f"tasks:\n{WELCOME}")
    assert all(row[-1] == "nobody greets yet" for row in table(nobody, "Who greets"))
    assert "one full group is taken here" in nobody


def test_the_assumptions_are_said_in_both_languages() -> None:
    for spoken, said in (("en", "at most 40 minutes of an hour"), ("zh", "一个人一小时最多拿 40 分钟接人")):
        assert said in body(spoken=spoken)
